"""A word to the coordinator about what did not arrive: all of it at once, within a minute."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from plan.delivery import LEFT, NO_ADDRESS
from plan.dossier import Dossier
from plan.records import Delivered, Message, Round, Wish
from plan.reminders.post import is_waiting, overcome
from plan.standing import is_settled

KIND = "undelivered"
TOGETHER = timedelta(seconds=40)
"""So long more of it is waited for."""
UNTOLD = frozenset({KIND, "missed"})
"""Kinds that are not told of themselves: that would never end."""
_WAITS = "?"
"""Of a message that still waits for an address; of the others stands here when they were lost."""


def undelivered(dossier: Dossier, now: datetime) -> Iterator[Message]:
    found, coordinator = _untold(dossier), dossier.coordinator
    if not found or coordinator is None or now < min(found.values()) + TOGETHER:
        return
    number = 1 + sum(message.kind == KIND for message in dossier.all(Message))
    yield Message(
        key=f"{KIND}/{number}",
        to=coordinator.key,
        kind=KIND,
        due=now,
        made_at=now,
        text="\n".join(sorted(found)),
    )


def moments(dossier: Dossier) -> Iterator[datetime]:
    found = _untold(dossier)
    if found:
        yield min(found.values()) + TOGETHER


def told_in(dossier: Dossier, message: Message) -> tuple[Message, ...]:
    """The messages that such a word tells of; not what arrived after all, or asks nothing now."""
    keys = (entry.partition("\t")[0] for entry in message.text.splitlines())
    found = (dossier.get(Message, key) for key in dict.fromkeys(keys))
    return tuple(
        m for m in found if m and not (m.sent_at or m.needless or _asks_nothing(dossier, m))
    )


def _asks_nothing(dossier: Dossier, message: Message) -> bool:
    """Whether the request it was about was answered or closed meanwhile."""
    round_ = dossier.get(Round, message.request)
    return bool(round_ and message.org and is_settled(dossier, round_, message.org))


def _untold(dossier: Dossier) -> dict[str, datetime]:
    """What the coordinator did not hear of yet, by its entry: since when it is so."""
    every = dossier.all(Message)
    lost = [(m, at) for m in every if m.kind not in UNTOLD and (at := _since(m))]
    if not lost:
        return {}
    told = {line for m in every if _tells(dossier, m) for line in m.text.splitlines()}
    found = {_entry(m): at for m, at in lost}
    return {entry: at for entry, at in found.items() if entry not in told}


def _tells(dossier: Dossier, message: Message) -> bool:
    """Whether it is such a word; one that was lost itself counts until its reader says something.

    From then on something may arrive there again.
    """
    if message.kind != KIND or message.ended_at is None:
        return message.kind == KIND
    heard = (d.at for d in dossier.all(Delivered) if d.who == message.to)
    return max(heard, default=message.ended_at) <= message.ended_at


def _since(message: Message) -> datetime | None:
    if message.failed:
        return message.ended_at
    waits = is_waiting(message) and message.code == NO_ADDRESS
    return message.tried_at if waits else None


def _entry(message: Message) -> str:
    """One that is tried again by hand and is lost again is told of again."""
    when = message.ended_at.isoformat() if message.failed and message.ended_at else _WAITS
    return f"{message.key}\t{when}"


def tells_of_leaving(dossier: Dossier, wish: Wish) -> bool:
    """Whether such a word already says that this person took the app away."""
    words = (m for m in dossier.all(Message) if m.kind == KIND and not m.failed)
    lost = [m for word in words for m in told_in(dossier, word) if m.to == wish.key]
    at = wish.left_at
    return any(m.failed == LEFT and at and m.ended_at and m.ended_at >= at for m in lost)


def still_lost(dossier: Dossier) -> tuple[Message, ...]:
    """What did not reach partners who were asked something that they can still answer."""
    return tuple(
        message
        for message in dossier.all(Message)
        if _since(message)
        and message.org
        and dossier.get(Round, message.request)
        and not _asks_nothing(dossier, message)
        and not overcome(dossier, message)
    )
