"""Somebody who had taken the app away has it again: the questions with their opening and day."""

from __future__ import annotations

from dialogs import phrases
from dialogs.anybody import sheet_in_hand
from dialogs.messages.request import invited
from dialogs.questionnaire import typing
from dialogs.questionnaire.sheet import Sheet
from dialogs.turn import Reply, Said
from plan.calendar import local
from plan.dates import on_day
from plan.dossier import Dossier
from plan.rights import is_coordinator
from plan.standing import submission
from plan.text import Text, joined


def questions_again(dossier: Dossier, said: Said) -> Reply | None:
    """The invitation as it reads now, for a partner that answered nothing yet."""
    sheet = _asked(dossier, said)
    if sheet is None or _has_begun(dossier, said, sheet):
        return None
    return invited(dossier, sheet, said.who, said.at)


def word_of_return(dossier: Dossier, said: Said) -> Text:
    """With the last day, for who had begun."""
    sheet = _asked(dossier, said)
    if sheet is None or not _has_begun(dossier, said, sheet):
        return phrases.WELCOME_BACK
    return joined([phrases.WELCOME_BACK, BY.fill(day=on_day(sheet.round.closes_on))])


def _asked(dossier: Dossier, said: Said) -> Sheet | None:
    """What waits for this partner, while its last day has not passed."""
    if not dossier or is_coordinator(dossier, said.who):
        return None
    sheet = sheet_in_hand(dossier, said)
    if sheet is None or submission(dossier, sheet.round.key, sheet.org):
        return None
    return sheet if local(said.at).date() <= sheet.round.closes_on else None


def _has_begun(dossier: Dossier, said: Said, sheet: Sheet) -> bool:
    answers = dossier.answers_in(sheet.round.key, sheet.org)
    return bool(answers) or typing.waiting(dossier, said) is not None


BY = Text(
    nl="Wilt u de vragen die nog openstaan uiterlijk {day} beantwoorden?",
    en="Would you answer the questions that are still open by {day}?",
)
