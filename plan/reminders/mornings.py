"""The mornings on which what had to wait goes out, and what somebody got this week."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from plan.calendar import POST_AT, USUAL, local, moment, on_or_after
from plan.dossier import Dossier
from plan.records import FreeDays, Message
from plan.reminders.weight import LIVE

DIGEST_AT = POST_AT
"""When the coordinator hears what there is, once a day."""


def next_week(now: datetime, free: FreeDays = USUAL) -> datetime:
    """The first working morning of the week after this one."""
    return moment(on_or_after(monday(local(now).date()) + timedelta(weeks=1), free))


def morning(at: datetime, free: FreeDays = USUAL) -> datetime:
    """The first time of the digest from a moment on."""
    here = local(at)
    later = timedelta(days=here.time() > DIGEST_AT)
    return moment(on_or_after(here.date() + later, free), DIGEST_AT)


def tomorrow(now: datetime, free: FreeDays = USUAL) -> datetime:
    """The first working morning after today."""
    return moment(on_or_after(local(now).date() + timedelta(days=1), free), DIGEST_AT)


def monday(day: date) -> date:
    """Of the week of a day."""
    return day - timedelta(days=day.weekday())


def sent_this_week(messages: Iterable[Message], now: datetime) -> dict[str, set[datetime]]:
    """By receiver: when it got something lately. What went as one has one moment."""
    week = moment(monday(local(now).date()), time())
    found: dict[str, set[datetime]] = {}
    for message in messages:
        if message.sent_at and message.sent_at >= week and message.kind not in LIVE:
            found.setdefault(message.went_to or message.to, set()).add(message.sent_at)
    return found


def heard_at(dossier: Dossier, person: str, now: datetime) -> tuple[datetime, ...]:
    """When somebody got messages of this plan this week: what another plan counts along."""
    return tuple(sorted(sent_this_week(dossier.all(Message), now).get(person, ())))
