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
    """Each owner of what was worked in: "is uw afspraak goed verwerkt?"."""
    for outcome in agreements(dossier):
        at = ask_at(dossier, outcome)
        if at and at <= now and not _answered(dossier, outcome):
            yield from _told(dossier, outcome, "outcome_check", at, now)


def _answered(dossier: Dossier, outcome: Outcome) -> bool:
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
    """On the day an agreement is due its owner hears of it; one written down later does not."""
    for outcome in agreements(dossier):
        at = due_at(outcome)
        fresh = at is not None and (outcome.at is None or outcome.at < at)
        carried = "/" in outcome.point  # The plan it was made in still tells of it.
        if at and fresh and at <= now and not (outcome.done_at or carried):
            yield from _told(dossier, outcome, "agreement_due", at, now)


def due_at(outcome: Outcome) -> datetime | None:
    return moment(on_or_before(outcome.due)) if outcome.due else None


def _told(
    dossier: Dossier, outcome: Outcome, kind: str, at: datetime, now: datetime
) -> Iterator[Message]:
    owner = dossier.get(Person, outcome.owner)
    person = reachable(dossier, owner, local(now).date())
    if owner and person and not handled(dossier.plan, at):
        yield Message(
            key=f"{kind}/{outcome.point}/{at.isoformat(timespec='seconds')}/{owner.key}",
            to=person.key,
            org=owner.org,
            kind=kind,
            text=outcome.key,
            due=at,
            made_at=now,
        )


def moments(dossier: Dossier) -> Iterator[datetime]:
    for outcome in agreements(dossier):
        for at in (ask_at(dossier, outcome), due_at(outcome)):
            if at and not outcome.done_at:
                yield at
