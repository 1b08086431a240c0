"""What was decided, concluded and closed, and the trace of every change."""

from __future__ import annotations

from datetime import date, datetime

from plan.records.base import Part, Record


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


class Typed(Part, frozen=True, kw_only=True):
    """A message that was taken for an answer, in case it is edited or deleted later."""

    message: str
    """The channel's id of it."""
    field: str
    """What it answered, by the id of the field."""
    round: str
    org: str
    at: datetime
    """When it was last heard."""


class Table(Record, frozen=True, kw_only=True):
    """What lies on the table between the assistant and one person. Key: the person."""

    asked: str | None = None
    """The key of the question put last, when it waits for a typed answer."""
    put_at: datetime | None = None
    """When it was put; what a colleague answered since is not overwritten unseen."""
    org: str | None = None
    """For which organisation the person answers now (own, or on behalf of)."""
    round: str | None = None
    typing: str = ""
    """One question at a time: `core` or `all` of them; "" means by card."""
    heard: tuple[str, ...] = ()
    """What an older program noted here; now every activity is a `Delivered`."""
    skipped: tuple[str, ...] = ()
    """Questions left for later in this round, by the key of their Ask."""
    typed: tuple[Typed, ...] = ()
    """The last messages that were answers, the newest at the end."""


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
