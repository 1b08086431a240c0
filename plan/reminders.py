"""Which messages ought to exist by now: worked out from what is known, never scheduled."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from plan.calendar import (
    is_decent,
    local,
    moment,
    next_decent,
    on_or_after,
    working_day_after,
    working_days,
)
from plan.dossier import Dossier
from plan.records import Handover, Message, Person, Plan, Round, Submission, Wish
from plan.standing import is_open, submission

WAVES = (0.5, 0.8, 1.0)
"""Where in the working days of a request its at most three reminders fall (decision 12)."""
DIGEST_AT = time(16)


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
    messages = dossier.all(Message)
    coming = sorted(at for at in _moments(dossier, now) if at > now)
    return next((at for at in coming if due(dossier, at) or unsent(messages, at)), None)


def _moments(dossier: Dossier, now: datetime) -> Iterator[datetime]:
    """Every moment at which something may become due."""
    yield next_decent(now)
    yield from (next_decent(m.due) for m in dossier.all(Message) if is_waiting(m))
    for round_ in _open_rounds(dossier):
        yield from waves(round_)
        yield closing_time(round_)
    for wish in dossier.all(Wish):
        if wish.snoozed_until:
            yield moment(on_or_after(wish.snoozed_until))
    digest = digest_time(dossier)
    if digest:
        yield digest


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
    to = dossier.get(Person, handed.to) if handed else None
    return to or next(iter(dossier.people_of(org)), None)


def _open_rounds(dossier: Dossier) -> Iterator[Round]:
    return (round_ for round_ in dossier.all(Round) if is_open(dossier, round_))


def _to_remind(dossier: Dossier, round_: Round, wave: datetime) -> Iterator[str]:
    """The silent partners that were asked before this wave and heard nothing since.

    Who was never invited is not reminded, and who got an earlier message late has time first. A
    loaded round counts as sent (decision 1).
    """
    about = dossier.messages_about(round_.key)
    invited = {message.org for message in about}
    busy = {m.org for m in about if is_waiting(m) or (m.sent_at and m.sent_at >= wave)}
    loaded = _handled(dossier.plan, round_.opened_at)
    for org in round_.partners:
        asked = org not in busy and (loaded or org in invited)
        if asked and not submission(dossier, round_.key, org):
            yield org


def undelivered(dossier: Dossier, request: str, org: str, now: datetime) -> Message | None:
    """The last message of a request that did not reach this partner though it was due."""
    late = [
        message
        for message in dossier.messages_about(request)
        if message.org == org and (message.failed or (is_waiting(message) and message.due <= now))
    ]
    return max(late, key=lambda message: message.due, default=None)


def is_waiting(message: Message) -> bool:
    return message.sent_at is None and message.failed is None and not message.needless


def _reminders(dossier: Dossier, now: datetime) -> Iterator[Message]:
    for round_ in _open_rounds(dossier):
        past = [at for at in waves(round_) if at <= now]
        if not past or local(now).date() > round_.closes_on or _handled(dossier.plan, past[-1]):
            continue
        for org in _to_remind(dossier, round_, past[-1]):
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
    at, coordinator = digest_time(dossier), dossier.coordinator
    if at and coordinator and at <= now:
        key = f"digest/{local(now).date().isoformat()}"
        yield Message(key=key, to=coordinator.key, kind="digest", due=at, made_at=now)


def digest_time(dossier: Dossier) -> datetime | None:
    """The first afternoon after a partner became ready that no digest told of yet."""
    told = [m.made_at for m in dossier.all(Message) if m.kind == "digest"]
    ready = [
        s.at
        for s in dossier.all(Submission)
        if s.by != dossier.plan.coordinator
        and not _handled(dossier.plan, s.at)
        and not any(s.at <= at for at in told)
    ]
    if not ready:
        return None
    first = local(min(ready))
    late = timedelta(days=first.time() > DIGEST_AT)
    return moment(on_or_after(first.date() + late), DIGEST_AT)


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
    ready = [message for message in messages if is_waiting(message) and message.due <= now]
    return tuple(sorted(ready, key=lambda m: (m.due, m.key))) if is_decent(now) else ()
