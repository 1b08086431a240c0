"""What plans share, and what goes from one to another."""

from __future__ import annotations

from datetime import datetime

from plan.records.base import Record
from plan.text import Language


class Desk(Record, frozen=True, kw_only=True):
    """One person over all plans, kept in the shared part. Key: tenant/object id."""

    plans: dict[str, str] = {}
    """Plan key -> the person's key in that plan."""
    current: str | None = None
    language: Language | None = None


class Seating(Record, frozen=True, kw_only=True):
    """An intention: everybody in the plan of this key gets a desk. Kept in the shared part."""

    begun_by: str | None = None
    """The card that the plan is begun by; nothing for newcomers in a plan that is there."""


class Unfinished(Record, frozen=True, kw_only=True):
    """This store is being filled and not whole yet. Kept in the shared part; key: by what."""

    source: str
    """What it is filled from."""
    at: datetime


class Sharing(Record, frozen=True, kw_only=True):
    """One request to a partner for two plans, as this plan sees it. Key: round/org/plan."""

    round: str
    org: str
    plan: str
    """The other plan."""
    municipality: str
    """Whose plan that is."""
    with_round: str
    with_org: str
    leads: bool
    """Whether the messages of this plan speak for both."""
    told_after: int = 0
    """How many messages of this plan the partner had before they began to name both."""
    open_there: bool = True
    """Whether its request still runs, with somebody who may answer here too."""
    done_there: bool = False
    sent_there: int = 0
    """How many messages the other plan has sent for it."""
    told_there: datetime | None = None
    """From when the partner knew by that plan's messages that it answers for both."""
    apart: bool = False
    """The partner wants to answer each for itself."""


class Offered(Record, frozen=True, kw_only=True):
    """What a partner told another municipality before this one asked too: to be confirmed here.

    Its key is that of the answer it may become.
    """

    round: str
    org: str
    question: str
    subject: str | None = None
    number: int = 1
    value: str | int | None = None
    text: str | None = None
    more: dict[str, str | tuple[str, ...]] = {}
    plan: str
    municipality: str
    at: datetime


class Errand(Record, frozen=True, kw_only=True):
    """An intention: this plan and another must hear what partners said to either. Key: the other.

    It is kept together with what was said, so that a stop between the two plans loses nothing.
    """
