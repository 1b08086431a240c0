"""Reads what is bound to days: the calendar, the decision route, and what was over by then."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from plan.reading import values
from plan.reading.entry import Entry
from plan.records import Closed, DecisionStep, Plan, Planned, Record
from plan.records.frame import Track

_MORNING = time(7, tzinfo=UTC)
_EVENING = time(16, tzinfo=UTC)


def morning(day: date) -> datetime:
    """The moment that stands for something that happened on a day of which no hour is known."""
    return datetime.combine(day, _MORNING)


def evening(day: date) -> datetime:
    """The moment at which a step that ends on this day is over."""
    return datetime.combine(day, _EVENING)


def calendar(entry: Entry, track: Track) -> tuple[Planned, ...]:
    """The planned steps in the order of the track, each once."""
    names = values.steps_by_name(track)
    found: dict[str, Planned] = {}
    for line in entry.entries("calendar"):
        step = names.get(line.choice("step", tuple(names)) or "")
        start, end = line.day("start"), line.day("end")
        if step in found:
            line.wrong("step", "deze stap staat er al", "this step is there already")
        for key, day in (("start", start), ("end", end)):
            if day is None and line.raw(key) is None:
                line.wrong(key, "dit ontbreekt", "this is missing")
        ends_before_it_starts(line, start, end)
        if step and start and end:
            found[step] = Planned(step=step, start=start, end=end, name=line.text("name"))
    return tuple(found[step] for step in values.STEPS[track] if step in found)


def ends_before_it_starts(entry: Entry, start: date | None, end: date | None) -> None:
    """Notes it when the two days are in the wrong order."""
    if start and end and end < start:
        entry.wrong("end", "het einde ligt vóór het begin", "the end is before the start")


def decision_route(entry: Entry) -> list[Record]:
    """The bodies in the order of the file; one that comes twice gets its number in the key."""
    found: list[Record] = []
    times: dict[str, int] = {}
    for order, step in enumerate(entry.entries("decision_route")):
        body = step.needed("body")
        times[body] = times.get(body, 0) + 1
        found.append(
            DecisionStep(
                key=body if times[body] == 1 else f"{body}-{times[body]}",
                body=body,
                order=order,
                day=step.day("date"),
                deadline=step.day("deadline"),
                role=step.text("role"),
                decision=step.text("decision"),
                reference=step.label("reference"),
                text=step.text("text"),
            )
        )
    return found


def closed_steps(plan: Plan) -> list[Record]:
    """A closing record for each step that was over on the reference date (decision 1)."""
    today = plan.reference_date
    return [
        Closed(key=f"{planned.step}/1", step=planned.step, at=evening(planned.end))
        for planned in plan.calendar
        if today and planned.end < today
    ]
