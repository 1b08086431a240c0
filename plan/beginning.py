"""The records of a new plan: from last year's plan, or from the catalogue of themes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime

from msgspec.structs import replace

from plan.calendar import fitting_preset, local, work_back
from plan.dossier import Dossier
from plan.records import (
    ActionItem,
    Concluded,
    DecisionStep,
    Fact,
    Ivp,
    IvpTheme,
    Measure,
    Meeting,
    Municipality,
    Organisation,
    Person,
    Plan,
    Record,
    Round,
    Theme,
    YearOfHistory,
)
from plan.records.content import Track
from plan.route import sort_of, undecided, usual_route

CYCLE = 4
"""An IVP runs for four years."""
CARRIED = (IvpTheme, Theme, ActionItem, Organisation, Person, Meeting, Fact)


def track_of(year: int, ivp_start: int) -> Track:
    """The first year of an IVP has its own track; the later years follow up."""
    return "first_year" if year <= ivp_start else "follow_up"


def next_plan(
    last: Dossier, *, year: int, college: date, now: datetime, ivp_start: int | None = None
) -> tuple[Record, ...]:
    """Next year's plan out of this one: every measure that goes on, none with a verdict yet.

    Progress and effect that were concluded become a year of history; the answers stay to be
    shown as "vorige keer". Raises ValueError when the college decides too soon.
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
        format=replace(last.plan.format, locked_at=None),
        calendar=work_back(
            college,
            track=track,
            preset=fitting_preset(college, track),
            not_before=local(now).date(),
        ),
        previous=last.plan.key,
        loaded_at=None,
    )
    carried = [record for kind in CARRIED for record in last.all(kind)]
    going_on = [measure for measure in last.measures if measure.decision != "stop"]
    keys = {measure.key for measure in going_on}
    measures = [_carried(last, measure, keys) for measure in going_on]
    return (plan, *carried, *measures, *_last_answers(last), *_route(last, track, college))


def _carried(last: Dossier, measure: Measure, going_on: Collection[str]) -> Measure:
    """Without verdict and promises, and without what it waited for where that stopped."""
    return replace(
        measure,
        decision=None,
        decision_reason=None,
        evidence_note=None,
        commitment={},
        depends_on=tuple(key for key in measure.depends_on if key in going_on),
        history=_history(last, measure),
    )


def _history(last: Dossier, measure: Measure) -> tuple[YearOfHistory, ...]:
    """With what was concluded: an evaluative round looks at the year before its plan."""
    concluded, year = last.get(Concluded, measure.key), last.plan.year - 1
    if concluded is None:
        return measure.history
    years = {past.year: past for past in measure.history}
    known = years.get(year, YearOfHistory(year=year))
    years[year] = replace(
        known,
        progress=concluded.progress or known.progress,
        effect=concluded.effect or known.effect,
    )
    return tuple(years[year] for year in sorted(years))


def _last_answers(last: Dossier) -> Iterable[Record]:
    """This year's answers, in a round of their own that no check or result looks at."""
    answers = last.latest_answers
    if not answers:
        return
    key = f"previous-{last.plan.year}"
    opened = min(answer.at for answer in answers)
    yield Round(key=key, step="previous", opened_at=opened, deadline=opened.date())
    for answer in answers:
        tail = (answer.org, answer.question, answer.subject or "", str(answer.number))
        yield replace(answer, key="/".join((key, *tail)), round=key)


def _route(last: Dossier, track: Track, college: date) -> Iterable[DecisionStep]:
    """Last year's bodies; the triangle of a first year is off by default afterwards."""
    first = last.plan.track == "first_year" and track == "follow_up"
    bodies = sorted(last.all(DecisionStep), key=lambda b: b.order)
    for body in undecided(bodies):
        yield replace(
            body,
            day=college if body.body == "college" else None,
            deadline=None,
            skipped=body.skipped or (first and sort_of(body) == "triangle"),
        )


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
