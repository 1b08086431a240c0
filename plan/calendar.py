"""Working days, and the calendar worked back from the day the college decides (domain 2.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from plan.records import Planned
from plan.text import Text

ZONE = ZoneInfo("Europe/Amsterdam")
DAY_BEGINS, DAY_ENDS = time(8), time(18)
"""Outside these hours nobody is disturbed (product 6)."""
POST_AT = time(9)
TEN_WORKING_DAYS = 10
"""A round with fewer working days gets a warning."""
QUIET_FROM, QUIET_UNTIL = (12, 15), (1, 10)
"""No partner is asked anything between these days (domain 2.2)."""


@lru_cache(maxsize=64)
def _holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("NL", years=year))


def is_working_day(day: date) -> bool:
    """Monday to Friday, no Dutch public holiday."""
    return day.weekday() < 5 and day not in _holidays(day.year)


def working_days(first: date, last: date) -> int:
    """How many working days there are from `first` to `last`, both included."""
    return sum(1 for day in _days(first, last) if is_working_day(day))


def working_day_before(day: date, count: int = 1) -> date:
    return _step(day, count, -1)


def working_day_after(day: date, count: int = 1) -> date:
    return _step(day, count, 1)


def on_or_after(day: date) -> date:
    return day if is_working_day(day) else working_day_after(day)


def on_or_before(day: date) -> date:
    return day if is_working_day(day) else working_day_before(day)


def local(moment: datetime) -> datetime:
    return moment.astimezone(ZONE)


def moment(day: date, at: time = POST_AT) -> datetime:
    """That local time on that day, in UTC."""
    return datetime.combine(day, at, tzinfo=ZONE).astimezone(UTC)


def is_decent(now: datetime) -> bool:
    """Whether people may be written to now: a working day, 08.00 to 18.00 in Amsterdam."""
    here = local(now)
    return is_working_day(here.date()) and DAY_BEGINS <= here.time() < DAY_ENDS


def next_decent(now: datetime) -> datetime:
    """Now when it is decent, else the next morning at nine on which it is."""
    if is_decent(now):
        return now
    here = local(now)
    early = is_working_day(here.date()) and here.time() < DAY_BEGINS
    return moment(here.date() if early else working_day_after(here.date()))


CONSULTING = frozenset({"evaluation", "check", "check_1", "check_2"})

_FOLLOW_UP = (
    ("evaluation", 20),
    ("format", 3),
    ("draft", 12),
    ("check", 15),
    ("session", 7),
    ("decision", 12),
)
_FIRST_YEAR = (
    ("format", 3),
    ("draft", 12),
    ("check_1", 15),
    ("check_2", 15),
    ("session", 7),
    ("decision", 12),
)
PRESETS: dict[str, dict[str, tuple[tuple[str, int], ...]]] = {
    "najaar": {"follow_up": _FOLLOW_UP, "first_year": _FIRST_YEAR},
    "voorjaar": {
        "follow_up": (
            ("evaluation", 20),
            ("format", 3),
            ("draft", 15),
            ("check", 18),
            ("session", 6),
            ("decision", 12),
        ),
        "first_year": (
            ("format", 3),
            ("draft", 15),
            ("check_1", 15),
            ("check_2", 15),
            ("session", 6),
            ("decision", 12),
        ),
    },
    "nieuw_ivp": {
        "follow_up": _FOLLOW_UP,
        "first_year": (
            ("format", 3),
            ("draft", 7),
            ("check_1", 15),
            ("check_2", 15),
            ("session", 5),
            ("decision", 13),
        ),
    },
}
PRESET_TITLES: dict[str, Text] = {
    "najaar": Text(
        nl="najaar: het plan ligt er op 1 januari", en="autumn: the plan is ready on 1 January"
    ),
    "voorjaar": Text(
        nl="voorjaar: met de jaarcijfers van de politie en de begroting",
        en="spring: with the full-year police figures and the budget",
    ),
    "nieuw_ivp": Text(
        nl="nieuw IVP: ongeveer twaalf weken na het raadsbesluit",
        en="new IVP: about twelve weeks after the council's decision",
    ),
}


def fitting_preset(college: date, track: str) -> str:
    """The preset that suits a day of decision: spring before the summer, else autumn."""
    if track == "first_year":
        return "nieuw_ivp"
    return "voorjaar" if college.month in range(2, 8) else "najaar"


def work_back(
    college: date, *, track: str, preset: str, again_at: date | None = None
) -> tuple[Planned, ...]:
    """The steps one after another, the last ending on the day the college decides.

    When the first would start before `again_at`, all are shortened in proportion, none under
    one working day. Partners are not asked anything around the turn of the year, as long as
    anything else fits. Raises ValueError when not even one working day a step is left.
    """
    lengths = list(PRESETS[preset][track])
    found = _laid_out(college, lengths)
    if again_at is None or found[0].start >= again_at:
        return found
    if working_days(again_at, college) < len(lengths):
        raise ValueError("too few working days before the college decides")
    for shrink in range(99, 0, -1):
        shorter = [(step, max(1, days * shrink // 100)) for step, days in lengths]
        found = _laid_out(college, shorter)
        if found[0].start >= again_at:
            return found
    return _squeezed(again_at, college, lengths)


def _laid_out(college: date, lengths: list[tuple[str, int]]) -> tuple[Planned, ...]:
    found: list[Planned] = []
    end = on_or_before(college)
    for step, days in reversed(lengths):
        fits = _usable_for(step)
        while not fits(end):
            end -= timedelta(days=1)
        start, left = end, days - 1
        while left:
            start -= timedelta(days=1)
            left -= fits(start)
        found.append(Planned(step=step, start=start, end=end))
        end = start - timedelta(days=1)
    return tuple(reversed(found))


def _squeezed(first: date, last: date, lengths: list[tuple[str, int]]) -> tuple[Planned, ...]:
    """One working day a step, and what is left over for the last step."""
    days = [day for day in _days(first, last) if is_working_day(day)]
    found = [Planned(step=step, start=days[n], end=days[n]) for n, (step, _) in enumerate(lengths)]
    found[-1] = Planned(step=lengths[-1][0], start=found[-1].start, end=days[-1])
    return tuple(found)


def _usable_for(step: str) -> Callable[[date], bool]:
    def fits(day: date) -> bool:
        return is_working_day(day) and not (step in CONSULTING and _around_new_year(day))

    return fits


def _around_new_year(day: date) -> bool:
    at = (day.month, day.day)
    return at >= QUIET_FROM or at <= QUIET_UNTIL


def warnings(calendar: tuple[Planned, ...], titles: dict[str, Text]) -> tuple[Text, ...]:
    """What no longer fits: a round of asking with fewer than ten working days."""
    found = []
    for planned in calendar:
        days = sum(map(_usable_for(planned.step), _days(planned.start, planned.end)))
        if planned.step in CONSULTING and days < TEN_WORKING_DAYS:
            words = Text(
                nl="{step}: maar {days} werkdagen; partners hebben er ten minste tien nodig.",
                en="{step}: only {days} working days; partners need at least ten.",
            )
            found.append(words.fill(step=titles[planned.step], days=days))
    return tuple(found)


def _days(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += timedelta(days=1)


def _step(day: date, count: int, way: int) -> date:
    while count:
        day += timedelta(days=way)
        count -= is_working_day(day)
    return day
