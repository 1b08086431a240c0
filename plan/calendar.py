"""Working days and decent hours, in Amsterdam, through summer and winter time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from plan.records import FreeDays

ZONE = ZoneInfo("Europe/Amsterdam")
DAY_BEGINS, DAY_ENDS = time(8), time(18)
"""Outside these hours nobody is disturbed (product 6)."""
POST_AT = time(9)
TEN_WORKING_DAYS = 10
"""A round with fewer working days gets a warning."""
USUAL = FreeDays()
"""What holds where nobody chose otherwise."""
GOOD_FRIDAY, LIBERATION_DAY = "Goede vrijdag", (5, 5)
LUSTRUM = 5
"""So often Liberation Day is a day off by most collective agreements: 2025, 2030 …"""


@lru_cache(maxsize=256)
def _holidays(year: int, free: FreeDays) -> frozenset[date]:
    """The public ones, those that are an own choice as chosen, and the own days."""
    public = holidays.country_holidays("NL", years=year, language="nl")
    found = {day for day, name in public.items() if name != GOOD_FRIDAY or free.good_friday}
    liberation = date(year, *LIBERATION_DAY)
    every = {"lustrum": year % LUSTRUM == 0, "every_year": True, "never": False}
    off = every[free.liberation_day]
    ascension = liberation in found and year % LUSTRUM != 0  # It may fall on the same day.
    found = found | {liberation} if off or ascension else found - {liberation}
    return frozenset(found | {day for day in free.own if day.year == year})


def is_working_day(day: date, free: FreeDays = USUAL) -> bool:
    """Monday to Friday, no Dutch public holiday and no day off of this municipality."""
    return day.weekday() < 5 and day not in _holidays(day.year, free)


@lru_cache(maxsize=4_096)
def working_days(first: date, last: date, free: FreeDays = USUAL) -> int:
    """How many working days there are from `first` to `last`, both included."""
    return sum(1 for day in days_between(first, last) if is_working_day(day, free))


def working_day_before(day: date, count: int = 1, free: FreeDays = USUAL) -> date:
    return _step(day, count, -1, free)


def working_day_after(day: date, count: int = 1, free: FreeDays = USUAL) -> date:
    return _step(day, count, 1, free)


def on_or_after(day: date, free: FreeDays = USUAL) -> date:
    return day if is_working_day(day, free) else working_day_after(day, 1, free)


def on_or_before(day: date, free: FreeDays = USUAL) -> date:
    return day if is_working_day(day, free) else working_day_before(day, 1, free)


def local(moment: datetime) -> datetime:
    return moment.astimezone(ZONE)


@lru_cache(maxsize=4_096)
def moment(day: date, at: time = POST_AT) -> datetime:
    """That local time on that day, in UTC.

    A time that the change to summer time leaves out becomes the first that is there after it; of
    a time that comes twice in autumn it is the first.
    """
    return _as_shown(datetime.combine(day, at, tzinfo=ZONE))


def _as_shown(wall: datetime) -> datetime:
    """UTC of a local time; of one that is not there the end of what was left out."""
    at = wall.astimezone(UTC)
    if at.astimezone(ZONE).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return at
    before = wall.replace(fold=1).astimezone(UTC)
    while at - before > timedelta(microseconds=1):
        middle = before + (at - before) / 2
        before, at = (middle, at) if _is_before(middle, wall) else (before, middle)
    return at.replace(microsecond=0) + timedelta(seconds=at.microsecond > 0)


def _is_before(at: datetime, wall: datetime) -> bool:
    """Whether the clock still shows the time from before the change."""
    return at.astimezone(ZONE).replace(tzinfo=None) < wall.replace(tzinfo=None)


def is_decent(now: datetime, free: FreeDays = USUAL) -> bool:
    """Whether people may be written to now: a working day, 08.00 to 18.00 in Amsterdam."""
    here = local(now)
    return is_working_day(here.date(), free) and DAY_BEGINS <= here.time() < DAY_ENDS


def next_decent(now: datetime, free: FreeDays = USUAL) -> datetime:
    """Now when it is decent, else the next morning at nine on which it is."""
    if is_decent(now, free):
        return now
    here = local(now)
    early = is_working_day(here.date(), free) and here.time() < DAY_BEGINS
    return moment(here.date() if early else working_day_after(here.date(), 1, free))


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day, both included."""
    day = first
    while day <= last:
        yield day
        day += timedelta(days=1)


@lru_cache(maxsize=4_096)  # Each look at a plan asks for the same days.
def _step(day: date, count: int, way: int, free: FreeDays) -> date:
    while count:
        day += timedelta(days=way)
        count -= is_working_day(day, free)
    return day
