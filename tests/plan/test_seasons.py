"""What a running plan asks for in which season."""

from __future__ import annotations

from datetime import date

import pytest

from plan.dossier import Dossier
from plan.records import Closed, DecisionStep, Planned, Round
from plan.seasons import next_round_from, next_year_from, usual_college, what_now
from tests.plan.tiny import at, closed, dossier

COLLEGE = DecisionStep(key="college", body="college", day=date(2026, 12, 15))


def adopted(*days: date) -> Dossier:
    """Adopted in December, with rounds held on these days."""
    rounds = [
        Round(key=f"progress-{n}", step="progress", number=n, opened_at=at(day), deadline=day)
        for n, day in enumerate(days, start=1)
    ]
    over = [Closed(key=f"{r.key}/1", step=r.key, at=r.opened_at) for r in rounds]
    return dossier(COLLEGE, closed("decision", at(date(2026, 12, 15))), *rounds, *over)


@pytest.mark.parametrize(
    ("today", "held", "now"),
    [
        (date(2027, 1, 11), (), "quiet"),
        (date(2027, 4, 1), (), "round"),
        (date(2027, 5, 3), (date(2027, 4, 1),), "quiet"),
        (date(2027, 6, 15), (date(2027, 4, 1),), "round"),
        (date(2027, 7, 1), (date(2027, 4, 1), date(2027, 6, 15)), "quiet"),
        (date(2027, 9, 8), (), "next_year"),
    ],
)
def test_a_year_has_a_quarter_check_a_half_year_round_and_the_next_plan(
    today: date, held: tuple[date, ...], now: str
) -> None:
    assert what_now(adopted(*held), today, following=False) == now


def test_a_round_that_is_under_way_comes_first() -> None:
    day = date(2027, 9, 8)
    open_ = Round(key="progress-1", step="progress", opened_at=at(day), deadline=day)
    assert what_now(adopted().plus([open_]), day, following=False) == "settle"


def test_once_the_next_plan_is_made_nothing_is_asked_for_here() -> None:
    for day in (date(2027, 6, 15), date(2027, 9, 8)):
        assert what_now(adopted(), day, following=True) == "quiet"


def test_a_plan_adopted_in_spring_has_time_to_begin() -> None:
    here = dossier(closed("decision", at(date(2027, 3, 16))))
    assert next_round_from(here, date(2027, 4, 2)) == date(2027, 5, 15)


def test_next_year_comes_up_two_weeks_before_its_first_step() -> None:
    assert usual_college(adopted()) == date(2027, 12, 14)
    assert next_year_from(adopted()) == date(2027, 8, 26)


def test_a_plan_of_two_years_is_followed_two_years_later() -> None:
    here = dossier(COLLEGE, duration_years=2)
    assert usual_college(here) == date(2028, 12, 12)


def test_the_calendar_does_where_no_day_of_the_college_is_known() -> None:
    end = Planned(step="decision", start=date(2026, 12, 1), end=date(2026, 12, 15))
    assert usual_college(dossier(calendar=(end,))) == date(2027, 12, 14)
    assert usual_college(dossier()) is None
    assert next_year_from(dossier()) == date(2027, 9, 1)
