"""What each kind of message says, as it reads at the moment it goes out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dialogs.meeting import messages as meeting
from dialogs.meeting import telling as channel
from dialogs.messages import (
    coordinator,
    deciding,
    drafting,
    forming,
    leaving,
    request,
    roles,
    undelivered,
)
from dialogs.post import Kind
from dialogs.processing import telling as processing
from dialogs.running import messages as running
from dialogs.turn import Reply
from dialogs.view import Words
from dialogs.wishing import FEWER
from plan.calendar import local
from plan.dossier import Dossier
from plan.records import Message, Person, Team
from plan.reminders import receiver
from plan.reminders.weight import LIVE
from plan.sight import seen_by, seen_in_channel
from plan.text import Text, joined

KINDS: dict[str, Kind] = {
    **request.MESSAGES,
    **coordinator.MESSAGES,
    **forming.MESSAGES,
    **roles.MESSAGES,
    **drafting.MESSAGES,
    **meeting.MESSAGES,
    **channel.MESSAGES,
    **processing.MESSAGES,
    **deciding.MESSAGES,
    **running.MESSAGES,
    **leaving.MESSAGES,
    **undelivered.messages(lambda message: summary(message)),
}


def say(dossier: Dossier, message: Message, now: datetime) -> Reply | None:
    """The message as it reads now; None when it is no longer needed.

    It reads as for whom it is meant, and says what they may see, whoever opens it; a stand-in is
    told for whom it comes.
    """
    person, kind = dossier.get(Person, message.to), KINDS.get(message.kind)
    team = dossier.get(Team, message.to)
    if kind and kind.tell and team:
        return None if team.gone else kind.tell(seen_in_channel(dossier.whole), message, now)
    about = seen_by(dossier.whole, person) if person else dossier
    reply = kind.say(about, message, person, now) if person and kind else None
    gets = receiver(dossier, message, local(now).date())
    if reply is None or person is None:
        return reply
    if message.kind not in LIVE:
        reply = _with_way_out(reply)
    same = gets is None or gets.key == person.key
    return reply if same else _for_another(reply, person)


def _with_way_out(reply: Reply) -> Reply:
    """Whoever did not ask for it can have fewer of them: two clicks, or one word."""
    if reply.text:
        return replace(reply, text=joined([reply.text, FEWER_TYPED]))
    view = reply.view
    if view is None:
        return reply
    return replace(reply, view=replace(view, buttons=(*view.buttons, FEWER)))


FEWER_TYPED = Text(nl='Minder berichten? Typ "berichten".', en='Fewer messages? Type "messages".')


def _for_another(reply: Reply, person: Person) -> Reply:
    words = INSTEAD.fill(name=person.name)
    if reply.view:
        elements = (Words(text=words, tone="subtle"), *reply.view.elements)
        return replace(reply, view=replace(reply.view, elements=elements))
    return replace(reply, text=joined([words, reply.text])) if reply.text else reply


INSTEAD = Text(
    nl="U krijgt dit bericht als vervanger van {name}.",
    en="You get this message as the stand-in of {name}.",
)


def summary(message: Message) -> Text:
    """What the activity feed shows: no names of people, nothing they wrote."""
    return KINDS[message.kind if message.kind in KINDS else "digest"].summary
