"""Answers in one tap: confirmed, and kept apart from what was given by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from dialogs.questionnaire.sheet import Sheet
from plan.asking import answered
from plan.core import known_progress
from plan.dossier import Dossier
from plan.progress import ALL_WELL
from plan.records import Answer, Event, Measure, Record


def confirm_known(
    dossier: Dossier, sheet: Sheet, measures: Iterable[Measure], at: datetime
) -> tuple[Record, ...]:
    """Alles klopt: the progress already known, marked as confirmed and not as given by hand."""
    return tuple(
        record
        for measure in measures
        if (progress := known_progress(dossier, measure))
        for record in _progress(dossier, sheet, "A1", measure, progress, at)
    )


def confirm_green(
    dossier: Dossier, sheet: Sheet, measures: Iterable[Measure], at: datetime
) -> tuple[Record, ...]:
    """All green and on schedule, for whatever got no answer by hand."""
    return tuple(
        record
        for measure in measures
        for question, value in ALL_WELL.items()
        for record in _progress(dossier, sheet, question, measure, value, at)
    )


def _progress(
    dossier: Dossier, sheet: Sheet, question: str, measure: Measure, value: str, at: datetime
) -> tuple[Record, ...]:
    """Nothing where an answer was given."""
    if f"{question}/{measure.key}" in answered(dossier, sheet.round.key, sheet.org):
        return ()
    return confirmed(sheet, question, measure.key, value, at, what="confirmed_progress")


def confirmed(
    sheet: Sheet, question: str, subject: str | None, value: str, at: datetime, *, what: str
) -> tuple[Record, ...]:
    """An answer in one tap, and its line of the register."""
    answer = Answer(
        key=f"{sheet.round.key}/{sheet.org}/{question}/{subject}/1",
        round=sheet.round.key,
        org=sheet.org,
        question=question,
        subject=subject,
        value=value,
        by=None if sheet.on_behalf else sheet.by.key,
        asked_by=sheet.by.key if sheet.on_behalf else None,
        at=at,
        source="confirmed",
    )
    event = Event(
        key=f"{at.isoformat()}/{answer.key}",
        who=sheet.by.key,
        what=what,
        subject=answer.key,
        at=at,
        after=value,
        on_behalf_of=sheet.org if sheet.on_behalf else None,
    )
    return (answer, event)
