"""The collective session: its points, who is invited, what came out and what is still open."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, time

from plan.calendar import local
from plan.dossier import Dossier
from plan.records import (
    CollectiveSession,
    Comment,
    DiscussionPoint,
    Heaviest,
    Organisation,
    Outcome,
    Person,
    Proposal,
    Vote,
)
from plan.voices import voices

SESSION, EVALUATION = "session", "evaluation"
"""The keys of the collective session, and of the joint one in the evaluative round."""
AGREED = "agreed"
"""The kind of the point that takes together what nobody has anything against."""
CHOICES = ("voor", "tegen", "onthouding")

_HOURS = re.compile(r"(\d{1,2})[.:](\d{2})(?:\D+(\d{1,2})[.:](\d{2}))?")


def session_of(dossier: Dossier, key: str = SESSION) -> CollectiveSession | None:
    return dossier.get(CollectiveSession, key)


def points_of(dossier: Dossier, session: str = SESSION) -> tuple[DiscussionPoint, ...]:
    """Its points in the order of the agenda."""
    found = (point for point in dossier.all(DiscussionPoint) if point.session == session)
    return tuple(sorted(found, key=lambda point: (point.order, point.key)))


def outcome_of(dossier: Dossier, point: str) -> Outcome | None:
    return next((o for o in dossier.all(Outcome) if o.point == point), None)


def unsettled(dossier: Dossier, session: str = SESSION) -> tuple[DiscussionPoint, ...]:
    """The points without an outcome or a follow-up."""
    return tuple(p for p in points_of(dossier, session) if not outcome_of(dossier, p.key))


def unprocessed(dossier: Dossier, session: str = SESSION) -> tuple[DiscussionPoint, ...]:
    """The points whose outcome was not worked into the draft yet."""
    found = ((point, outcome_of(dossier, point.key)) for point in points_of(dossier, session))
    return tuple(point for point, outcome in found if outcome and not outcome.processed_at)


def hours(session: CollectiveSession) -> tuple[time, time | None] | None:
    """When it begins and ends, from what was filled in; None when that is no time of day."""
    found = _HOURS.search(session.time or "")
    if not found:
        return None
    try:
        begins = time(int(found[1]), int(found[2]))
        return begins, time(int(found[3]), int(found[4])) if found[3] else None
    except ValueError:
        return None


def has_passed(session: CollectiveSession, today: date) -> bool:
    """Whether there is nothing left to announce about it."""
    return bool(session.ended_at) or session.day is None or session.day < today


def attends(dossier: Dossier, person: Person, session: str = SESSION) -> bool:
    """Whether somebody, their organisation, or one they stand in for is invited."""
    found = session_of(dossier, session)
    if found is None:
        return False
    return bool(seats(dossier, person, found)) or person.key in (found.chair, found.facilitator)


def seats(dossier: Dossier, person: Person, session: CollectiveSession) -> tuple[str, ...]:
    """The invited organisations that somebody speaks for there, the own one first."""
    invited_on = local(session.planned_at).date() if session.planned_at else None
    return tuple(o for o in voices(dossier, person, invited_on) if o in session.invited)


def attendants(dossier: Dossier, session: CollectiveSession) -> tuple[Person, ...]:
    """One contact of every organisation that is invited, the chair and whoever leads it.

    Of the own organisation its theme owners; not the coordinator, who invites.
    """
    contacts = (person for org in session.invited for person in _contacts(dossier, org))
    leading = (dossier.get(Person, key) for key in (session.chair, session.facilitator))
    found = {p.key: p for p in (*contacts, *leading) if p and p.key != dossier.plan.coordinator}
    return tuple(found.values())


def _contacts(dossier: Dossier, org: str) -> tuple[Person, ...]:
    own = dossier.coordinator and dossier.coordinator.org == org
    owners = own_owners(dossier) if own else ()
    return owners or dossier.people_of(org)[:1]


def own_owners(dossier: Dossier) -> tuple[Person, ...]:
    """The theme owners of the coordinator's own organisation, but for the coordinator."""
    owners = {theme.owner for theme in dossier.themes} - {dossier.plan.coordinator}
    own = dossier.coordinator.org if dossier.coordinator else None
    return tuple(person for person in dossier.people_of(own or "") if person.key in owners)


def takes_part(dossier: Dossier, org: Organisation) -> bool:
    """Whether an organisation is invited as a rule: every partner and every internal team."""
    if org.consulted:
        return True
    if dossier.coordinator and dossier.coordinator.org == org.key:
        return bool(own_owners(dossier))
    team = org.kind == "internal" and any(
        not _decides(dossier, person) for person in dossier.people_of(org.key)
    )
    return team or bool(dossier.measures_with(org.key))


def _decides(dossier: Dossier, person: Person) -> bool:
    """Whether somebody is only there to decide on the plan."""
    plan = dossier.plan
    return person.key in (plan.portfolio_holder, *plan.decision_makers, *plan.readers)


def heaviest(dossier: Dossier) -> Counter[str]:
    """How many partners chose each point as one of the two that weigh most for them."""
    return Counter(point for one in dossier.whole.all(Heaviest) for point in one.points)


def votes(dossier: Dossier, point: str) -> dict[str, int]:
    """The voices in the poll about a point, one for each organisation."""
    cast = Counter(vote.choice for vote in dossier.whole.all(Vote) if vote.point == point)
    return {choice: cast[choice] for choice in CHOICES}


def polled(dossier: Dossier, point: str) -> bool:
    """Whether there is a poll about it that has not ended."""
    from_ = dossier.get(DiscussionPoint, point)
    session = session_of(dossier, from_.session) if from_ else None
    return bool(session and not session.ended_at and not outcome_of(dossier, point))


def remarks_of(dossier: Dossier, point: DiscussionPoint) -> tuple[Comment, ...]:
    """The remarks that went to the session with this point.

    Those that fit no point come with the last one, so that each gets its answer.
    """
    waiting = [c for c in dossier.all(Comment) if c.disposition == "to_session"]
    return tuple(c for c in waiting if _belongs(dossier, point, c.subject or c.key))


def proposals_of(dossier: Dossier, point: DiscussionPoint) -> tuple[Proposal, ...]:
    """The parked proposals about what this point is about."""
    parked = (p for p in dossier.all(Proposal) if p.status == "parked")
    return tuple(p for p in parked if {p.item, p.becomes, p.key} & set(point.subjects))


def _belongs(dossier: Dossier, point: DiscussionPoint, subject: str) -> bool:
    points = points_of(dossier, point.session)
    fitting = [one for one in points if subject in one.subjects]
    return point.key == (fitting[0] if fitting else points[-1]).key
