"""A starting state out of a loaded plan: its steps from some step on are still to be done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from plan.reading.days import evening
from plan.reading.error import PlanFileError
from plan.reading.values import STEPS
from plan.records import (
    ActionItem,
    Closed,
    DecisionStep,
    Fact,
    IvpTheme,
    Material,
    Measure,
    Meeting,
    Organisation,
    Person,
    Plan,
    Record,
    Theme,
)
from plan.records.frame import Track
from plan.route import undecided
from plan.text import Text

_STAYS = (IvpTheme, Theme, ActionItem, Organisation, Person, Meeting, Fact, Material)


def starting_at(records: Iterable[Record], step: str, track: Track) -> tuple[Record, ...]:
    """What `load FILE --from STEP` keeps (decision 2).

    Raises PlanFileError, naming the steps there are, when the track has no such step.
    """
    steps = STEPS[track]
    if step not in steps:
        ids = ", ".join(steps)
        raise PlanFileError(
            Text(
                nl=f"onbekende stap '{step}'; de stappen zijn {ids}",
                en=f"unknown step '{step}'; the steps are {ids}",
            ),
            "--from",
        )
    given = tuple(records)
    plan = next(record for record in given if isinstance(record, Plan))
    fresh = _fresh(plan, step)
    stays = [record for record in given if isinstance(record, _STAYS)]
    route = undecided(record for record in given if isinstance(record, DecisionStep))
    closed = [_closed(plan, earlier) for earlier in steps[: steps.index(step)]]
    return (fresh, *stays, *_measures(given, plan.year), *route, *closed)


def _fresh(plan: Plan, step: str) -> Plan:
    """The plan as it was on the first day of the step."""
    first = next((one.start for one in plan.calendar if one.step == step), plan.reference_date)
    return replace(plan, key=f"{plan.key}-demo", version="0.1 concept", reference_date=first)


def _measures(records: tuple[Record, ...], year: int) -> list[Measure]:
    """Those that ran before, without the verdict and what partners promised for this plan."""
    ran = [
        record
        for record in records
        if isinstance(record, Measure) and any(past.year < year for past in record.history)
    ]
    left = {measure.key for measure in ran}
    return [
        replace(
            measure,
            decision=None,
            decision_reason=None,
            evidence_note=None,
            commitment={},
            depends_on=tuple(other for other in measure.depends_on if other in left),
        )
        for measure in ran
    ]


def _closed(plan: Plan, step: str) -> Closed:
    """An earlier step, closed on its planned end; without a calendar a year before the plan."""
    planned = next((one.end for one in plan.calendar if one.step == step), None)
    day = planned or date(plan.year - 1, 1, 1)
    return Closed(key=f"{step}/1", step=step, at=evening(day))
