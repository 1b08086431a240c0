"""What comes next in the questionnaire, worked out from the answers there are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from dialogs.checking.course import is_whole, next_in_check
from dialogs.questionnaire.core import core_asks, core_view, rest_view
from dialogs.questionnaire.measures import measures_view
from dialogs.questionnaire.more import follow_up_view
from dialogs.questionnaire.progress import is_progress, progress_view
from dialogs.questionnaire.sheet import Sheet
from dialogs.view import View
from plan.asking import themes_by_weight
from plan.called_for import follow_ups, unreasoned
from plan.core import left_to_answer, open_core
from plan.dossier import Dossier
from plan.question import Ask
from plan.records import Event, Record, Submission
from plan.standing import submission


def next_view(
    dossier: Dossier, sheet: Sheet, just: Iterable[str] = (), *, only: str | None = None
) -> View | None:
    """The next card: what was just called for, then open measures, then the open rest.

    None when the core is complete, or that of the one topic that somebody was handed.
    """
    if sheet.sort == "check":
        return next_in_check(dossier, sheet)
    due = follow_ups(dossier, sheet.round.key, sheet.org, sheet.topics, just)
    if due:
        return follow_up_view(dossier, sheet, due)
    if only:
        return None
    return _next_of_core(dossier, sheet)


def _next_of_core(dossier: Dossier, sheet: Sheet) -> View | None:
    silent = unreasoned(dossier, sheet.round.key, sheet.org, sheet.topics)
    if silent:
        return follow_up_view(dossier, sheet, silent)
    left = open_core(dossier, sheet.round.key, sheet.org, sheet.topics)
    return _open_view(dossier, sheet, left) if left else None


def _open_view(dossier: Dossier, sheet: Sheet, left: tuple[Ask, ...]) -> View:
    """The next card with open questions of the core."""
    if is_progress(sheet):
        return progress_view(dossier, sheet)
    if not dossier.answers_in(sheet.round.key, sheet.org):
        return core_view(dossier, sheet)
    waiting = {ask.subject for ask in left if ask.question.per == "measure"}
    for theme in themes_by_weight(dossier, sheet.org):
        if any(measure.key in waiting for measure in dossier.measures_of(theme)):
            return measures_view(dossier, sheet, theme, waiting)
    return rest_view(dossier, sheet, left)


def to_go(dossier: Dossier, sheet: Sheet) -> int:
    """How many questions are still to come; of who said nothing yet the whole first card."""
    left = left_to_answer(dossier, sheet.round.key, sheet.org, sheet.topics)
    if is_progress(sheet) or dossier.answers_in(sheet.round.key, sheet.org):
        return left
    return max(left, len(core_asks(dossier, sheet)))


def finished(dossier: Dossier, sheet: Sheet, at: datetime) -> tuple[Record, ...]:
    """The record that the partner is ready, when the core just became complete."""
    if submission(dossier, sheet.round.key, sheet.org):
        return ()
    if sheet.sort == "check" and not is_whole(dossier, sheet):
        return ()
    left = left_to_answer(dossier, sheet.round.key, sheet.org, sheet.whole)
    return () if left else handed_in(dossier, sheet, at)


def handed_in(dossier: Dossier, sheet: Sheet, at: datetime) -> tuple[Record, ...]:
    """A partner says: these are our answers. Saying so again changes nothing."""
    if submission(dossier, sheet.round.key, sheet.org):
        return ()
    key = f"{sheet.round.key}/{sheet.org}"
    event = Event(
        key=f"{at.isoformat()}/submitted/{key}",
        who=sheet.by.key,
        what="submitted",
        subject=key,
        at=at,
        on_behalf_of=sheet.org if sheet.on_behalf else None,
    )
    done = Submission(key=key, round=sheet.round.key, org=sheet.org, by=sheet.by.key, at=at)
    return (done, event)
