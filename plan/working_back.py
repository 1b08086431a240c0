"""The calendar, worked back from the day the college decides (domain 2.2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from plan.calendar import (
    TEN_WORKING_DAYS,
    USUAL,
    days_between,
    is_working_day,
    on_or_before,
    working_days,
)
from plan.records import FreeDays, Planned
from plan.schools import KNOWN_UNTIL, REGION_NAMES, Schools, named, school_break
from plan.text import Text, joined

QUIET_FROM, QUIET_UNTIL = (12, 15), (1, 10)
"""No partner is asked anything between these days (domain 2.2)."""
CONSULTING = frozenset({"evaluation", "check", "check_1", "check_2"})
TOGETHER = CONSULTING | {"session"}
"""Steps that need partners at work, outside the school holidays."""

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
    college: date,
    *,
    track: str,
    preset: str,
    not_before: date | None = None,
    free: FreeDays = USUAL,
    region: Schools | None = None,
) -> tuple[Planned, ...]:
    """The steps one after another, the last ending on the day the college decides.

    Partners are not asked anything around the turn of the year, nor in the school holidays of
    the region while that fits; no session is in them. When the first step would start before
    `not_before`, all are shortened in proportion, none under one working day. Raises ValueError
    when not even one working day a step is left.
    """
    lengths = list(PRESETS[preset][track])
    found = _laid_out(college, lengths, free, region)
    if not_before is None or found[0].start >= not_before:
        return found
    found = _laid_out(college, lengths, free, None)
    if found[0].start >= not_before:
        return found
    if working_days(not_before, college, free) < len(lengths):
        raise ValueError("too few working days before the college decides")
    for shrink in range(99, 0, -1):
        shorter = [(step, max(1, days * shrink // 100)) for step, days in lengths]
        found = _laid_out(college, shorter, free, None)
        if found[0].start >= not_before:
            return found
    return _squeezed(not_before, college, lengths, free)


def _laid_out(
    college: date, lengths: list[tuple[str, int]], free: FreeDays, region: Schools | None
) -> tuple[Planned, ...]:
    found: list[Planned] = []
    end = on_or_before(college, free)
    for step, days in reversed(lengths):
        fits = _usable_for(step, free, region)
        while not fits(end):
            end -= timedelta(days=1)
        start, left = end, days - 1
        while left:
            start -= timedelta(days=1)
            left -= fits(start)
        found.append(Planned(step=step, start=start, end=end))
        end = start - timedelta(days=1)
    return tuple(reversed(found))


def _squeezed(
    first: date, last: date, lengths: list[tuple[str, int]], free: FreeDays
) -> tuple[Planned, ...]:
    """One working day a step, and what is left over for the last step."""
    days = [day for day in days_between(first, last) if is_working_day(day, free)]
    found = [Planned(step=step, start=days[n], end=days[n]) for n, (step, _) in enumerate(lengths)]
    found[-1] = Planned(step=lengths[-1][0], start=found[-1].start, end=days[-1])
    return tuple(found)


def _usable_for(step: str, free: FreeDays, region: Schools | None) -> Callable[[date], bool]:
    """Whether a step may use a day: who is asked something is at work then."""

    def fits(day: date) -> bool:
        if not is_working_day(day, free) or (step in CONSULTING and _around_new_year(day)):
            return False
        return step not in TOGETHER or school_break(day, region) is None

    return fits


def _around_new_year(day: date) -> bool:
    at = (day.month, day.day)
    return at >= QUIET_FROM or at <= QUIET_UNTIL


def warnings(
    calendar: tuple[Planned, ...],
    titles: dict[str, Text],
    free: FreeDays = USUAL,
    region: Schools | None = None,
) -> tuple[Text, ...]:
    """What no longer fits: too few working days to answer, and what lies in school holidays."""
    found = []
    for planned in calendar:
        every = tuple(days_between(planned.start, planned.end))
        days = sum(map(_usable_for(planned.step, free, None), every))
        if planned.step in CONSULTING and days < TEN_WORKING_DAYS:
            found.append(FEW.fill(step=titles[planned.step], days=days))
        left = sum(map(_usable_for(planned.step, free, region), every))
        if region and (left < min(days, TEN_WORKING_DAYS) or school_break(planned.end, region)):
            away = dict.fromkeys(filter(None, (school_break(day, region) for day in every)))
            names = joined([named(name) for name in away], ", ")
            words = {"step": titles[planned.step], "names": names, "region": REGION_NAMES[region]}
            found += [IN_BREAK.fill(**words)] if planned.step in TOGETHER else []
    if region and calendar and calendar[-1].end > KNOWN_UNTIL:
        found.append(UNKNOWN.fill(year=KNOWN_UNTIL.year))
    return tuple(found)


FEW = Text(
    nl="{step}: maar {days} werkdagen; partners hebben er ten minste tien nodig.",
    en="{step}: only {days} working days; partners need at least ten.",
)
IN_BREAK = Text(
    nl="{step}: een deel valt in de {names} (regio {region}); dan zijn veel partners vrij.",
    en="{step}: part of it falls in the {names} ({region} region); many partners are away then.",
)
UNKNOWN = Text(
    nl="De schoolvakanties na de zomer van {year} zijn nog niet vastgesteld; daar is geen "
    "rekening mee gehouden.",
    en="The school holidays after the summer of {year} have not been set yet; they were not "
    "taken into account.",
)
