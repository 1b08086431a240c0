"""The proofs: nothing is lost or late, nobody comes in. Each has a detector seen to fail."""

from __future__ import annotations

from collections.abc import Callable

from tests.prove import (
    activities,
    damage,
    downtime,
    failing,
    kills,
    logbook,
    power,
    quarters,
    restores,
    rolls,
    sends,
    sequences,
    signals,
    stops,
    tokens,
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
    "signals": signals.prove,
    "signals-postgres": signals.prove_in_postgres,
    "quarters": quarters.prove,
    "downtime": downtime.prove,
    "sends": sends.prove,
    "tokens": tokens.prove,
    "rolls": rolls.prove,
    "activities": activities.prove,
    "logbook": logbook.prove,
    "logbook-postgres": logbook.prove_in_postgres,
}
