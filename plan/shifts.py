"""Whose hours changed much since last year: a reason to talk once more (domain 2.4, V4)."""

from __future__ import annotations

from datetime import UTC, datetime

from plan.changes import as_it_was, changes_since
from plan.checking import own_hours, own_parts
from plan.dossier import Dossier
from plan.once import once
from plan.records import Change, Measure

SHIFT = 0.2
"""The part by which hours may change before it is worth a word."""
DAWN = datetime.min.replace(tzinfo=UTC)


@once(Measure, Change)
def _last_year(dossier: Dossier) -> tuple[Measure, ...]:
    """The measures that came from last year, as they were then."""
    old = {made.subject: made for made in changes_since(dossier, DAWN) if made.kind == "Measure"}
    keys = dict.fromkeys((*(m.key for m in dossier.measures), *old))
    found = (as_it_was(dossier, Measure, key, DAWN) for key in keys)
    return tuple(measure for measure in found if measure and measure.history)


def hours_before(dossier: Dossier, org: str) -> float:
    """An organisation's hours in the measures of last year, as they were then."""
    return sum(own_hours(measure, org) for measure in _last_year(dossier))


def hours_shift(dossier: Dossier, org: str) -> tuple[float, float] | None:
    """The hours of last year and of now when they differ by more than a fifth (domain 2.4, V4)."""
    before = hours_before(dossier, org)
    now = sum(own_hours(measure, org) for measure in own_parts(dossier, org))
    return (before, now) if before and abs(now - before) > SHIFT * before else None
