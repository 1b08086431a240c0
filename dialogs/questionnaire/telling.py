"""What was just kept of a typed answer, said back."""

from __future__ import annotations

from dialogs.questionnaire.elements import shown
from dialogs.questionnaire.sheet import Sheet
from dialogs.turn import Reply, Said
from plan.answering import Field, current
from plan.asking import answered
from plan.dates import at_time
from plan.dossier import Dossier
from plan.records import Answer
from plan.text import Text


def told_of(after: Dossier, sheet: Sheet, said: Said, field: Field) -> tuple[Reply, ...]:
    """The receipt: the answer itself, or of a form the field that was filled in."""
    known = answered(after, sheet.round.key, sheet.org).get(field.ask.key)
    words = Text(nl="Opgeslagen, {time}: {answer}", en="Saved, {time}: {answer}")
    value = shown_value(field, known)
    return (Reply(text=words.fill(time=at_time(said.at), answer=value)),)


def shown_value(field: Field, known: Answer | None) -> Text:
    """What stands in a field, as people read it."""
    if field.part in ("", "text"):
        return shown(field.ask, known) if known else Text.verbatim("–")
    raw = current(field, known)
    return next((o.text for o in field.options if o.id == raw), Text.verbatim(raw or "–"))
