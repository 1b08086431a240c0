"""A button of a questionnaire card was pressed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dialogs import phrases, wishing
from dialogs.checking import agreeing, talking
from dialogs.checking.contribution import page_of
from dialogs.checking.extract import extract_view
from dialogs.questionnaire import handing
from dialogs.questionnaire.core import core_view
from dialogs.questionnaire.course import finished, next_view
from dialogs.questionnaire.measures import measures_view
from dialogs.questionnaire.menu import menu_view, topic_view
from dialogs.questionnaire.more import others_view
from dialogs.questionnaire.progress import is_progress, opened_at
from dialogs.questionnaire.sheet import Sheet, open_sheet, sheet_of
from dialogs.questionnaire.submitting import done, receipt_of, skip, submit
from dialogs.questionnaire.typing import begin_typing, go_on_typing, put_away
from dialogs.questionnaire.used import saved_of
from dialogs.sharing import offering
from dialogs.turn import Reply, Said, Turn
from plan.dossier import Dossier
from plan.records import Round
from plan.standing import is_open


def hear(dossier: Dossier, said: Said) -> Turn:
    """Whatever was pressed on a card of the questionnaire."""
    assert said.card is not None  # noqa: S101 - a press always has its card
    round_ = dossier.get(Round, said.card.about.get("round"))
    org = said.card.about.get("org")
    if round_ is None or not is_open(dossier, round_):
        return _too_late(dossier, said, org)
    sheet = sheet_of(dossier, round_, said.who, org)
    verb = VERBS.get(said.verb or "")
    if sheet is None or verb is None:
        return Turn(replies=(Reply(text=phrases.NOT_YOURS),))
    if said.verb in LEAVING and said.inputs:
        return _saved_first(dossier, sheet, said, verb)
    if said.verb in LEAVING:
        return verb(dossier, sheet, said)
    turn = verb(dossier, sheet, said)
    if not said.card.about.get("typed"):
        return replace(turn, keep=(*turn.keep, *put_away(dossier, said)))
    return _typing_again(dossier, sheet, said, turn)


def _too_late(dossier: Dossier, said: Said, org: str | None) -> Turn:
    """The card stays as it is, with what was typed on it; a later round has a card of its own."""
    if said.verb == "stop":
        return wishing.silenced(dossier, said)
    sheet = open_sheet(dossier, said.who, org)
    if sheet is None:
        return Turn(replies=(Reply(text=phrases.ROUND_CLOSED),))
    view = next_view(dossier, sheet) or menu_view(dossier, sheet)
    return Turn(replies=(Reply(text=phrases.OLD_ROUND), Reply(view=view)))


ASKED = ("held", "clash")
"""Cards that keep a typed answer waiting."""


def _typing_again(dossier: Dossier, sheet: Sheet, said: Said, turn: Turn) -> Turn:
    """A text that was typed and held back is dealt with: on to the next question."""
    done = turn.instead is not None and not turn.instead.buttons
    if not done or any(r.view and r.view.about.get("kind") in ASKED for r in turn.replies):
        return turn
    after = dossier.plus(turn.keep, turn.drop)
    following = go_on_typing(after, sheet, said, skipped=said.verb == "skip")
    return replace(turn, replies=()) + following


def _saved_first(dossier: Dossier, sheet: Sheet, said: Said, leave: Verb) -> Turn:
    """Whoever leaves a card half-way loses nothing of what was filled in."""
    saved = saved_of(dossier, sheet, said)
    if saved.wrong or saved.held or saved.clashes:
        return submit(dossier, sheet, said)
    known = dossier.plus(saved.keep, saved.drop)
    done = finished(known, sheet, said.at)
    left = leave(known.plus(done), sheet, said)
    told = (Reply(view=receipt_of(known, sheet, said, saved)),) if saved.just else ()
    return Turn(keep=(*saved.keep, *done), drop=saved.drop, replies=told) + left


def _menu(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    return Turn(replies=(Reply(view=menu_view(dossier, sheet)),))


def _core(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    view = next_view(dossier, sheet) or core_view(dossier, sheet)
    return Turn(replies=(Reply(view=view),))


def _others(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    return Turn(replies=(Reply(view=others_view(dossier, sheet)),))


def _open(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    kind, _, what = said.inputs.get("open", "").partition(":")
    own = {theme.key for theme in dossier.themes_with(sheet.org)}
    if kind == "topic" and sheet.topic(what):
        view = topic_view(dossier, sheet, what)
    elif kind == "page":
        view = extract_view(dossier, sheet, page_of(dossier, sheet, what))
    elif kind == "measures" and what in own:
        view = measures_view(dossier, sheet, what)
    elif kind == "led" and is_progress(sheet):
        view = opened_at(dossier, sheet, what)
    else:
        view = menu_view(dossier, sheet)
    return Turn(replies=(Reply(view=view),))


Verb = Callable[[Dossier, Sheet, Said], Turn]


LEAVING: dict[str, Verb] = {
    "menu": _menu,
    "core": _core,
    "typing": begin_typing,
    "later": handing.later,
    "not_me": handing.ask_whom,
    "talk": talking.ask_talk,
    "stop": lambda dossier, _, said: wishing.silenced(dossier, said),
}


VERBS: dict[str, Verb] = {
    **LEAVING,
    "save": submit,
    "save_known": submit,
    "all_green": submit,
    "another": submit,
    "not_personal": submit,
    "skip": skip,
    "done": done,
    "others": _others,
    "open": _open,
    "take_over": offering.take_over,
    "own_words": offering.own_words,
    "elsewhere": offering.elsewhere,
    "hand_over": handing.hand_over,
    "all_right": submit,
    "agree": agreeing.agree,
    "want_talk": talking.want_talk,
}
