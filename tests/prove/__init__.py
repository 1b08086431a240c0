"""The proof that the store loses nothing: many faults, each with a detector seen to fail."""

from __future__ import annotations

from collections.abc import Callable

from tests.prove import (
    damage,
    failing,
    kills,
    power,
    restores,
    sequences,
    signals,
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
    "signals": signals.prove,
    "signals-postgres": signals.prove_in_postgres,
}
