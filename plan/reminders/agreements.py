"""What the owner of an agreement hears: was it put down well, and later that it is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plan.agreements import agreements, consent_of
from plan.calendar import local, moment, next_decent, on_or_before, working_day_after
from plan.dossier import Dossier
from plan.records import CollectiveSession, DiscussionPoint, Message, Outcome, Person
from plan.reminders.post import handled, reachable

ASKED_AFTER = 5
"""Working days after the session on which owners are asked (domain 2.3, J5)."""


def asked(dossier: Dossier, now: datetime) -> Iterator[Message]:
    """Each owner of what was worked in: "is uw afspraak goed verwerkt?", of all in one message."""
    owed: dict[tuple[str, datetime], list[str]] = {}
    for outcome in agreements(dossier):
        at = ask_at(dossier, outcome)
        own = outcome.owner == dossier.plan.coordinator  # Who worked it in needs no asking.
        if at and at <= now and not (own or is_answered(dossier, outcome)):
            owed.setdefault((outcome.owner or "", at), []).append(outcome.key)
    for (owner, at), keys in owed.items():
        yield from _to_owner(dossier, owner, "outcome_check", ",".join(keys), at, now)


def is_answered(dossier: Dossier, outcome: Outcome) -> bool:
    """Whether its owner spoke of it as it is now: after a no it is worked in anew."""
    said, worked_in = consent_of(dossier, outcome), outcome.processed_at
    if said is None or said.answer == "ja":
        return said is not None
    return bool(said.at and worked_in and said.at > worked_in)


def ask_at(dossier: Dossier, outcome: Outcome) -> datetime | None:
    """Five working days after the session, or when it was worked in later than that."""
    point = dossier.get(DiscussionPoint, outcome.point)
    session = dossier.get(CollectiveSession, point.session) if point else None
    if session is None or session.day is None or not outcome.processed_at or outcome.parked:
        return None
    return max(
        moment(working_day_after(session.day, ASKED_AFTER)), next_decent(outcome.processed_at)
    )


def due(dossier: Dossier, now: datetime) -> Iterator[Message]:
    """On the day agreements are due their owner hears of them, of all in one message.

    One that was written down later than that is not told.
    """
    owed: dict[tuple[str, datetime], list[str]] = {}
    for outcome in agreements(dossier):
        at = due_at(dossier, outcome)
        fresh = at is not None and (outcome.at is None or outcome.at < at)
        carried = "/" in outcome.point  # The plan it was made in still tells of it.
        if at and fresh and at <= now and not (outcome.done_at or carried):
            owed.setdefault((outcome.owner or "", at), []).append(outcome.key)
    for (owner, at), keys in owed.items():
        yield from _to_owner(dossier, owner, "agreement_due", ",".join(keys), at, now)


def due_at(dossier: Dossier, outcome: Outcome) -> datetime | None:
    return moment(on_or_before(outcome.due, dossier.plan.free_days)) if outcome.due else None


def _to_owner(
    dossier: Dossier, key: str, kind: str, about: str, at: datetime, now: datetime
) -> Iterator[Message]:
    owner = dossier.get(Person, key)
    person = reachable(dossier, owner, local(now).date(), resting=True)
    if owner and person and not handled(dossier.plan, at):
        yield Message(
            key=f"{kind}/{at.isoformat(timespec='seconds')}/{owner.key}",
            to=person.key,
            org=owner.org,
            kind=kind,
            text=about,
            due=at,
            made_at=now,
        )


def moments(dossier: Dossier) -> Iterator[datetime]:
    for outcome in agreements(dossier):
        for at in (ask_at(dossier, outcome), due_at(dossier, outcome)):
            if at and not outcome.done_at:
                yield at
