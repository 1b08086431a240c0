"""Several messages to one person at one time: the weightiest in full, a button for each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from dialogs.messages.saying import say, summary
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Heading, Listing, View, Words
from dialogs.wishing import FEWER
from plan.calendar import local
from plan.dossier import Dossier
from plan.records import Message, Person
from plan.reminders import receiver
from plan.rights import is_coordinator
from plan.text import Text

POST = "post_"
"""Begins what a card keeps of the other messages, and the verbs of their buttons."""
MORE = "+"
"""Ends the verb that opens a message with all that come after it."""
APART = 4
"""So many others have a button of their own; what is more comes together behind one."""


@dataclass(frozen=True, kw_only=True)
class Bundle:
    """One message out for several that are owed."""

    reply: Reply | None
    """None when none of them is needed any more."""
    said: tuple[Message, ...]
    needless: tuple[Message, ...]
    summary: Text
    """What the activity feed shows."""


def bundle(dossier: Dossier, messages: Sequence[Message], now: datetime) -> Bundle:
    """What goes out for a parcel (`plan.reminders.parcels`), as it reads now."""
    found = [(message, say(dossier, message, now)) for message in messages]
    needed = [(message, reply) for message, reply in found if reply]
    needless = tuple(message for message, reply in found if reply is None)
    if not needed:
        return Bundle(reply=None, said=(), needless=needless, summary=summary(messages[0]))
    first, reply = needed[0]
    words = summary(first)
    if needed[1:]:
        others = [(m, _named(dossier, m, _title(m, said), now)) for m, said in needed[1:]]
        reply = Reply(view=_along(_as_card(first, reply), others))
        words = words + MORE_OF_THEM.fill(n=len(others))
    said = tuple(message for message, _ in needed)
    return Bundle(reply=reply, said=said, needless=needless, summary=words)


MORE_OF_THEM = Text(nl=" (en nog {n})", en=" (and {n} more)")


def _as_card(message: Message, reply: Reply) -> View:
    """Words alone become a card, so that buttons can stand under them."""
    if reply.view:
        return reply.view
    words = (Words(text=reply.text),) if reply.text else ()
    return View(title=summary(message), elements=words)


def _title(message: Message, reply: Reply) -> Text:
    return reply.view.title if reply.view else summary(message)


def _named(dossier: Dossier, message: Message, title: Text, now: datetime) -> Text:
    """Whose it is, where it comes to a stand-in."""
    meant = dossier.get(Person, message.to)
    gets = receiver(dossier, message, local(now).date())
    if meant is None or gets is None or gets.key == meant.key:
        return title
    return AS_STAND_IN.fill(title=title, name=meant.name)


AS_STAND_IN = Text(
    nl="{title} (als vervanger van {name})", en="{title} (as the stand-in of {name})"
)


def _along(view: View, others: Sequence[tuple[Message, Text]]) -> View:
    """The card with a line and a button for each other message."""
    apart = others if len(others) <= APART + 1 else others[:APART]
    buttons = [
        Button(verb=f"{POST}{n}", label=OPEN.fill(what=summary(message)), checks=False)
        for n, (message, _) in enumerate(apart)
    ]
    own = len(view.buttons) - sum(button == FEWER for button in view.buttons)
    if left := len(others) - len(apart):
        label = OPEN_REST.fill(n=left)
        buttons.append(Button(verb=f"{POST}{len(apart)}{MORE}", label=label, checks=False))
    return replace(
        view,
        elements=(
            *view.elements,
            Heading(text=ALSO, level=3),
            Listing(lines=tuple(title for _, title in others)),
        ),
        buttons=(*view.buttons[:own], *buttons, *view.buttons[own:]),
        about={**view.about, **{f"{POST}{n}": m.key for n, (m, _) in enumerate(others)}},
    )


ALSO = Text(nl="Er is nog meer", en="There is more")
OPEN = Text(nl="Open: {what}", en="Open: {what}")
OPEN_REST = Text(nl="Open: nog {n} berichten", en="Open: {n} more messages")


def opens(said: Said) -> bool:
    """Whether one of those buttons was pressed."""
    return said.card is not None and (said.verb or "").startswith(POST)


def opened(dossier: Dossier, said: Said) -> Turn:
    """The very card that the message would have been; the card with the buttons stays."""
    about, verb = said.card.about if said.card else {}, said.verb or ""
    keys = _keys(about)
    if verb.endswith(MORE):
        wanted = keys[int(verb.removeprefix(POST).removesuffix(MORE)) :]
    else:
        wanted = [about[verb]] if verb in about else []
    reply = bundle(dossier, own, said.at).reply if (own := _own(dossier, said, wanted)) else None
    return Turn(replies=(reply or Reply(text=NOT_NEEDED),))


NOT_NEEDED = Text(
    nl='Dit is niet meer nodig. Typ "openstaand" om te zien wat er nog te doen is.',
    en='This is no longer needed. Type "waiting" to see what is still to be done.',
)


def _keys(about: dict[str, str]) -> list[str]:
    numbers = sorted(int(name.removeprefix(POST)) for name in about if name.startswith(POST))
    return [about[f"{POST}{number}"] for number in numbers]


def _own(dossier: Dossier, said: Said, keys: Sequence[str]) -> list[Message]:
    """Those that are still the reader's: who coordinated once reads no more answers."""
    messages = [message for key in keys if (message := dossier.get(Message, key))]
    return [message for message in messages if _is_for(dossier, message, said)]


