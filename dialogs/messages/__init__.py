"""What a message that is due says, worked out when it goes out: never yesterday's figures."""

from __future__ import annotations

from datetime import datetime

from dialogs.meeting import messages as meeting
from dialogs.meeting import telling
from dialogs.messages import coordinator, request
from dialogs.post import Kind
from dialogs.turn import Reply
from plan.dossier import Dossier
from plan.records import Message, Person, Team
from plan.text import Text

KINDS: dict[str, Kind] = {
    **request.MESSAGES,
    **coordinator.MESSAGES,
    **meeting.MESSAGES,
    **telling.MESSAGES,
}


def say(dossier: Dossier, message: Message, now: datetime) -> Reply | None:
    """The message as it reads now; None when it is no longer needed."""
    person, kind = dossier.get(Person, message.to), KINDS.get(message.kind)
    if kind and person:
        return kind.say(dossier, message, person, now)
    if kind and kind.tell and dossier.get(Team, message.to):
        return kind.tell(dossier, message, now)
    return None


def summary(message: Message) -> Text:
    """What the activity feed shows: no names of people, nothing they wrote."""
    return KINDS[message.kind if message.kind in KINDS else "digest"].summary
