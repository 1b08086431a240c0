"""Reads when a round of asking began and ends."""

from __future__ import annotations

from datetime import date

from plan.reading.days import morning
from plan.reading.entry import Entry
from plan.records import Plan, Planned, Round


def round_of(entry: Entry, plan: Plan, step: str, number: int, keys: tuple[str, str]) -> Round:
    """A round with its first and last day, where not given those of the calendar."""
    planned = next((one for one in plan.calendar if one.step == step), None)
    first = _day(entry, keys[0], planned, "start")
    last = _day(entry, keys[1], planned, "end")
    return Round(
        key=f"{step}-{number}",
        step=step,
        number=number,
        opened_at=morning(first),
        deadline=last,
    )


def _day(entry: Entry, key: str, planned: Planned | None, which: str) -> date:
    day = entry.day(key)
    if day is None and planned:
        day = planned.start if which == "start" else planned.end
    if day is None and entry.raw(key) is None:
        entry.wrong(key, "dit ontbreekt", "this is missing")
    return day or date.min
