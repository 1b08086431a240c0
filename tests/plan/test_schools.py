"""School holidays by region, days off that differ, and a calendar that goes round them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.calendar import is_decent, is_working_day, next_decent
from plan.records import FreeDays, Municipality, Planned, Region
from plan.reminders import due, waves
from plan.schools import KNOWN_UNTIL, REGIONS, outside_break, region_of, school_break
from plan.text import Text
from plan.working_back import TOGETHER, warnings, work_back
from tests.plan.tiny import at, dossier, organisation, person, plan, round_

BREAKS = [
    ("noord", date(2025, 10, 18), date(2025, 10, 26)),
    ("midden", date(2025, 10, 18), date(2025, 10, 26)),
    ("zuid", date(2025, 10, 11), date(2025, 10, 19)),
    ("noord", date(2025, 12, 20), date(2026, 1, 4)),
    ("noord", date(2026, 2, 21), date(2026, 3, 1)),
    ("midden", date(2026, 2, 14), date(2026, 2, 22)),
    ("zuid", date(2026, 2, 14), date(2026, 2, 22)),
    ("midden", date(2026, 4, 25), date(2026, 5, 3)),
    ("noord", date(2026, 7, 4), date(2026, 8, 16)),
    ("midden", date(2026, 7, 18), date(2026, 8, 30)),
    ("zuid", date(2026, 7, 11), date(2026, 8, 23)),
    ("noord", date(2026, 10, 10), date(2026, 10, 18)),
    ("midden", date(2026, 10, 17), date(2026, 10, 25)),
    ("zuid", date(2026, 10, 17), date(2026, 10, 25)),
    ("zuid", date(2027, 2, 13), date(2027, 2, 21)),
    ("zuid", date(2027, 4, 24), date(2027, 5, 2)),
    ("zuid", date(2028, 12, 23), date(2029, 1, 7)),
]
"""As the ministry published them."""


@pytest.mark.parametrize(("region", "first", "last"), BREAKS)
def test_the_school_holidays_are_those_of_the_ministry(
    region: str, first: date, last: date
) -> None:
    days = [first + timedelta(days=n) for n in range(-1, (last - first).days + 2)]
    off = [school_break(day, region) is not None for day in days]  # type: ignore[arg-type]
    assert off == [False, *[True] * (len(days) - 2), False]


@pytest.mark.parametrize("region", REGIONS)
def test_every_school_year_that_is_set_has_its_five_holidays(region: str) -> None:
    for year in range(2025, 2030):
        days = (date(year, 9, 15) + timedelta(days=n) for n in range(360))
        names = {school_break(day, region) for day in days} - {None}  # type: ignore[arg-type]
        assert len(names) == 5, (region, year)


def test_beyond_what_is_set_nothing_is_guessed() -> None:
    christmas = date(2030, 12, 25)
    assert christmas > KNOWN_UNTIL
    assert school_break(christmas, "noord") is None
    late = work_back(date(2030, 12, 17), track="follow_up", preset="najaar", region="noord")
    assert any("2030" in words.nl for words in warnings(late, TITLES, region="noord"))


@pytest.mark.parametrize(
    ("unit", "name", "region"),
    [
        ("Eenheid Noord-Nederland", "Gemeente X", "noord"),
        ("Midden-Nederland", "Gemeente Utrecht", "midden"),
        ("Midden-Nederland", "Almere", "noord"),
        ("Politie Eenheid Limburg", "X", "zuid"),
        ("Zeeland-West-Brabant", "Gemeente Altena", "midden"),
        ("Oost-Nederland", "X", None),
        (None, "X", None),
    ],
)
def test_the_region_follows_from_the_police_unit_where_it_can(
    unit: str | None, name: str, region: str | None
) -> None:
    here = {"region": Region(police_unit=unit), "municipality": Municipality(id="x", name=name)}
    assert region_of(plan(**here)) == region
    chosen = FreeDays(schools="zuid")
    assert region_of(plan(**here, free_days=chosen)) == "zuid"


@pytest.mark.parametrize(
    ("day", "free", "works"),
    [
        (date(2026, 4, 3), FreeDays(), True),
        (date(2026, 4, 3), FreeDays(good_friday=True), False),
        (date(2026, 5, 5), FreeDays(), True),
        (date(2026, 5, 5), FreeDays(liberation_day="every_year"), False),
        (date(2025, 5, 5), FreeDays(), False),
        (date(2025, 5, 5), FreeDays(liberation_day="never"), True),
        (date(2032, 5, 6), FreeDays(liberation_day="never"), False),
        (date(2026, 5, 15), FreeDays(own=(date(2026, 5, 15),)), False),
        (date(2026, 4, 6), FreeDays(), False),
    ],
)
def test_a_municipality_chooses_its_days_off(day: date, free: FreeDays, works: bool) -> None:
    assert is_working_day(day, free) is works


def test_ascension_day_stays_a_day_off_when_it_falls_on_the_fifth_of_may() -> None:
    assert not is_working_day(date(2016, 5, 5), FreeDays(liberation_day="never"))


def test_nobody_is_written_to_on_an_own_day_off() -> None:
    friday = date(2026, 5, 15)
    free = FreeDays(own=(friday,))
    assert not is_decent(at(friday, 10), free)
    assert next_decent(at(friday, 10), free) == at(date(2026, 5, 18))


TITLES = {step: Text.verbatim(step) for step in (*TOGETHER, "format", "draft", "decision")}
OCTOBER = round_("POL", opened_at=at(date(2026, 10, 5)), deadline=date(2026, 10, 30))


def test_no_wave_of_reminders_lies_in_the_school_holidays_where_it_can_be_avoided() -> None:
    plain = [when.date() for when in waves(OCTOBER)]
    assert any(school_break(day, "midden") for day in plain)
    shifted = [when.date() for when in waves(OCTOBER, region="midden")]
    assert not any(school_break(day, "midden") for day in shifted)
    assert shifted[-1] == date(2026, 10, 30)
    assert len(shifted) == len(set(shifted))


def test_a_last_reminder_comes_before_the_holidays_in_which_a_request_ends() -> None:
    ends = round_("POL", opened_at=at(date(2026, 9, 28)), deadline=date(2026, 10, 21))
    assert waves(ends, region="midden")[-1].date() == date(2026, 10, 16)


def test_a_request_that_lies_in_the_holidays_altogether_reminds_all_the_same() -> None:
    summer = round_("POL", opened_at=at(date(2026, 7, 27)), deadline=date(2026, 8, 7))
    assert waves(summer, region="midden") == waves(summer)


def test_reminders_of_a_plan_go_by_its_own_region() -> None:
    people = [organisation("POL"), person("ans", "OOV"), person("pol-1", "POL")]
    known = dossier(*people, OCTOBER, loaded_at=OCTOBER.opened_at - timedelta(days=1))
    here = dossier(*people, OCTOBER, free_days=FreeDays(schools="midden"))
    assert known is not here
    moments = [m for m in waves(OCTOBER) if school_break(m.date(), "midden")]
    assert all(not [m for m in due(here, when) if m.due == when] for when in moments)


@given(st.dates(date(2025, 1, 1), date(2030, 8, 1)), st.integers(0, 40), st.sampled_from(REGIONS))
def test_a_day_is_only_shifted_within_its_bounds(day: date, around: int, region: str) -> None:
    first, last = day - timedelta(days=around), day + timedelta(days=around)
    found = outside_break(day, first, last, free=FreeDays(), region=region)  # type: ignore[arg-type]
    assert first <= found <= last
    if school_break(day, region) is None:  # type: ignore[arg-type]
        assert found == day
    elif found != day:
        assert is_working_day(found)
        assert school_break(found, region) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("region", REGIONS)
def test_the_calendar_worked_back_asks_partners_outside_the_school_holidays(region: str) -> None:
    found = work_back(
        date(2026, 12, 15),
        track="follow_up",
        preset="najaar",
        region=region,  # type: ignore[arg-type]
    )
    for planned in found:
        for end in (planned.start, planned.end):
            away = school_break(end, region)  # type: ignore[arg-type]
            assert planned.step not in TOGETHER or away is None


def test_when_that_does_not_fit_the_holidays_are_used_and_said() -> None:
    college = date(2027, 3, 30)
    plain = work_back(college, track="follow_up", preset="voorjaar")
    found = work_back(
        college, track="follow_up", preset="voorjaar", region="zuid", not_before=plain[0].start
    )
    assert found == plain
    free = work_back(college, track="follow_up", preset="voorjaar", region="zuid")
    assert free[0].start < plain[0].start
    assert not warnings(free, TITLES, region="zuid")


@pytest.mark.parametrize(
    ("start", "end"),
    [(date(2027, 2, 1), date(2027, 2, 17)), (date(2027, 2, 8), date(2027, 2, 25))],
)
def test_a_round_that_leaves_too_little_outside_the_holidays_is_said(
    start: date, end: date
) -> None:
    check = Planned(step="check", start=start, end=end)
    [said] = warnings((check,), TITLES, region="zuid")
    assert "voorjaarsvakantie (regio Zuid)" in said.nl
    assert "spring holiday (South region)" in said.en
    assert warnings((check,), TITLES, region=None) == ()
