"""What partners were asked, answered and remarked, and what was proposed."""

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
