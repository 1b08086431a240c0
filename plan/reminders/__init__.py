"""Which messages ought to exist by now: worked out from what is known, never scheduled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from plan.calendar import is_decent, moment, next_decent, on_or_after
from plan.delivery import may_go_from
from plan.dossier import Dossier
from plan.records import Message, Wish
from plan.reminders import (
    agreements,
    checks,
    choice,
    deciding,
    digest,
    drafting,
    leaving,
    outcomes,
    requests,
    running,
    sessions,
    untold,
)
from plan.reminders.digest import became_ready
from plan.reminders.mornings import heard_at, morning, next_week
from plan.reminders.parcels import STOPPED, parcels, set_aside
from plan.reminders.post import AWAITED, has_left, is_waiting, receiver, undelivered, unsent
from plan.reminders.requests import closing_time, contact, last_day, waves
from plan.reminders.untold import still_lost, tells_of_leaving
from plan.standing import is_over

__all__ = [
    "AWAITED",
    "SOURCES",
    "STOPPED",
    "Source",
    "became_ready",
    "closing_time",
    "contact",
    "due",
    "has_left",
    "heard_at",
    "is_waiting",
    "last_day",
    "may_be_due",
    "next_moment",
    "parcels",
    "receiver",
    "set_aside",
    "still_lost",
    "tells_of_leaving",
    "undelivered",
    "unsent",
    "waves",
]


@dataclass(frozen=True, kw_only=True)
class Source:
    """One reason for messages: which ought to exist by now, and when there may be more."""

    messages: Callable[[Dossier, datetime], Iterable[Message]]
    moments: Callable[[Dossier], Iterable[datetime]] = lambda dossier: ()


SOURCES: tuple[Source, ...] = (
    Source(messages=requests.reminders, moments=requests.moments),
    Source(messages=requests.ended),
    Source(messages=choice.without_choice, moments=choice.moments),
    Source(messages=digest.digest, moments=digest.moments),
    Source(messages=drafting.reminders, moments=drafting.moments),
    Source(messages=drafting.weekly),
    Source(messages=checks.escalation, moments=checks.escalation_moments),
    Source(messages=checks.remarks, moments=checks.remarks_moments),
    Source(messages=sessions.announced, moments=sessions.moments),
    Source(messages=sessions.plan_due),
    Source(messages=sessions.report_due),
    Source(messages=outcomes.late, moments=outcomes.moments),
    Source(messages=agreements.asked, moments=agreements.moments),
    Source(messages=agreements.due),
    Source(messages=deciding.submissions, moments=deciding.moments),
    Source(messages=deciding.reminders),
    Source(messages=running.reminders, moments=running.moments),
    Source(messages=leaving.people),
    Source(messages=leaving.channels),
    Source(messages=untold.undelivered, moments=untold.moments),
)


def due(dossier: Dossier, now: datetime) -> tuple[Message, ...]:
    """The messages that ought to exist at `now` and do not yet.

    Each has a key, so it is made once. Of several reminders missed in one stop only the latest
    is made, and none for a request whose deadline has passed. Nothing comes out in quiet hours.
    """
    if not dossier or is_over(dossier) or not is_decent(now, dossier.plan.free_days):
        return ()
    wanted = [message for source in SOURCES for message in source.messages(dossier, now)]
    return tuple(message for message in wanted if not dossier.get(Message, message.key))


def next_moment(dossier: Dossier, now: datetime) -> datetime | None:
    """The first moment after `now` at which something will be sent; None when nothing will."""
    if not dossier:
        return None
    coming = sorted(at for at in _moments(dossier, now) if at > now)
    return next((at for at in coming if parcels(dossier.plus(due(dossier, at)), at)), None)


def may_be_due(dossier: Dossier, now: datetime) -> datetime | None:
    """The first moment after `now` at which it is worth looking; cheaper to tell."""
    moments = _moments(dossier, now) if dossier else ()
    return min((at for at in moments if at > now), default=None)


def _moments(dossier: Dossier, now: datetime) -> Iterator[datetime]:
    """Every moment at which something may become due."""
    free = dossier.plan.free_days
    yield next_decent(now, free)
    for message in dossier.all(Message):
        if is_waiting(message):
            yield next_decent(may_go_from(message), free)
            yield morning(may_go_from(message), free)
    yield next_week(now, free)
    for source in SOURCES:
        yield from source.moments(dossier)
    for wish in dossier.all(Wish):
        if wish.snoozed_until:
            yield moment(on_or_after(wish.snoozed_until, free))
