"""Checks on what the plan asks of people."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from plan.checks import findings
from plan.records import Planning, Record
from tests.plan.checks.tiny import asks, dossier, found, item, measure, org, stones

YEAR = Planning(start=date(2027, 1, 1), end=date(2027, 12, 31))


def asking(hours: float, planning: Planning = YEAR, **more: Any) -> tuple[Record, ...]:
    claims = {"capacity": asks("A", hours), "planning": planning, **more}
    return (item(), measure(**claims), org("A", capacity_hours=365.0))


def test_more_hours_than_there_are_is_found() -> None:
    assert found("C08", *asking(366)) == ["A"]


def test_exactly_the_hours_there_are_is_not() -> None:
    assert found("C08", *asking(365)) == []


def test_hours_of_several_measures_add_up() -> None:
    made = asking(200, Planning())
    second = measure("M2", capacity=asks("A", 200), planning=Planning())
    assert found("C08", *made, second) == ["A"]


def test_a_measure_that_stops_asks_nothing() -> None:
    assert found("C08", *asking(400, decision="stop")) == []


@pytest.mark.parametrize("capacity", [{}, {"capacity_hours": None}])
def test_an_organisation_without_capacity_is_not_judged(capacity: dict[str, Any]) -> None:
    assert found("C08", item(), measure(capacity=asks("A", 9999)), org("A", **capacity)) == []


def test_hours_of_an_organisation_nobody_knows_are_left_out() -> None:
    assert found("C08", item(), measure(capacity=asks("B", 9999)), org("A")) == []


def test_a_quarter_is_compared_with_its_share_of_the_year() -> None:
    quarter = Planning(start=date(2027, 4, 1), end=date(2027, 6, 30))
    assert found("C08", *asking(91, quarter)) == []
    made = asking(92, quarter)
    assert found("C08", *made) == ["A"]
    (one,) = [one for one in findings(dossier(*made)) if one.check == "C08"]
    assert (
        one.message.nl
        == "Organisatie A in het tweede kwartaal van 2027: 92 uur gevraagd, 91 beschikbaar."
    )


def test_of_a_measure_over_the_turn_of_the_year_only_its_days_in_the_quarter_count() -> None:
    winter = Planning(start=date(2026, 12, 1), end=date(2027, 2, 28))
    assert found("C08", *asking(100, winter)) == []
    assert found("C08", *asking(180, winter)) == ["A"]


def test_without_both_dates_there_are_no_quarters() -> None:
    for planning in (Planning(), Planning(start=date(2027, 4, 1)), Planning(end=date(2027, 1, 2))):
        assert found("C08", *asking(300, planning)) == []


def test_the_quarters_are_those_of_the_plan_year() -> None:
    quarter = Planning(start=date(2027, 4, 1), end=date(2027, 6, 30))
    assert found("C08", *asking(200, quarter), year=2026) == []


def test_a_leap_year_has_a_day_more() -> None:
    quarter = Planning(start=date(2028, 1, 1), end=date(2028, 3, 31))
    made = (item(), measure(capacity=asks("A", 91), planning=quarter))
    assert found("C08", *made, org("A", capacity_hours=366.0), year=2028) == []
    assert found("C08", *made, org("A", capacity_hours=365.0), year=2028) == ["A"]


def growing(more: int, less: int) -> list[Record]:
    return [
        *(measure(f"N{n}", decision="new", evidence="praktijk") for n in range(more)),
        *(measure(f"S{n}", decision="scale_down") for n in range(less)),
    ]


def test_growing_while_hours_run_out_is_piling_up() -> None:
    assert found("C17", *asking(400), *growing(3, 0)) == ["plan"]
    assert found("C17", *asking(400), *growing(5, 2)) == ["plan"]


def test_growing_is_fine_when_it_fits_or_something_goes() -> None:
    assert found("C17", *asking(300), *growing(3, 0)) == []
    assert found("C17", *asking(400), *growing(4, 2)) == []


def test_in_a_first_year_everything_is_new() -> None:
    assert found("C17", *asking(400), *growing(9, 0), track="first_year") == []


MARCH, JUNE = date(2027, 3, 1), date(2027, 6, 1)


def test_half_of_six_milestones_in_one_quarter_is_a_peak() -> None:
    spread = (MARCH, MARCH, MARCH, JUNE, date(2027, 9, 1), date(2027, 12, 1))
    assert found("C18", item(), measure(milestones=stones(*spread))) == ["2027-Q1"]


def test_two_halves_are_two_peaks() -> None:
    halves = (MARCH, MARCH, MARCH, JUNE, JUNE, JUNE)
    assert found("C18", item(), measure(milestones=stones(*halves))) == ["2027-Q1", "2027-Q2"]


def test_five_milestones_or_a_spread_year_make_no_peak() -> None:
    assert found("C18", item(), measure(milestones=stones(*[MARCH] * 5))) == []
    spread = [date(2027, month, 1) for month in (1, 2, 4, 5, 7, 10)]
    assert found("C18", item(), measure(milestones=stones(*spread))) == []


def test_milestones_without_a_date_count_nowhere() -> None:
    assert found("C18", item(), measure(milestones=stones(*[MARCH] * 5, None))) == []
