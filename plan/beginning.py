"""The records of a new plan: from last year's plan, or from the catalogue of themes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from msgspec.structs import replace

from plan import carrying
from plan.calendar import local
from plan.dossier import Dossier
from plan.records import (
    ActionItem,
    Fact,
    Ivp,
    IvpTheme,
    Meeting,
    Municipality,
    Organisation,
    Person,
    Plan,
    Record,
    Team,
    Theme,
    Wish,
)
from plan.records.frame import Track
from plan.route import usual_route
from plan.schools import region_of
from plan.working_back import fitting_preset, work_back

CYCLE = 4
"""An IVP runs for four years."""
CARRIED = (IvpTheme, ActionItem, Organisation, Person, Meeting, Fact, Team)


def track_of(year: int, ivp_start: int) -> Track:
    """The first year of an IVP has its own track; the later years follow up."""
    return "first_year" if year <= ivp_start else "follow_up"


def next_plan(
    last: Dossier, *, year: int, college: date, now: datetime, ivp_start: int | None = None
) -> tuple[Record, ...]:
    """Next year's plan out of this one: every measure that goes on, none with a verdict yet.

    Progress and effect that were concluded become a year of history; the answers stay to be
    shown as "vorige keer". Agreements with an owner and parked ideas come along. Raises
    ValueError when the college decides too soon.
    """
    start = ivp_start or last.plan.ivp.start or year - 1
    track = track_of(year, start)
    plan = replace(
        last.plan,
        key=f"{last.plan.municipality.id}-{year}",
        title=f"Uitvoeringsplan integrale veiligheid {year}",
        year=year,
        track=track,
        ivp=last.plan.ivp if start == last.plan.ivp.start else _new_ivp(start),
        ivp_year_number=year - start + 1,
        version="0.1 concept",
        reference_date=None,
        format=replace(last.plan.format, locked_at=None, reason=None),
        calendar=work_back(
            college,
            track=track,
            preset=fitting_preset(college, track),
            not_before=local(now).date(),
            free=last.plan.free_days,
            region=region_of(last.plan),
        ),
        previous=last.plan.key,
        loaded_at=None,
        begun_by=None,
    )
    carried = [record for kind in CARRIED for record in last.all(kind)]
    carried += [replace(theme, look_back=None) for theme in last.all(Theme)]
    carried += [replace(wish, snoozed_until=None) for wish in last.all(Wish)]
    going_on = [measure for measure in last.measures if measure.decision != "stop"]
    keys = {measure.key for measure in going_on}
    measures = [carrying.measure_of(last, measure, keys) for measure in going_on]
    asides = (*carrying.agreements(last), *carrying.ideas(last), *carrying.last_answers(last))
    return (plan, *carried, *measures, *asides, *carrying.route(last, track, college))


def _new_ivp(start: int) -> Ivp:
    end = start + CYCLE - 1
    return Ivp(title=f"Integraal Veiligheidsplan {start}-{end}", start=start, end=end)


def from_scratch(
    *,
    key: str,
    municipality: str,
    year: int,
    ivp_start: int,
    college: date,
    now: datetime,
    coordinator: Person,
    themes: Iterable[IvpTheme],
) -> tuple[Record, ...]:
    """A plan that starts from themes alone, each of them a priority of the IVP for now.

    Raises ValueError when the college decides too soon.
    """
    track = track_of(year, ivp_start)
    chosen = tuple(themes)
    plan = Plan(
        key=key,
        title=f"Uitvoeringsplan integrale veiligheid {year}",
        year=year,
        track=track,
        municipality=Municipality(id=key.rpartition("-")[0], name=municipality),
        ivp=_new_ivp(ivp_start),
        ivp_year_number=year - ivp_start + 1,
        calendar=work_back(
            college,
            track=track,
            preset=fitting_preset(college, track),
            not_before=local(now).date(),
        ),
        coordinator=coordinator.key,
    )
    here = [Theme(key=t.key, title=t.title, order=n) for n, t in enumerate(chosen)]
    route = usual_route(track, college)
    team = Organisation(key="OOV", name="Team Openbare Orde en Veiligheid", kind="internal")
    return (plan, replace(coordinator, org=coordinator.org or "OOV"), team, *chosen, *here, *route)
