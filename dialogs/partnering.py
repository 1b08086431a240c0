"""The words of somebody who answers."""

from __future__ import annotations

from dialogs import phrases
from dialogs.anybody import go_on, sheet_in_hand
from dialogs.command import says
from dialogs.questionnaire import handing, typing
from dialogs.questionnaire.course import handed_in, next_view
from dialogs.questionnaire.menu import menu_view
from dialogs.questionnaire.more import complete_view
from dialogs.turn import Reply, Said, Turn
from plan.dossier import Dossier
from plan.records import Table, Wish, altered
from plan.text import Text


def back(dossier: Dossier, said: Said, rest: str) -> Turn:
    return typing.back(dossier, said) or go_on(dossier, said, rest)


def stop(dossier: Dossier, said: Said, rest: str) -> Turn:
    """Pause: what was sent is kept; nothing waits for words any more."""
    table = dossier.get(Table, said.who.key)
    words = Text(
        nl="Gestopt. Alles wat u verstuurde is bewaard; typ verder om door te gaan. Wilt u geen "
        "berichten meer over deze ronde? Typ: geen berichten.",
        en="Stopped. All you sent is kept; type next to go on. No more messages about this "
        "round? Type: no messages.",
    )
    if table is None:
        return says(words)
    idle = altered(table, asked=None, typing="", org=None)
    return Turn(keep=(idle,), replies=(Reply(text=words),))


def be_silent(dossier: Dossier, said: Said, rest: str) -> Turn:
    return Turn(
        keep=(Wish(key=said.who.key, stopped=True),), replies=(Reply(text=phrases.STOPPED),)
    )


def speak_again(dossier: Dossier, said: Said, rest: str) -> Turn:
    words = Text(nl="Opgeslagen. U krijgt weer berichten.", en="Saved. Messages are on again.")
    return Turn(keep=(Wish(key=said.who.key),), replies=(Reply(text=words),))


def one_by_one(dossier: Dossier, said: Said, rest: str) -> Turn:
    sheet = sheet_in_hand(dossier, said)
    return typing.begin_typing(dossier, sheet, said) if sheet else says(phrases.NOTHING_OPEN)


def all_questions(dossier: Dossier, said: Said, rest: str) -> Turn:
    sheet = sheet_in_hand(dossier, said)
    if sheet is None:
        return says(phrases.NOTHING_OPEN)
    return typing.begin_typing(dossier, sheet, said, "all")


def by_card(dossier: Dossier, said: Said, rest: str) -> Turn:
    """From typing back to cards; what was answered stays."""
    table = dossier.get(Table, said.who.key)
    idle = (altered(table, asked=None, typing=""),) if table else ()
    sheet = sheet_in_hand(dossier, said)
    if sheet is None:
        return says(phrases.NOTHING_OPEN)
    view = next_view(dossier, sheet) or menu_view(dossier, sheet)
    return Turn(keep=idle, replies=(Reply(view=view),))


def ready(dossier: Dossier, said: Said, rest: str) -> Turn:
    sheet = sheet_in_hand(dossier, said)
    if sheet is None:
        return says(phrases.NOTHING_OPEN)
    kept = handed_in(sheet, said.at)
    return Turn(keep=kept, replies=(Reply(view=complete_view(dossier, sheet)),))


def hand_on(dossier: Dossier, said: Said, rest: str) -> Turn:
    sheet = sheet_in_hand(dossier, said)
    if sheet is None:
        return says(phrases.NOTHING_OPEN)
    return handing.ask_whom(dossier, sheet, said, handing.topic_of(sheet, said.text) or "all")