def _is_for(dossier: Dossier, message: Message, said: Said) -> bool:
    gets = receiver(dossier, message, local(said.at).date())
    mine = said.who.key in (message.to, message.went_to, gets.key if gets else None)
    return mine and (message.kind not in COORDINATOR or is_coordinator(dossier, said.who))


COORDINATOR = frozenset(
    {
        *(
            "digest",
            "ended",
            "escalation",
            "talk",
            "new_contact",
            "stopped",
            "no_format",
            "themes_ready",
        ),
        *("submission", "objection", "decided", "outcome_disputed", "outcomes_due"),
        *("session_plan_due", "session_agenda_due", "session_report_due"),
        *("round_due", "next_year_due", "coordinates", "undelivered"),
    }
)
"""What only the coordinator may read, whoever it was made for."""


def carried_along(dossier: Dossier, said: Said, turn: Turn) -> Turn:
    """What waits on a card goes on with the conversation: on the next card, or one of its own."""
    if said.card is None or opens(said):
        return turn
    others = _waiting(dossier, said, turn)
    if not others:
        return turn
    if turn.instead and turn.instead.buttons:
        return replace(turn, instead=_along(turn.instead, others))
    last = next((n for n in reversed(range(len(turn.replies))) if _goes_on(turn.replies[n])), None)
    if last is None and turn.instead is None:
        return turn  # The card stays as it is, with its buttons.
    if last is None:
        rest = _along(View(title=STILL), others)
        return replace(turn, replies=(*turn.replies, Reply(view=rest)))
    view = turn.replies[last].view
    assert view is not None  # noqa: S101 - it goes on by its buttons
    replies = (*turn.replies[:last], Reply(view=_along(view, others)), *turn.replies[last + 1 :])
    return replace(turn, replies=replies)


STILL = Text(nl="Dit kwam tegelijk", en="This came at the same time")


def _goes_on(reply: Reply) -> bool:
    return reply.view is not None and bool(reply.view.buttons)


def _waiting(dossier: Dossier, said: Said, turn: Turn) -> list[tuple[Message, Text]]:
    """The others on the card that was pressed, as far as they are needed after this turn."""
    keys = _keys(said.card.about) if said.card else []
    if not keys:
        return []
    after = dossier.plus(turn.keep, turn.drop)
    found = [(message, say(after, message, said.at)) for message in _own(after, said, keys)]
    return [(message, _title(message, reply)) for message, reply in found if reply]
