"""The records of a new plan: from last year's plan, or from the catalogue of themes."""

from __future__ import annotations

from collections.abc import Iterable
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

CYCLE = 4
"""An IVP runs for four years."""
CARRIED = (IvpTheme, Theme, ActionItem, Organisation, Person, Meeting, Fact)
ROUTE = (("MT", None), ("college", None), ("gemeenteraad", "ter kennisname"))


def track_of(year: int, ivp_start: int) -> Track:
    """The first year of an IVP has its own track; the later years follow up."""
    return "first_year" if year <= ivp_start else "follow_up"


def next_plan(
    last: Dossier, *, year: int, college: date, now: datetime, ivp_start: int | None = None
) -> tuple[Record, ...]:
    """Next year's plan out of this one: every measure that goes on, none with a verdict yet.

    Progress and effect concluded this year become a year of history; this year's answers stay
    to be shown as "vorige keer". Raises ValueError when the college decides too soon.
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
    measures = [_carried(last, m) for m in last.measures if m.decision != "stop"]
    return (plan, *carried, *measures, *_last_answers(last), *_route(last, college))


def _carried(last: Dossier, measure: Measure) -> Measure:
    concluded = last.get(Concluded, measure.key)
    known = any(year.year == last.plan.year for year in measure.history)
    history = measure.history
    if concluded and not known:
        now = YearOfHistory(
            year=last.plan.year, progress=concluded.progress, effect=concluded.effect
        )
        history = (*history, now)
    return replace(
        measure, decision=None, decision_reason=None, evidence_note=None, history=history
    )


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


def _route(last: Dossier, college: date) -> Iterable[DecisionStep]:
    for body in sorted(last.all(DecisionStep), key=lambda b: b.order):
        yield replace(
            body,
            day=college if body.body == "college" else None,
            deadline=None,
            decision=None,
            reference=None,
            text=None,
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
    route = [
        DecisionStep(
            key=body, body=body, order=n, role=role, day=college if body == "college" else None
        )
        for n, (body, role) in enumerate(ROUTE)
    ]
    team = Organisation(key="OOV", name="Team Openbare Orde en Veiligheid", kind="internal")
    return (plan, replace(coordinator, org=coordinator.org or "OOV"), team, *chosen, *here, *route)
