"""What happened to a plan: what was asked, answered, remarked, decided and closed."""

from __future__ import annotations

from datetime import date, datetime

from plan.records.base import Record


class Round(Record, frozen=True, kw_only=True):
    """One round of asking partners; a step that is opened anew gets a next number."""

    step: str
    number: int = 1
    opened_at: datetime
    deadline: date
    extended_to: date | None = None
    partners: tuple[str, ...] = ()
    silence: str | None = None
    """What no reaction was agreed to mean, as said in the request (decision 12)."""

    @property
    def closes_on(self) -> date:
        return self.extended_to or self.deadline


class Submission(Record, frozen=True, kw_only=True):
    """A partner says: these are our answers. Key: round/org."""

    round: str
    org: str
    by: str | None = None
    at: datetime


class Handover(Record, frozen=True, kw_only=True):
    """A request, or one topic of it, handed on to a colleague. Key: round/org/topic or `all`."""

    round: str
    org: str
    topic: str
    to: str
    by: str
    at: datetime


class Answer(Record, frozen=True, kw_only=True):
    """What an organisation said to one question. Key: round/org/question/subject/number."""

    round: str
    org: str
    question: str
    subject: str | None = None
    number: int = 1
    value: str | int | None = None
    text: str | None = None
    more: dict[str, str | tuple[str, ...]] = {}
    """The other fields of a small form: title, item, own_contribution, why, cause …"""
    by: str | None = None
    at: datetime
    source: str = "card"
    """card, typed, on_behalf, confirmed ("alles klopt" in one tap) or file."""
    asked_by: str | None = None
    """Who typed it in for the partner, when the source is on_behalf."""


class Proposal(Record, frozen=True, kw_only=True):
    title: str
    by: tuple[str, ...] = ()
    text: str | None = None
    item: str | None = None
    answer: str | None = None
    status: str = "open"
    """adopted, adopted_partly, rejected, parked or open."""
    becomes: str | None = None
    reason: str | None = None


class BilateralCheck(Record, frozen=True, kw_only=True):
    """What one partner said of its own parts. Key: round/org."""

    round: str
    org: str
    held_on: date | None = None
    form: str | None = None
    commitment: str = "geen_reactie"
    """ja, ja_mits, intern_akkoord_nodig, nee or geen_reactie (decision 13)."""


class Comment(Record, frozen=True, kw_only=True):
    """A remark and what was done with it."""

    round: str
    org: str
    subject: str | None = None
    text: str
    disposition: str = "open"
    """accepted, accepted_partly, rejected, parked, to_session or open."""
    reply: str | None = None
    replied_at: datetime | None = None
    by: str | None = None
    at: datetime | None = None


class CollectiveSession(Record, frozen=True, kw_only=True):
    day: date | None = None
    time: str | None = None
    place: str | None = None
    chair: str | None = None
    facilitator: str | None = None
    invited: tuple[str, ...] = ()


class DiscussionPoint(Record, frozen=True, kw_only=True):
    subjects: tuple[str, ...]
    kind: str
    question: str
    minutes: int | None = None
    order: int = 0


class Outcome(Record, frozen=True, kw_only=True):
    point: str
    decision: str
    votes: dict[str, int] = {}
    owner: str | None = None
    due: date | None = None


class DecisionStep(Record, frozen=True, kw_only=True):
    """One body on the decision route, in `order`."""

    body: str
    order: int = 0
    day: date | None = None
    deadline: date | None = None
    role: str | None = None
    decision: str | None = None
    reference: str | None = None
    text: str | None = None


class Concluded(Record, frozen=True, kw_only=True):
    """Progress and effect of a measure as the coordinator concludes them. Key: the measure."""

    progress: str | None = None
    effect: str | None = None
    by: str | None = None
    at: datetime


class Dismissal(Record, frozen=True, kw_only=True):
    """A finding that was explained. Key: check/subject."""

    check: str
    subject: str
    reason: str
    by: str
    at: datetime


class Confirmed(Record, frozen=True, kw_only=True):
    """Something the coordinator said yes to. Key: what, such as `evaluation_note`."""

    by: str | None = None
    at: datetime


class Closed(Record, frozen=True, kw_only=True):
    """A step was closed; `why` is the reason of an override. Key: step/number."""

    step: str
    at: datetime
    by: str | None = None
    why: str | None = None
    reopened_at: datetime | None = None
    reopened_by: str | None = None
    reopened_why: str | None = None


class Table(Record, frozen=True, kw_only=True):
    """What lies on the table between the assistant and one person. Key: the person."""

    asked: str | None = None
    """The key of the question put last, when it waits for a typed answer."""
    org: str | None = None
    """For which organisation the person answers now (own, or on behalf of)."""
    round: str | None = None
    typing: str = ""
    """One question at a time: `core` or `all` of them; "" means by card."""
    heard: tuple[str, ...] = ()
    """The last activities that changed something, so that a second delivery does not."""
    skipped: tuple[str, ...] = ()
    """Questions left for later in this round, by the key of their Ask."""


class Event(Record, frozen=True, kw_only=True):
    """One line of the register: who did what to what, when, and what it was before."""

    who: str
    what: str
    subject: str
    at: datetime
    before: str | None = None
    after: str | None = None
    on_behalf_of: str | None = None
