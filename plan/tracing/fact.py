"""One fact about a part of the plan, with its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plan.calendar import local
from plan.records import DecisionStep
from plan.text import Text


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One thing that is known, and where it comes from.

    `org` is whose words it is, "" when it stands in the plan for all to read. `frank` marks an
    answer that was given to the municipality alone.
    """

    text: Text
    source: Text
    day: date | None = None
    timeless: bool = False
    """The day only says where it comes in the order."""
    org: str = ""
    frank: bool = False
    inside: bool = False
    """Hours, money and what the plan keeps internal: for who makes the plan alone."""


def named(nl: str, en: str) -> Text:
    """What a source is called."""
    return Text(nl=nl, en=en)


def decided_on(body: DecisionStep) -> date | None:
    return body.decided_on or (local(body.at).date() if body.at else body.day)
