"""Messages that wait, arrived or failed, and who may be disturbed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from plan.calendar import USUAL, is_decent
from plan.delivery import LEFT, is_ready, may_go_from
from plan.dossier import Dossier
from plan.records import FreeDays, Message, Person, Plan, Wish

AWAITED = frozenset({"missed"})
"""Kinds that belong to a conversation that is going on."""


def is_waiting(message: Message) -> bool:
    return message.sent_at is None and message.failed is None and not message.needless


def unsent(
    messages: Iterable[Message], now: datetime, free: FreeDays = USUAL
) -> tuple[Message, ...]:
    """What may go out now, oldest first; in quiet hours only what somebody is waiting for."""
    decent = is_decent(now, free)
    ready = [
        m for m in messages if is_waiting(m) and is_ready(m, now) and (decent or m.kind in AWAITED)
    ]
    return tuple(sorted(ready, key=lambda m: (m.due, m.key)))


def undelivered(dossier: Dossier, request: str, org: str, now: datetime) -> Message | None:
    """The last message of a request that did not reach this partner though it was due."""
    late = [
        message
        for message in dossier.messages_about(request)
        if message.org == org
        and (message.failed or (is_waiting(message) and may_go_from(message) <= now))
        and not overcome(dossier, message)
    ]
    return max(late, key=lambda message: message.due, default=None)


def overcome(dossier: Dossier, message: Message) -> bool:
    """Whether the partner was reached after all: by a later message, or with the app back, which
    brings the questions along.
    """
    person = dossier.get(Person, message.to)
    if message.failed == LEFT and person and not has_left(dossier, person):
        return True
    about = dossier.messages_about(message.request) if message.request else ()
    return any(m.org == message.org and m.sent_at and m.due > message.due for m in about)


def has_left(dossier: Dossier, person: Person) -> bool:
    """Whether nothing arrives in Teams, because the person took the app away."""
    wish = dossier.get(Wish, person.key)
    return wish is not None and wish.left_at is not None


def handled(plan: Plan, at: datetime) -> bool:
    """Whatever was due before a plan was loaded counts as handled (decision 1)."""
    return plan.loaded_at is not None and at <= plan.loaded_at


def stands_in_on(wish: Wish, day: date) -> bool:
    """Whether the messages go to a stand-in on that day."""
    until = wish.stand_in_until
    return wish.stand_in is not None and (until is None or day <= until)


def receiver(dossier: Dossier, message: Message, today: date) -> Person | None:
    """Who gets a message on that day: whom it is for, or the stand-in.

    A circle of stand-ins, or one who is gone, leaves it with whom it is for. What is for the
    coordinator goes to nobody else: it holds the answers of all partners.
    """
    meant = person = dossier.get(Person, message.to)
    if message.to == dossier.plan.coordinator:
        return meant
    seen: set[str] = set()
    while person and person.key not in seen:
        seen.add(person.key)
        wish = dossier.get(Wish, person.key)
        if wish is None or not stands_in_on(wish, today):
            return person
        person = dossier.get(Person, wish.stand_in)
    return meant


def reachable(
    dossier: Dossier, person: Person | None, today: date, *, resting: bool = False
) -> Person | None:
    """The person, or the stand-in; nobody when it was stopped, when the app is
    gone, or snoozed unless `resting`.
    """
    seen: set[str] = set()
    while person and person.key not in seen:
        seen.add(person.key)
        wish = dossier.get(Wish, person.key)
        if wish is None:
            return person
        if stands_in_on(wish, today):
            person = dossier.get(Person, wish.stand_in)
            continue
        asleep = wish.snoozed_until is not None and wish.snoozed_until > today
        return None if wish.stopped or wish.left_at or (asleep and not resting) else person
    return None
