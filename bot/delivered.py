"""Every delivery counts once, also when the channel repeats it."""

from __future__ import annotations

from bot.heard import Heard
from plan.dossier import Dossier
from plan.records import Record, Table, altered

DELIVERIES = 20
"""Activities of one person that are remembered over a restart."""


REMEMBERED = 5_000
"""Activities whose second delivery is left out."""


def heard_before(dossier: Dossier, person: str | None, heard: Heard) -> bool:
    table = dossier.get(Table, person)
    return table is not None and bool(heard.activity) and heard.activity in table.heard


def with_heard(kept: list[Record], before: Dossier, person: str, activity: str) -> list[Record]:
    """With the activity on the person's table, in the same commit as what it changed."""
    laid = next((r for r in kept if isinstance(r, Table) and r.key == person), None)
    table = laid or before.get(Table, person) or Table(key=person)
    heard = (*(before.get(Table, person) or table).heard, activity)[-DELIVERIES:]
    others = [record for record in kept if record is not laid]
    return [*others, altered(table, heard=heard)]
