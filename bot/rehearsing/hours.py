"""When people get round to things, and the days that a card tells."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from random import Random

from plan.calendar import is_working_day, local, moment, on_or_after, working_day_after

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)})")
EVENINGS = 0.1
"""How often somebody does it in the evening; the assistant may not answer others then."""


def soon(now: datetime, random: Random) -> datetime:
    """Some hours later, mostly within working hours."""
    at = now + timedelta(minutes=random.randint(20, 300))
    here = local(at)
    if is_working_day(here.date()) and time(8, 30) <= here.time() < time(17, 30):
        return at
    if is_working_day(here.date()) and random.random() < EVENINGS and here.hour < 23:
        return at
    return next_morning(now, random)


def next_morning(now: datetime, random: Random) -> datetime:
    day = working_day_after(local(now).date())
    return moment(day, time(9, random.randint(0, 59), random.randint(0, 59)))


def days_later(now: datetime, count: int, random: Random) -> datetime:
    day = working_day_after(local(now).date(), count)
    return moment(day, time(random.randint(9, 16), random.randint(0, 59)))


def first_morning(day: date, random: Random) -> datetime:
    return moment(on_or_after(day), time(9, random.randint(0, 59)))


def days_in(words: str, near: date) -> list[date]:
    """The days named without a year, each in the year that brings it nearest."""
    found = []
    for number, month in _DAY.findall(words):
        years = (near.year - 1, near.year, near.year + 1)
        possible = [_on(year, MONTHS.index(month) + 1, int(number)) for year in years]
        found.append(min((d for d in possible if d), key=lambda d: abs((d - near).days)))
    return found


def _on(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
