"""What was left as it was filled in beforehand: confirmed, and kept apart from given by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from dialogs.checking.before import left_open
from dialogs.checking.parts import CORRECT, PROMISED
from dialogs.questionnaire.confirming import confirmed
from dialogs.questionnaire.sheet import Sheet
from plan.asking import answered
from plan.dossier import Dossier
from plan.records import Measure, Record

WHAT = "confirmed_contribution"


def confirm_parts(
    dossier: Dossier, sheet: Sheet, measures: Iterable[Measure], at: datetime
) -> tuple[Record, ...]:
    """The text is right and the contribution promised, where no other answer was given.

    Who finds a measure not feasible is asked for the promise: that one is not taken as given. Nor
    is what was no yes before: only the partner makes it one.
    """
    known = answered(dossier, sheet.round.key, sheet.org)
    keys = {measure.key for measure in measures}
    kept: list[Record] = []
    for ask in sheet.asks(dossier):
        if ask.subject not in keys or ask.key in known or left_open(dossier, sheet, ask):
            continue
        correct = known.get(f"K1/{ask.subject}")
        unfit = correct is not None and correct.value == "niet_haalbaar"
        if ask.question.id == "K1" or (ask.question.id == "K2" and not unfit):
            value = CORRECT if ask.question.id == "K1" else PROMISED
            kept += confirmed(sheet, ask.question.id, ask.subject, value, at, what=WHAT)
    return tuple(kept)
