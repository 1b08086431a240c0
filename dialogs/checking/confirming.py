"""What was left as it was filled in beforehand: confirmed, and kept apart from given by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from dialogs.checking.parts import CORRECT, PROMISED
from dialogs.questionnaire.sheet import Sheet
from plan.asking import answered
from plan.dossier import Dossier
from plan.question import Ask
from plan.records import Answer, Event, Measure, Record


def confirm_parts(
    dossier: Dossier, sheet: Sheet, measures: Iterable[Measure], at: datetime
) -> tuple[Record, ...]:
    """The text is right and the contribution promised, where no other answer was given.

    Who finds a measure not feasible is asked for the promise: that one is not taken as given.
    """
    known = answered(dossier, sheet.round.key, sheet.org)
    keys = {measure.key for measure in measures}
    kept: list[Record] = []
    for ask in sheet.asks(dossier):
        if ask.subject not in keys or ask.key in known:
            continue
        correct = known.get(f"K1/{ask.subject}")
        unfit = correct is not None and correct.value == "niet_haalbaar"
        if ask.question.id == "K1" or (ask.question.id == "K2" and not unfit):
            value = CORRECT if ask.question.id == "K1" else PROMISED
            kept += _confirmed(sheet, ask, value, at)
    return tuple(kept)


def _confirmed(sheet: Sheet, ask: Ask, value: str, at: datetime) -> tuple[Record, ...]:
    answer = Answer(
        key=f"{sheet.round.key}/{sheet.org}/{ask.question.id}/{ask.subject}/1",
        round=sheet.round.key,
        org=sheet.org,
        question=ask.question.id,
        subject=ask.subject,
        value=value,
        by=None if sheet.on_behalf else sheet.by.key,
        asked_by=sheet.by.key if sheet.on_behalf else None,
        at=at,
        source="confirmed",
    )
    event = Event(
        key=f"{at.isoformat()}/{answer.key}",
        who=sheet.by.key,
        what="confirmed_contribution",
        subject=answer.key,
        at=at,
        after=value,
        on_behalf_of=sheet.org if sheet.on_behalf else None,
    )
    return (answer, event)
