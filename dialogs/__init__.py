"""What the assistant says back: pure functions from what is known and said to a Turn."""

from __future__ import annotations

from dataclasses import replace

from dialogs import channel, phrases, recognising, status, wishing
from dialogs.allowed import may_press, readable, refused
from dialogs.checking.following import followed
from dialogs.command import Command
from dialogs.commands import may
from dialogs.hears import HEARS
from dialogs.messages import Bundle, bundle, carried_along, opened, opens, say, summary
from dialogs.overdue import asks_on, is_overdue, overdue, told_again
from dialogs.questionnaire import changing_words, typing
from dialogs.returning import questions_again, word_of_return
from dialogs.sharing.arriving import arrived
from dialogs.sharing.naming import with_names
from dialogs.sharing.offering import go_on
from dialogs.sharing.passing import passed_on
from dialogs.turn import Paper, Reply, Said, Turn
from dialogs.verbs import right_of
from dialogs.view import View
from plan.dossier import Dossier
from plan.records import Message

__all__ = [
    "Bundle",
    "Paper",
    "Reply",
    "Said",
    "Turn",
    "View",
    "arrived",
    "bundle",
    "decide",
    "go_on",
    "resume",
    "say",
    "summary",
    "welcome",
    "welcome_back",
]


def decide(dossier: Dossier, said: Said) -> Turn:
    """What to keep and to say back, from what is known of the plan and what was said.

    In a channel nothing is heard but which plan it is for. A command goes before an answer, an
    option of the question on the table before a command with a typing error.
    """
    turn = carried_along(dossier, said, followed(dossier, said, _timely(dossier, said)))
    turn = readable(dossier, said, turn)
    turn = passed_on(dossier, said, with_names(dossier, turn))
    if not turn.onward:
        return turn
    after = dossier.plus(turn.keep, turn.drop)
    return replace(turn, replies=(*turn.replies, Reply(view=status.status_view(after, said))))


def resume(dossier: Dossier, said: Said) -> Turn:
    """For who may not have heard what came of the last thing said."""
    return told_again(decide(dossier, said))


def _timely(dossier: Dossier, said: Said) -> Turn:
    if is_overdue(said):
        return overdue(said, _decided(dossier, asks_on(said)))
    return _decided(dossier, said)


def _decided(dossier: Dossier, said: Said) -> Turn:
    if said.scope != "personal":
        return channel.hear(dossier, said)
    if said.changed:
        return changing_words.hear(dossier, said)
    if said.card:
        return _pressed(dossier, said)
    at_table = typing.waiting(dossier, said) if dossier else None
    found = recognising.find(said.text)
    if found and (at_table is None or recognising.belongs(found, dossier, said)):
        return _command(*found, dossier, said)
    meant = recognising.nearly(dossier, said)
    if at_table and said.late:
        return typing.out_of_order(said)
    if at_table and (meant is None or typing.is_choice(at_table[2], said.text)):
        return typing.answer(dossier, said, at_table)
    if meant:
        return _command(*meant, dossier, said)
    return typing.too_late(dossier, said) or recognising.unknown(dossier, said)


def welcome(dossier: Dossier, said: Said) -> Turn:
    """The first words after the app was installed: who I am, and the way forward."""
    first = Turn(replies=(Reply(text=phrases.WELCOME),))
    if any(m.to == said.who.key and m.sent_at for m in dossier.all(Message)):
        return first + Turn(replies=(Reply(text=phrases.STAND_ABOVE),))
    return first + decide(dossier, replace(said, text="hallo"))


def welcome_back(dossier: Dossier, said: Said) -> Turn:
    """Somebody who had taken the app away has it again."""
    back = Turn(replies=(Reply(text=word_of_return(dossier, said)),))
    if asked := questions_again(dossier, said):
        return back + Turn(replies=(asked,))
    return back + decide(dossier, replace(said, text="verder"))


def _command(command: Command, rest: str, dossier: Dossier, said: Said) -> Turn:
    if command.needs_plan and not dossier:
        return Turn(replies=(Reply(text=phrases.NO_PLAN),))
    if not may(command, dossier, said):
        return Turn(replies=(Reply(text=phrases.ONLY_COORDINATOR),))
    return command.hear(dossier, said, rest)


def _pressed(dossier: Dossier, said: Said) -> Turn:
    """Whoever the card was once made for: what counts is what the speaker may do now."""
    dialog, about = (said.card.dialog, said.card.about) if said.card else ("", {})
    right, hear = right_of(dialog, said.verb or ""), HEARS.get(dialog)
    if not may_press(dossier, said, right, about):
        return refused(right)
    if wishing.opens(said):
        return wishing.opened(dossier, said)
    if opens(said):
        return opened(dossier, said)
    return hear(dossier, said) if hear else refused(right)
