"""How far a message is on its way, and until when it is of use."""

from __future__ import annotations

from datetime import datetime, time
from typing import Final, Literal

from plan.calendar import moment, on_or_before
from plan.dossier import Dossier
from plan.records import CollectiveSession, Message, Round
from plan.sessions import session_of

State = Literal["due", "sending", "retry", "sent", "needless", "unclear", "failed", "expired"]

UNCLEAR: Final = "unclear"
EXPIRED: Final = "expired"
NO_ADDRESS: Final = "NoAddress"
LEFT: Final = "Left"
"""Whoever should get it removed the app."""

LAST_CALL = time(17, 30)
"""On the last day of a request nothing about it goes out after this, so that the coordinator hears
within working hours of what did not arrive."""
SESSION_ENDS = time(18)
"""When a session is over of which nobody said at what time it is."""

_SESSIONS = frozenset({"session_invitation", "session_papers", "session_eve", "session_notice"})


def state(message: Message) -> State:
    if message.sent_at:
        return "sent"
    if message.needless:
        return "needless"
    if message.failed:
        ends: dict[str, State] = {UNCLEAR: "unclear", EXPIRED: "expired"}
        return ends.get(message.failed, "failed")
    if message.sending:
        return "sending"
    return "retry" if message.tries else "due"


def is_ready(message: Message, now: datetime) -> bool:
    """Whether a message that waits may go out now.

    A clock that was set back since the last try says nothing of how long ago that was.
    """
    if message.again_at and message.tried_at and message.tried_at > now:
        return True
    return may_go_from(message) <= now


def may_go_from(message: Message) -> datetime:
    later = (message.not_before, message.again_at)
    return max(message.due, *(at for at in later if at), message.due)


def useful_until(dossier: Dossier, message: Message) -> datetime | None:
    """Until when it makes sense to send it: the end of its request, the start of its session.

    It follows the request or the session when that is moved. None: it is always of use.
    """
    if message.deadline:
        return message.deadline
    round_ = dossier.get(Round, message.request)
    if round_:
        last = moment(on_or_before(round_.closes_on), LAST_CALL)
        return last if message.made_at < last else moment(round_.closes_on, time.max)
    if message.kind in _SESSIONS:
        session = session_of(dossier, message.text) if message.text else session_of(dossier)
        return _start(session) if session else None
    return None


def _start(session: CollectiveSession) -> datetime | None:
    if session.day is None:
        return None
    try:
        return moment(session.day, time.fromisoformat((session.time or "").replace(".", ":")))
    except ValueError:
        return moment(session.day, SESSION_ENDS)
