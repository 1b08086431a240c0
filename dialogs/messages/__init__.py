"""What a message that is due says, worked out when it goes out: never yesterday's figures."""

from __future__ import annotations

from datetime import datetime

from dialogs.messages import coordinator, request
from dialogs.post import Kind
from dialogs.running import messages as running
from dialogs.turn import Reply
from plan.dossier import Dossier
from plan.records import Message, Person
from plan.text import Text

KINDS: dict[str, Kind] = {
    **request.MESSAGES,
    **coordinator.MESSAGES,
    **running.MESSAGES,
}


def say(dossier: Dossier, message: Message, now: datetime) -> Reply | None:
    """The message as it reads now; None when it is no longer needed."""
    person = dossier.get(Person, message.to)
    kind = KINDS.get(message.kind)
    return kind.say(dossier, message, person, now) if person and kind else None


def summary(message: Message) -> Text:
    """What the activity feed shows: no names of people, nothing they wrote."""
    return KINDS[message.kind if message.kind in KINDS else "digest"].summary
