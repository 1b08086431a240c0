"""Which messages ought to exist by now: worked out from what is known, never scheduled."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from plan.calendar import (
    ZONE,
    is_decent,
    local,
    moment,
    next_decent,
    working_day_after,
    working_days,
)
from plan.dossier import Dossier
from plan.records import Handover, Message, Person, Plan, Round, Submission, Wish
from plan.standing import is_open, submission

WAVES = (0.5, 0.8, 1.0)
"""Where in the working days of a request its at most three reminders fall (decision 12)."""
DIGEST_HOUR = 16


def due(dossier: Dossier, now: datetime) -> tuple[Message, ...]:
    """The messages that ought to exist at `now` and do not yet.

    Each has a key, so it is made once. Of several reminders missed in one stop only the latest
    is made, and none for a request whose deadline has passed. Nothing comes out in quiet hours.
    """
    if not dossier or not is_decent(now):
        return ()
    wanted = [*_reminders(dossier, now), *_ended(dossier, now), *_digest(dossier, now)]
    return tuple(message for message in wanted if not dossier.get(Message, message.key))


def next_moment(dossier: Dossier, now: datetime) -> datetime | None:
    """The first moment after `now` at which something will be sent; None when nothing will."""
    if not dossier:
        return None
    moments = [
        next_decent(message.due)
        for message in dossier.all(Message)
        if message.sent_at is None and message.failed is None and message.due > now
    ]
    for round_ in _open_rounds(dossier):
        if _silent(dossier, round_):
            moments += [at for at in waves(round_) if at > now]
        moments.append(closing_time(round_))
    return min((at for at in moments if at > now), default=None)


def waves(round_: Round) -> tuple[datetime, ...]:
    """When a request reminds, relative to its deadline: at nine on a working day each."""
    opened = local(round_.opened_at).date()
    total = working_days(opened + timedelta(days=1), round_.closes_on)
    days = (math.ceil(total * share) for share in WAVES)
    return tuple(moment(working_day_after(opened, n)) for n in dict.fromkeys(days) if n > 0)


def closing_time(round_: Round) -> datetime:
    """The morning after the last day, when the coordinator hears how it went."""
    return moment(working_day_after(round_.closes_on))


def contact(dossier: Dossier, round_: Round, org: str) -> Person | None:
    """Who answers for a partner: whom it was handed to, or its first contact."""
    handed = dossier.get(Handover, f"{round_.key}/{org}/all")
    if handed:
        return dossier.get(Person, handed.to)
    return next(iter(dossier.people_of(org)), None)


def _open_rounds(dossier: Dossier) -> Iterator[Round]:
    return (round_ for round_ in dossier.all(Round) if is_open(dossier, round_))


def _silent(dossier: Dossier, round_: Round) -> list[str]:
    return [org for org in round_.partners if not submission(dossier, round_.key, org)]


def _reminders(dossier: Dossier, now: datetime) -> Iterator[Message]:
    for round_ in _open_rounds(dossier):
        past = [at for at in waves(round_) if at <= now]
        if not past or local(now).date() > round_.closes_on or _handled(dossier.plan, past[-1]):
            continue
        for org in _silent(dossier, round_):
            person = _reachable(dossier, contact(dossier, round_, org), local(now).date())
            if person:
                yield Message(
                    key=f"reminder/{round_.key}/{org}/{len(past)}",
                    to=person.key,
                    org=org,
                    kind="reminder",
                    request=round_.key,
                    due=past[-1],
                    made_at=now,
                )


def _ended(dossier: Dossier, now: datetime) -> Iterator[Message]:
    """The coordinator hears once that a deadline has passed, with who stayed silent."""
    for round_ in _open_rounds(dossier):
        at = closing_time(round_)
        coordinator = dossier.coordinator
        if at <= now and coordinator and not _handled(dossier.plan, at):
            key = f"ended/{round_.key}/{round_.closes_on.isoformat()}"
            yield Message(key=key, to=coordinator.key, kind="ended", due=at, made_at=now)


def _digest(dossier: Dossier, now: datetime) -> Iterator[Message]:
    """At most one a day to the coordinator, and only when somebody became ready."""
    here, coordinator = local(now), dossier.coordinator
    if coordinator is None or here.hour < DIGEST_HOUR:
        return
    start = datetime(here.year, here.month, here.day, tzinfo=ZONE)
    ready = [s for s in dossier.all(Submission) if start <= s.at <= now]
    if ready and any(s.by != coordinator.key for s in ready):
        key = f"digest/{here.date().isoformat()}"
        yield Message(key=key, to=coordinator.key, kind="digest", due=now, made_at=now)


def _handled(plan: Plan, at: datetime) -> bool:
    """Whatever was due before a plan was loaded counts as handled (decision 1)."""
    return plan.loaded_at is not None and at <= plan.loaded_at


def _reachable(dossier: Dossier, person: Person | None, today: date) -> Person | None:
    """The person, or the stand-in; nobody when it was snoozed or stopped."""
    seen: set[str] = set()
    while person and person.key not in seen:
        seen.add(person.key)
        wish = dossier.get(Wish, person.key)
        if wish is None:
            return person
        if wish.stand_in:
            person = dossier.get(Person, wish.stand_in)
            continue
        quiet = wish.stopped or (wish.snoozed_until is not None and wish.snoozed_until > today)
        return None if quiet else person
    return None


def unsent(messages: Iterable[Message], now: datetime) -> tuple[Message, ...]:
    """What may go out now, oldest first."""
    ready = [m for m in messages if m.sent_at is None and m.failed is None and m.due <= now]
    return tuple(sorted(ready, key=lambda m: (m.due, m.key))) if is_decent(now) else ()
