"""The words of somebody who answers."""

from __future__ import annotations

from dialogs import phrases, wishing
from dialogs.anybody import go_on, nothing_open, sheet_in_hand
from dialogs.command import says
from dialogs.questionnaire import handing, typing
from dialogs.questionnaire.course import handed_in, next_view
from dialogs.questionnaire.menu import menu_view
from dialogs.questionnaire.more import complete_view
from dialogs.questionnaire.submitting import number
from dialogs.turn import Reply, Said, Turn
from plan.dates import at_time
from plan.dossier import Dossier
from plan.records import Table, altered
from plan.rights import is_coordinator
from plan.text import Text


def back(dossier: Dossier, said: Said, rest: str) -> Turn:
    return typing.back(dossier, said) or go_on(dossier, said, rest)


def stop(dossier: Dossier, said: Said, rest: str) -> Turn:
    """Pause: what was sent is kept; nothing waits for words any more."""
    table = dossier.get(Table, said.who.key)
    words = Text(
        nl='Gestopt. Alles wat is verstuurd, is bewaard. Typ "verder" om door te gaan. Liever '
        'geen berichten meer? Typ "geen berichten".',
        en='Stopped. Everything you sent is kept. Type "next" to go on. Would you rather have no '
        'more messages? Type "no messages".',
    )
    if table is None:
        return says(words)
    idle = altered(table, asked=None)
    if is_coordinator(dossier, said.who):
        idle = altered(idle, typing="", org=None)
    return Turn(keep=(idle,), replies=(Reply(text=words),))


def be_silent(dossier: Dossier, said: Said, rest: str) -> Turn:
    return wishing.silenced(dossier, said)


def speak_again(dossier: Dossier, said: Said, rest: str) -> Turn:
    return wishing.spoken_to(dossier, said)


def wishes(dossier: Dossier, said: Said, rest: str) -> Turn:
    return Turn(replies=(Reply(view=wishing.wishes_view(dossier, said)),))


def one_by_one(dossier: Dossier, said: Said, rest: str) -> Turn:
    sheet = sheet_in_hand(dossier, said)
    return typing.begin_typing(dossier, sheet, said) if sheet else nothing_open(dossier, said)


def all_questions(dossier: Dossier, said: Said, rest: str) -> Turn:
    sheet = sheet_in_hand(dossier, said)
    if sheet is None:
        return nothing_open(dossier, said)
    return typing.begin_typing(dossier, sheet, said, "all")


def by_card(dossier: Dossier, said: Said, rest: str) -> Turn:
    """From typing back to cards; what was answered stays."""
    table = dossier.get(Table, said.who.key)
    idle = (altered(table, asked=None, typing=""),) if table else ()
    sheet = sheet_in_hand(dossier, said)
    if sheet is None:
        return nothing_open(dossier, said)
    view = next_view(dossier, sheet) or menu_view(dossier, sheet)
    return Turn(keep=idle, replies=(Reply(view=view),))


def ready(dossier: Dossier, said: Said, rest: str) -> Turn:
    sheet = sheet_in_hand(dossier, said)
    if sheet is None:
        return nothing_open(dossier, said)
    if not dossier.answers_in(sheet.round.key, sheet.org):
        view = next_view(dossier, sheet) or menu_view(dossier, sheet)
        return Turn(replies=(Reply(text=phrases.NOTHING_YET), Reply(view=view)))
    kept = handed_in(dossier, sheet, said.at)
    told = phrases.SAVED.fill(time=at_time(said.at), number=number(said))
    receipt = (Reply(text=told),) if kept else ()
    idle = typing.put_away(dossier, said)
    return Turn(keep=(*kept, *idle), replies=(*receipt, Reply(view=complete_view(dossier, sheet))))


def hand_on(dossier: Dossier, said: Said, rest: str) -> Turn:
    sheet = sheet_in_hand(dossier, said)
    if sheet is None:
        return nothing_open(dossier, said)
    return handing.ask_whom(dossier, sheet, said, handing.topic_of(sheet, said.text) or "all")


def names_topic(dossier: Dossier, said: Said, rest: str) -> bool:
    """`Mijn collega doet onderwerp 5` or `mijn collega doet dit`, but not a whole story."""
    sheet = sheet_in_hand(dossier, said)
    named = sheet is not None and handing.topic_of(sheet, said.text) is not None
    return named or rest in ("doet dit", "doet het", "does this")
