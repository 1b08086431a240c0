"""Checks on what a measure promises."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from plan.records import Planning, YearOfHistory
from tests.plan.checks.tiny import found, item, measure


def years(**effects: str) -> tuple[YearOfHistory, ...]:
    """A history such as `y2025="uitgebleven"`."""
    return tuple(YearOfHistory(year=int(y[1:]), effect=effect) for y, effect in effects.items())


GONE = "uitgebleven"


@pytest.mark.parametrize("decision", ["continue", "intensify"])
def test_two_years_without_effect_call_for_a_reason(decision: str) -> None:
    history = years(y2025=GONE, y2026=GONE)
    assert found("C07", item(), measure(history=history, decision=decision)) == ["M1"]
    explained = measure(history=history, decision=decision, decision_reason="nieuwe plek")
    assert found("C07", item(), explained) == []


@pytest.mark.parametrize(
    "more",
    [
        {"history": years(y2026=GONE)},
        {"history": years(y2024=GONE, y2026=GONE)},
        {"history": years(y2025=GONE, y2026="beperkt")},
        {"history": years(y2025=GONE, y2026=GONE), "decision": "stop"},
        {"history": years(y2025=GONE, y2026=GONE), "decision": None},
    ],
)
def test_less_than_two_years_or_another_verdict_does_not(more: dict[str, Any]) -> None:
    assert found("C07", item(), measure(**more)) == []


def test_the_two_years_are_those_before_the_plan_year() -> None:
    old = measure(history=years(y2025=GONE, y2026=GONE))
    assert found("C07", item(), old, year=2028) == []


@pytest.mark.parametrize(
    "title",
    [
        "Blijven inzetten op preventie",
        "Waar nodig handhaven",
        "Signalen oppakken",
        "Aandacht voor x",
        "Aandacht  voor\tx",
    ],
)
def test_vague_words_in_a_title_are_found(title: str) -> None:
    assert found("C12", item(), measure(title=title)) == ["M1"]


def test_words_that_only_contain_a_vague_one_are_not_found() -> None:
    concrete = measure(title="Zes gestimuleerde bezoeken", description="stimuleren")
    assert found("C12", item(), concrete) == []


def lasting(key: str, start: date | None, end: date | None, *first: str) -> Any:
    return measure(key, planning=Planning(start=start, end=end), depends_on=first)


MARCH, APRIL, MAY = date(2027, 3, 31), date(2027, 4, 1), date(2027, 5, 1)


def test_the_one_that_ends_before_what_it_depends_on_is_named() -> None:
    other = lasting("M2", MARCH, MAY)
    assert found("C25", item(), lasting("M1", MARCH, APRIL, "M2"), other) == ["M1"]
    assert found("C25", item(), lasting("M1", APRIL, None, "M2"), other) == ["M1"]


def test_a_measure_may_end_with_the_other_or_later() -> None:
    for last_day in (MARCH, APRIL, MAY):
        other = lasting("M2", None, last_day)
        assert found("C25", item(), lasting("M1", MARCH, MAY, "M2"), other) == []


def test_without_dates_the_order_is_not_known() -> None:
    for other in (lasting("M2", MARCH, None), lasting("M3", MARCH, MAY)):
        assert found("C25", item(), lasting("M1", MARCH, MAY, "M2"), other) == []
    assert found("C25", item(), lasting("M1", None, None, "M2"), lasting("M2", None, MAY)) == []


def test_a_measure_that_ended_before_the_plan_year_is_found() -> None:
    ended = Planning(start=date(2025, 1, 1), end=date(2026, 12, 31))
    assert found("C30", item(), measure(planning=ended)) == ["M1"]
    assert found("C30", item(), measure(planning=ended), year=2026) == []
    assert found("C30", item(), measure(planning=ended, decision="stop")) == []


def test_a_measure_that_ends_on_new_years_day_is_in_the_plan_year() -> None:
    assert found("C30", item(), measure(planning=Planning(end=date(2027, 1, 1)))) == []


def test_a_measure_without_an_end_goes_on() -> None:
    assert found("C30", item(), measure(planning=Planning(start=date(2020, 1, 1)))) == []
