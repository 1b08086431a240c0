"""The proofs: nothing is lost or late, nobody comes in. Each has a detector seen to fail."""

from __future__ import annotations

from collections.abc import Callable

from tests.prove import (
    activities,
    canaries,
    damage,
    deliveries,
    downtime,
    edits,
    failing,
    flood,
    guesses,
    kills,
    logbook,
    marks,
    power,
    quarters,
    restores,
    rolls,
    sends,
    sequences,
    shuffled,
    signals,
    stops,
    submissions,
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
    "canaries": canaries.prove,
    "guesses": guesses.prove,
    "deliveries": deliveries.prove,
    "submissions": submissions.prove,
    "edits": edits.prove,
    "shuffled": shuffled.prove,
    "signals": signals.prove,
    "signals-postgres": signals.prove_in_postgres,
    "quarters": quarters.prove,
    "downtime": downtime.prove,
    "sends": sends.prove,
    "marks": marks.prove,
    "tokens": tokens.prove,
    "rolls": rolls.prove,
    "activities": activities.prove,
    "flood": flood.prove,
    "logbook": logbook.prove,
    "logbook-postgres": logbook.prove_in_postgres,
}
