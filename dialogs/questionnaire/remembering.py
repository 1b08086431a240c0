"""Which message answered what, in case it is edited or deleted later."""

from __future__ import annotations

from dataclasses import replace

from dialogs.questionnaire.sheet import Sheet
from dialogs.turn import Said, Turn
from plan.answering import Field
from plan.dossier import Dossier
from plan.records import Table, Typed, altered

REMEMBERED = 30
"""Messages of one person; whoever edits an older one is told how to change the answer."""


def table_of(dossier: Dossier, said: Said) -> Table:
    return dossier.get(Table, said.who.key) or Table(key=said.who.key)


def remembered(dossier: Dossier, said: Said, sheet: Sheet, field: Field, turn: Turn) -> Turn:
    """The turn, with the message as what this field was answered by, in the same commit.

    Also one that could not be kept: editing it is another try.
    """
    if not said.message:
        return turn
    laid = next((r for r in reversed(turn.keep) if isinstance(r, Table)), None)
    table = laid or table_of(dossier, said)
    others = tuple(one for one in table.typed if one.message != said.message)
    typed = Typed(
        message=said.message, field=field.id, round=sheet.round.key, org=sheet.org, at=said.at
    )
    after = altered(table, typed=(*others, typed)[-REMEMBERED:])
    return replace(turn, keep=(*(r for r in turn.keep if not isinstance(r, Table)), after))


def answered_by(dossier: Dossier, said: Said) -> Typed | None:
    """What the message was taken to answer, when it is one of the last."""
    table = table_of(dossier, said)
    return next((one for one in table.typed if one.message == said.message), None)
