"""What comes next in a check: a reason that is due, the next ten measures, or nothing more."""

from __future__ import annotations

from dialogs.checking.extract import extract_view
from dialogs.checking.parts import unanswered
from dialogs.questionnaire.more import follow_up_view
from dialogs.questionnaire.sheet import Sheet
from dialogs.view import View
from plan.asking import answered
from plan.called_for import unreasoned
from plan.checking import to_check
from plan.dossier import Dossier
from plan.question import Ask
from plan.standing import submission


def next_in_check(dossier: Dossier, sheet: Sheet) -> View | None:
    """The next card of a check; None when everything was said."""
    due = (
        *unreasoned(dossier, sheet.round.key, sheet.org, sheet.topics),
        *_unpromised(dossier, sheet),
    )
    if due:
        return follow_up_view(dossier, sheet, due)
    asked = to_check(dossier, sheet.round.step, sheet.org) if sheet.topic("own_parts") else ()
    if unanswered(dossier, sheet, asked):
        return extract_view(dossier, sheet)
    said = dossier.answers_in(sheet.round.key, sheet.org)
    begun = said or submission(dossier, sheet.round.key, sheet.org)
    return None if begun else extract_view(dossier, sheet)


def _unpromised(dossier: Dossier, sheet: Sheet) -> tuple[Ask, ...]:
    """The promise for what is not feasible, and the text where only a promise was given."""
    known = answered(dossier, sheet.round.key, sheet.org)
    return tuple(
        ask
        for ask in sheet.asks(dossier)
        if ask.question.id == "K2"
        and ask.key not in known
        and (correct := known.get(f"K1/{ask.subject}")) is not None
        and correct.value == "niet_haalbaar"
    )


def is_whole(dossier: Dossier, sheet: Sheet) -> bool:
    """Whether the answers alone say that a partner is ready: only where measures were asked."""
    return bool(to_check(dossier, sheet.round.step, sheet.org))
