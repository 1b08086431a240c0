"""Working days, decent hours, and the calendar worked back from the college's decision."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.calendar import (
    is_decent,
    is_working_day,
    local,
    moment,
    next_decent,
    on_or_after,
    on_or_before,
    working_day_after,
    working_day_before,
    working_days,
)
from plan.dates import at_time, on_day
from plan.records import Planned
from plan.text import Text
from plan.working_back import (
    CONSULTING,
    PRESET_TITLES,
    PRESETS,
    fitting_preset,
    warnings,
    work_back,
)

DAYS = st.dates(date(2024, 1, 1), date(2034, 12, 31))
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2034, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants naive bounds
TRACKS = ["first_year", "follow_up"]
COLLEGE = date(2026, 12, 22)


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 1),
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2027, 3, 29),
        date(2027, 4, 27),
        date(2026, 11, 7),
        date(2026, 11, 8),
    ],
)
def test_dutch_holidays_and_weekends_are_no_working_days(day: date) -> None:
    assert not is_working_day(day)


@pytest.mark.parametrize("day", [date(2026, 4, 28), date(2026, 12, 24), date(2026, 12, 31)])
def test_a_day_on_which_town_halls_are_open_is_a_working_day(day: date) -> None:
    assert is_working_day(day)


def test_working_days_are_counted_with_both_ends() -> None:
    assert working_days(date(2026, 9, 14), date(2026, 9, 18)) == 5
    assert working_days(date(2026, 9, 19), date(2026, 9, 20)) == 0
    assert working_days(date(2026, 9, 18), date(2026, 9, 14)) == 0
    assert working_days(date(2026, 12, 24), date(2027, 1, 4)) == 6


@given(DAYS, st.integers(1, 40))
def test_so_many_working_days_on_and_back_again(day: date, count: int) -> None:
    there = working_day_after(day, count)
    assert is_working_day(there)
    assert working_days(day + timedelta(days=1), there) == count
    if is_working_day(day):
        assert working_day_before(there, count) == day


@given(DAYS)
def test_the_nearest_working_day_is_the_day_itself_when_it_is_one(day: date) -> None:
    assert on_or_before(day) <= day <= on_or_after(day)
    assert is_working_day(on_or_before(day))
    assert is_working_day(on_or_after(day))
    assert (on_or_before(day) == on_or_after(day)) is is_working_day(day)


@pytest.mark.parametrize(
    ("day", "hour"),
    [
        (date(2027, 3, 26), 8),
        (date(2027, 3, 28), 7),
        (date(2027, 3, 30), 7),
        (date(2027, 10, 29), 7),
        (date(2027, 10, 31), 8),
        (date(2027, 11, 1), 8),
    ],
)
def test_nine_o_clock_is_nine_in_amsterdam_in_summer_and_in_winter(day: date, hour: int) -> None:
    assert moment(day) == datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    assert f"{local(moment(day)):%H.%M}" == "09.00"


@pytest.mark.parametrize(
    ("now", "decent"),
    [
        (datetime(2026, 9, 14, 5, 59, tzinfo=UTC), False),
        (datetime(2026, 9, 14, 6, 0, tzinfo=UTC), True),
        (datetime(2026, 9, 14, 15, 59, tzinfo=UTC), True),
        (datetime(2026, 9, 14, 16, 0, tzinfo=UTC), False),
        (datetime(2026, 11, 9, 6, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 9, 7, 0, tzinfo=UTC), True),
        (datetime(2026, 9, 13, 10, 0, tzinfo=UTC), False),
        (datetime(2026, 4, 27, 10, 0, tzinfo=UTC), False),
    ],
)
def test_people_are_written_to_between_eight_and_six_on_working_days(
    now: datetime, decent: bool
) -> None:
    assert is_decent(now) is decent


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (datetime(2026, 9, 14, 9, 30, tzinfo=UTC), datetime(2026, 9, 14, 9, 30, tzinfo=UTC)),
        (datetime(2026, 9, 14, 3, 0, tzinfo=UTC), datetime(2026, 9, 14, 7, 0, tzinfo=UTC)),
        (datetime(2026, 9, 14, 17, 0, tzinfo=UTC), datetime(2026, 9, 15, 7, 0, tzinfo=UTC)),
        (datetime(2026, 9, 18, 17, 0, tzinfo=UTC), datetime(2026, 9, 21, 7, 0, tzinfo=UTC)),
        (datetime(2027, 3, 26, 17, 30, tzinfo=UTC), datetime(2027, 3, 30, 7, 0, tzinfo=UTC)),
        (datetime(2027, 10, 29, 17, 0, tzinfo=UTC), datetime(2027, 11, 1, 8, 0, tzinfo=UTC)),
        (datetime(2026, 12, 24, 18, 0, tzinfo=UTC), datetime(2026, 12, 28, 8, 0, tzinfo=UTC)),
    ],
)
def test_what_comes_at_night_waits_for_nine_the_next_working_morning(
    now: datetime, then: datetime
) -> None:
    assert next_decent(now) == then


@given(MOMENTS)
def test_the_next_decent_moment_is_decent_and_not_before_now(now: datetime) -> None:
    then = next_decent(now)
    assert is_decent(then)
    assert then >= now
    assert next_decent(then) == then


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("track", TRACKS)
@given(college=DAYS)
def test_the_steps_follow_one_another_on_working_days_and_end_with_the_college(
    preset: str, track: str, college: date
) -> None:
    planned = work_back(college, track=track, preset=preset)
    assert [p.step for p in planned] == [step for step, _ in PRESETS[preset][track]]
    assert planned[-1].end == on_or_before(college)
    assert_ascending(planned)


def assert_ascending(planned: tuple[Planned, ...]) -> None:
    assert all(is_working_day(p.start) and is_working_day(p.end) for p in planned)
    assert all(p.start <= p.end for p in planned)
    assert all(earlier.end < later.start for earlier, later in pairwise(planned))


@given(college=DAYS, preset=st.sampled_from(list(PRESETS)), track=st.sampled_from(TRACKS))
def test_partners_are_not_asked_anything_around_the_turn_of_the_year(
    college: date, preset: str, track: str
) -> None:
    for planned in work_back(college, track=track, preset=preset):
        if planned.step in CONSULTING:
            for day in (planned.start, planned.end):
                assert (1, 10) < (day.month, day.day) < (12, 15)


@given(
    college=DAYS,
    days=st.integers(0, 200),
    preset=st.sampled_from(list(PRESETS)),
    track=st.sampled_from(TRACKS),
)
def test_a_late_start_shortens_every_step_or_is_refused(
    college: date, days: int, preset: str, track: str
) -> None:
    today = college - timedelta(days=days)
    if working_days(today, college) < 6:
        with pytest.raises(ValueError, match="too few working days"):
            work_back(college, track=track, preset=preset, not_before=today)
        return
    planned = work_back(college, track=track, preset=preset, not_before=today)
    assert planned[0].start >= today
    assert planned[-1].end == on_or_before(college)
    assert len(planned) == 6
    assert_ascending(planned)


def test_with_only_the_turn_of_the_year_left_every_step_gets_a_day() -> None:
    college, today = date(2027, 1, 8), date(2026, 12, 28)
    planned = work_back(college, track="follow_up", preset="najaar", not_before=today)
    assert planned[0].start == today
    assert planned[-1].end == college
    assert_ascending(planned)


def test_time_enough_shortens_nothing() -> None:
    usual = work_back(COLLEGE, track="follow_up", preset="najaar")
    early = work_back(COLLEGE, track="follow_up", preset="najaar", not_before=usual[0].start)
    assert early == usual


def test_a_day_too_late_shortens_in_proportion() -> None:
    usual = work_back(COLLEGE, track="follow_up", preset="najaar")
    late = date(2026, 10, 30)
    planned = work_back(COLLEGE, track="follow_up", preset="najaar", not_before=late)
    lengths = {p.step: working_days(p.start, p.end) for p in planned}
    before = {p.step: working_days(p.start, p.end) for p in usual}
    assert all(lengths[step] < before[step] for step in before)
    assert lengths["evaluation"] > lengths["check"] > lengths["session"] > lengths["format"]


def test_a_college_day_in_the_past_is_refused() -> None:
    with pytest.raises(ValueError, match="too few"):
        work_back(COLLEGE, track="follow_up", preset="najaar", not_before=date(2027, 1, 4))


def test_in_the_autumn_the_steps_fall_where_the_domain_puts_them() -> None:
    planned = {p.step: p for p in work_back(COLLEGE, track="follow_up", preset="najaar")}
    assert planned["evaluation"].start.month == 9
    assert planned["evaluation"].end.month == 10
    assert planned["draft"].start.month == 10
    assert planned["check"].start.month == planned["check"].end.month == 11
    assert date(2026, 11, 23) <= planned["session"].start <= date(2026, 11, 27)
    assert planned["decision"].start.month == 12


def test_in_the_spring_the_steps_fall_where_the_domain_puts_them() -> None:
    college = date(2027, 3, 23)
    planned = {p.step: p for p in work_back(college, track="follow_up", preset="voorjaar")}
    assert planned["evaluation"].start.month == 11
    assert planned["draft"].start.month == 1
    assert planned["check"].start.month == planned["check"].end.month == 2
    assert planned["session"].end.month == 3
    assert planned["decision"].start.month == 3


def test_under_a_new_ivp_it_takes_about_twelve_weeks() -> None:
    planned = work_back(date(2027, 6, 15), track="first_year", preset="nieuw_ivp")
    weeks = (planned[-1].end - planned[0].start).days / 7
    assert 11 <= weeks <= 13
    checks = [working_days(p.start, p.end) for p in planned if p.step in CONSULTING]
    assert checks == [15, 15]


@pytest.mark.parametrize(
    ("college", "track", "preset"),
    [
        (date(2026, 12, 22), "follow_up", "najaar"),
        (date(2027, 1, 12), "follow_up", "najaar"),
        (date(2027, 2, 1), "follow_up", "voorjaar"),
        (date(2027, 7, 31), "follow_up", "voorjaar"),
        (date(2027, 8, 1), "follow_up", "najaar"),
        (date(2026, 12, 22), "first_year", "nieuw_ivp"),
    ],
)
def test_the_preset_fits_the_day_of_the_college(college: date, track: str, preset: str) -> None:
    assert fitting_preset(college, track) == preset


def test_every_preset_has_a_name_both_tracks_and_the_same_steps() -> None:
    assert PRESET_TITLES.keys() == PRESETS.keys()
    for preset in PRESETS.values():
        for track in TRACKS:
            assert [s for s, _ in preset[track]] == [s for s, _ in PRESETS["najaar"][track]]


def test_a_round_of_fewer_than_ten_working_days_gets_a_warning() -> None:
    titles = {"check": Text(nl="Checks", en="Checks")}
    nine = Planned(step="check", start=date(2026, 9, 14), end=date(2026, 9, 24))
    (warning,) = warnings((nine,), titles)
    assert "Checks: maar 9 werkdagen" in warning.nl
    ten = Planned(step="check", start=date(2026, 9, 14), end=date(2026, 9, 25))
    assert warnings((ten,), titles) == ()


def test_a_short_step_that_asks_nobody_gets_no_warning() -> None:
    short = Planned(step="format", start=date(2026, 9, 14), end=date(2026, 9, 14))
    assert warnings((short,), {"format": Text(nl="Format", en="Format")}) == ()


def test_days_on_which_nobody_is_asked_do_not_make_a_round_longer() -> None:
    titles = {"check": Text(nl="Checks", en="Checks")}
    over_new_year = Planned(step="check", start=date(2026, 12, 10), end=date(2027, 1, 14))
    (warning,) = warnings((over_new_year,), titles)
    assert "7 werkdagen" in warning.nl


def test_a_shortened_calendar_warns_about_its_rounds() -> None:
    planned = work_back(COLLEGE, track="follow_up", preset="najaar", not_before=date(2026, 11, 16))
    titles = {p.step: Text.verbatim(p.step) for p in planned}
    assert [w.nl.partition(":")[0] for w in warnings(planned, titles)] == ["evaluation", "check"]


def test_days_and_times_are_said_as_people_say_them() -> None:
    assert on_day(date(2026, 10, 9)) == Text(nl="vrijdag 9 oktober", en="Friday 9 October")
    at = datetime(2026, 7, 1, 12, 3, tzinfo=UTC)
    assert at_time(at) == Text(nl="14.03 uur", en="14:03")
