"""What was met about: the sessions, their points and votes, and what came out."""

from __future__ import annotations

from datetime import date, datetime

from plan.records.base import Record


class CollectiveSession(Record, frozen=True, kw_only=True):
    day: date | None = None
    time: str | None = None
    place: str | None = None
    chair: str | None = None
    facilitator: str | None = None
    invited: tuple[str, ...] = ()
    link: str | None = None
    """Where to join from afar, instead of a place or beside it."""
    planned_at: datetime | None = None
    """When it was planned or last moved: whoever is invited hears it again."""
    agenda_at: datetime | None = None
    """When the coordinator settled the agenda."""
    began_at: datetime | None = None
    ended_at: datetime | None = None
    present: tuple[str, ...] = ()
    """The organisations that were there, as the coordinator noted at the end."""


class DiscussionPoint(Record, frozen=True, kw_only=True):
    """A point of the agenda; `kind` says where it came from (domain 2.3, J5)."""

    subjects: tuple[str, ...]
    kind: str
    question: str
    minutes: int | None = None
    order: int = 0
    why: str | None = None
    """What it was worked out from, in the words of the plan."""
    read_at: datetime | None = None
    """When it was read out in the session."""
    motion: str | None = None
    """The proposal that is polled: a question alone cannot be voted for or against."""
    session: str = "session"
    """The session it is discussed in; `evaluation` is the joint one of the evaluative round."""


class Heaviest(Record, frozen=True, kw_only=True):
    """The points that weigh most for a partner, chosen before the session. Key: the partner."""

    points: tuple[str, ...]
    by: str
    at: datetime


class Vote(Record, frozen=True, kw_only=True):
    """One voice in a poll in the session. Key: point/org."""

    point: str
    org: str
    choice: str
    """voor, tegen or onthouding."""
    by: str
    at: datetime


class Outcome(Record, frozen=True, kw_only=True):
    """What came of a point: a decision with an owner and a day, or parked with a follow-up."""

    point: str
    decision: str
    votes: dict[str, int] = {}
    owner: str | None = None
    due: date | None = None
    parked: bool = False
    by: str | None = None
    at: datetime | None = None
    processed_at: datetime | None = None
    """When it was worked into the draft, or found to need no change there."""
    done_at: datetime | None = None
    """When the owner kept the agreement."""


class Consent(Record, frozen=True, kw_only=True):
    """One thing put to one organisation, and what it said. Key: kind/subject/org.

    kind: `outcome` (is your agreement put down well?) or `amended` (a body changed your part).
    """

    kind: str
    subject: str
    org: str
    asked_at: datetime
    answer: str | None = None
    """ja or nee."""
    remark: str | None = None
    by: str | None = None
    at: datetime | None = None
