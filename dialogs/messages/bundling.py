"""Several messages to one person at one time: the weightiest in full, a button for each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from dialogs.messages.saying import say, summary
from dialogs.questionnaire.parts import NOT_ME
from dialogs.turn import Reply
from dialogs.view import Button, Heading, Listing, View, Words
from dialogs.wishing import FEWER
from plan.calendar import local
from plan.dossier import Dossier
from plan.records import Message, Person
from plan.reminders import receiver
from plan.text import Text

POST = "post_"
"""Begins what a card keeps of the other messages, and the verbs of their buttons."""
LEADS = "leads"
"""Under which it keeps the message that it says in full."""
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
        others = [(m, _named(dossier, m, title_of(m, said), now)) for m, said in needed[1:]]
        view = along(_without_not_me(first, as_card(first, reply)), others)
        reply = Reply(view=replace(view, about={**view.about, LEADS: first.key}))
        words = words + MORE_OF_THEM.fill(n=len(others))
    said = tuple(message for message, _ in needed)
    return Bundle(reply=reply, said=said, needless=needless, summary=words)


MORE_OF_THEM = Text(nl=" (en nog {n})", en=" (and {n} more)")


def as_card(message: Message, reply: Reply) -> View:
    """Words alone become a card, so that buttons can stand under them."""
    if reply.view:
        return reply.view
    words = (Words(text=reply.text),) if reply.text else ()
    return View(title=summary(message), elements=words)


def _without_not_me(message: Message, view: View) -> View:
    """A reminder leaves the room for what came along; the invitation has that button too."""
    if message.kind != "reminder":
        return view
    return replace(view, buttons=tuple(button for button in view.buttons if button != NOT_ME))


def title_of(message: Message, reply: Reply) -> Text:
    """The line that stands for a message."""
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


def along(view: View, others: Sequence[tuple[Message, Text]]) -> View:
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
