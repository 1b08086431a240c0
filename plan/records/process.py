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
    moments: str | None = None
    """When a partner may have a talk instead, as proposed in the request."""

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
    """card, typed, on_behalf, confirmed ("alles klopt" in one tap), shared or file."""
    shared_from: str | None = None
    """The plan of another municipality in which the partner gave it, when the source is shared."""
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
    silent: bool = False
    """Nobody reacted, and that was agreed to mean something: never shown as agreement."""
    escalated_at: datetime | None = None
    """When the partner's manager was told that nobody reacted."""
    escalated_by: str | None = None


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
    kind: str | None = None
    """change, not_feasible, condition, refusal, missing or trouble; None in a loaded file."""
    answer: str | None = None
    """The answer it was made from."""
    processed_by: str | None = None
    processed_at: datetime | None = None


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


class DecisionStep(Record, frozen=True, kw_only=True):
    """One body on the decision route, in `order`."""

    body: str
    order: int = 0
    day: date | None = None
    deadline: date | None = None
    role: str | None = None
    decision: str | None = None
    """akkoord, akkoord met wijziging or aangehouden."""
    reference: str | None = None
    text: str | None = None
    amended: tuple[str, ...] = ()
    """The themes, items and measures a body wants changed."""
    skipped: bool = False
    """An optional body that is not asked this year."""
    decided_on: date | None = None
    by: str | None = None
    at: datetime | None = None


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


class Change(Record, frozen=True, kw_only=True):
    """One change to what the plan says, which can be undone. Key: moment/kind/subject.

    `was` and `became` are JSON with only the fields that differ: `was` is empty for something
    new, `became` for something that was taken out.
    """

    kind: str
    """The class of the record: Measure, ActionItem, Theme …"""
    subject: str
    was: str = ""
    became: str = ""
    because: str
    """What led to it: `verdict`, `comment/…`, `proposal/…`, `outcome/…`, `decision/…` …"""
    by: str
    at: datetime
    undone_at: datetime | None = None
    undone_by: str | None = None


class Edition(Record, frozen=True, kw_only=True):
    """The plan as it was adopted or amended, word for word. Key: the version."""

    at: datetime
    by: str
    why: str | None = None
    content: str = ""
    """The records of the plan by class, as they were; JSON."""
