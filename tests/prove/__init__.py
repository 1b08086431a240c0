"""The proofs: that nothing is lost or late, each with a detector that was seen to fail."""

from __future__ import annotations

from collections.abc import Callable

from tests.prove import (
    damage,
    downtime,
    failing,
    kills,
    marks,
    power,
    quarters,
    restores,
    sends,
    sequences,
    stops,
    upgrades,
)
from tests.prove.trial import Trial

PROOFS: dict[str, Callable[[Trial], None]] = {
    "power": power.prove,
    "failing": failing.prove,
    "kills": kills.prove,
    "damage": damage.prove,
    "upgrades": upgrades.prove,
    "sequences": sequences.prove,
    "sequences-postgres": sequences.prove_in_postgres,
    "restores": restores.prove,
    "stops": stops.prove,
    "quarters": quarters.prove,
    "downtime": downtime.prove,
    "sends": sends.prove,
    "marks": marks.prove,
}
