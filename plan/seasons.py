"""What a running plan asks for now, by the calendar (domain 2.3 J6, 2.5)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from plan.beginning import track_of
from plan.calendar import local, on_or_before
from plan.dossier import Dossier
from plan.progress import MOST, open_round, rounds_in, year_of
from plan.records import DecisionStep
from plan.schools import region_of
from plan.standing import closing
from plan.working_back import fitting_preset, work_back

Now = Literal["settle", "round", "next_year", "quiet"]

QUARTER, HALF_YEAR = (4, 1), (6, 15)
"""From when on the first and the second progress round of a year make sense."""
SETTLING_IN = timedelta(days=60)
"""A plan that was only just adopted has nothing to report yet."""
AHEAD = timedelta(weeks=2)
"""How long before its first step next year's plan comes up."""


def what_now(dossier: Dossier, today: date, *, following: bool) -> Now:
    """What to do now; `following` says whether next year's plan has begun already."""
    if open_round(dossier):
        return "settle"
    if today >= next_year_from(dossier) and not following:
        return "next_year"
    at = next_round_from(dossier, today)
    return "round" if at and at <= today and not following else "quiet"


def next_round_from(dossier: Dossier, today: date) -> date | None:
    """From when on the next progress round of this year makes sense; None after the last."""
    year = year_of(dossier, today)
    held = len(rounds_in(dossier, year))
    if held >= MOST:
        return None
    half_year = date(year, *HALF_YEAR)
    usual = half_year if held or today >= half_year else date(year, *QUARTER)
    closed = closing(dossier, "decision")
    return max(usual, local(closed.at).date() + SETTLING_IN) if closed else usual


def next_year_from(dossier: Dossier) -> date:
    """Two weeks before the first step of next year's plan, worked back from its decision."""
    year = dossier.plan.year + dossier.plan.duration_years
    college = usual_college(dossier)
    if college is None:
        return date(year - 1, 9, 1)
    track = track_of(year, dossier.plan.ivp.start or year - 1)
    calendar = work_back(
        college,
        track=track,
        preset=fitting_preset(college, track),
        free=dossier.plan.free_days,
        region=region_of(dossier.plan),
    )
    return calendar[0].start - AHEAD


def usual_college(dossier: Dossier) -> date | None:
    """The day on which the college would decide on the next plan, were it as this time."""
    plan = dossier.plan
    days = [b.day for b in dossier.all(DecisionStep) if b.body.casefold() == "college" and b.day]
    days += [planned.end for planned in plan.calendar if planned.step == "decision"]
    if not days:
        return None
    later = days[0] + timedelta(weeks=52 * plan.duration_years)
    return on_or_before(later)
