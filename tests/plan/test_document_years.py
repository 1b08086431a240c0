"""A plan of several years, and the bodies that decide on a plan."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date

import pytest

from plan.blocks import Bars, Table
from plan.dossier import Dossier
from plan.records import Capacity, DecisionStep, Measure, Organisation, Planning
from tests.plan.tiny_document import compiled, plan, text_of, tiny

TWO = plan(duration_years=2)


def tables(dossier: Dossier, caption: str) -> list[Table]:
    blocks = compiled(dossier).blocks
    return [b for b in blocks if isinstance(b, Table) and caption in b.caption]


def running(dossier: Dossier) -> dict[str, float]:
    bars = {b.caption: dict(b.rows) for b in compiled(dossier).blocks if isinstance(b, Bars)}
    return bars["Maatregelen in uitvoering per kwartaal"]


def test_a_plan_of_two_years_says_so_in_its_summary() -> None:
    assert "In dit plan staat wie in 2027 en 2028 wat doet" in text_of(compiled(tiny(TWO)))
    assert "In dit plan staat wie in 2027 wat doet" in text_of(compiled(tiny()))


def test_the_calendar_of_a_plan_of_two_years_has_the_quarters_of_both() -> None:
    late = Measure(
        key="M4",
        item="T2.1",
        title="In het tweede jaar",
        planning=Planning(start=date(2028, 5, 1), end=date(2028, 9, 30)),
    )
    first, second = tables(tiny(TWO, late), "Planning per kwartaal")
    assert "2027" in first.caption
    assert ("M4", "In het tweede jaar", "", "", "", "") in first.rows
    assert "2028" in second.caption
    assert ("M4", "In het tweede jaar", "", "●", "●", "") in second.rows
    assert running(tiny(TWO, late))["2e kwartaal 2028"] == 1.0
    assert len(running(tiny(TWO, late))) == 8


@pytest.mark.parametrize(
    ("start", "end", "quarters"),
    [
        (date(2027, 3, 31), date(2027, 4, 1), (1, 1, 0, 0)),
        (date(2027, 12, 31), None, (0, 0, 0, 1)),
        (None, date(2027, 1, 1), (1, 0, 0, 0)),
    ],
)
def test_a_measure_runs_in_the_quarters_of_its_days(
    start: date | None, end: date | None, quarters: tuple[int, ...]
) -> None:
    only = Measure(key="M1", item="T1.1", title="Kort", planning=Planning(start=start, end=end))
    assert tuple(running(tiny(only)).values()) == quarters


def test_hours_are_weighed_against_those_of_the_whole_duration() -> None:
    welfare = Organisation(key="WLZ", name="Welzijn", capacity_hours=365)
    asked = Measure(
        key="M2", item="T1.1", title="Camera", capacity=(Capacity(org="WLZ", hours=700),)
    )
    (two,) = tables(tiny(TWO, welfare, asked), "beschikbare uren over 2027 en 2028")
    assert two.rows == (("Welzijn", "700", "730", "30"),)
    (one,) = tables(tiny(welfare, asked), "beschikbare uren")
    assert [astuple(cell) for cell in one.rows[0][3:]] == [("335 te weinig",)]  # type: ignore[index,arg-type]


def test_only_the_last_body_that_decides_adopts() -> None:
    route = (
        DecisionStep(key="mt", body="MT", order=1),
        DecisionStep(key="college", body="College", order=2),
        DecisionStep(key="raad", body="Raad", order=3, role="ter kennisname"),
    )
    (table,) = tables(tiny(*route), "Besluitvorming")
    assert [row[2] for row in table.rows if isinstance(row, tuple)] == [
        "ter besluitvorming",
        "ter vaststelling",
        "ter kennisname",
    ]
