"""The proof that nothing is lost and nobody comes in: each detector is seen to fail."""

from __future__ import annotations

from collections.abc import Callable

from tests.prove import (
    activities,
    damage,
    failing,
    flood,
    kills,
    power,
    restores,
    rolls,
    sequences,
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
    "tokens": tokens.prove,
    "rolls": rolls.prove,
    "activities": activities.prove,
    "flood": flood.prove,
}
