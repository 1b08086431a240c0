"""School holidays per region, and which region a municipality lies in.

The days are those of the Regeling vaststelling schoolvakanties 2025-2030 (Staatscourant 2024,
19237) and the ones before it, as `holidays` keeps them. Christmas, May and summer are binding,
autumn and spring are the ministry's advice. After the last of them nothing is known.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, get_args

import holidays

from plan.calendar import is_working_day
from plan.records import FreeDays, Plan
from plan.text import Text

Schools = Literal["noord", "midden", "zuid"]
REGIONS: tuple[Schools, ...] = get_args(Schools)
REGION_NAMES: dict[str, Text] = {
    "noord": Text(nl="Noord", en="North"),
    "midden": Text(nl="Midden", en="Central"),
    "zuid": Text(nl="Zuid", en="South"),
}
KNOWN_UNTIL = date(2030, 9, 1)
"""The last summer holiday that is set ends here; of later ones nobody knows yet."""

_UNITS: dict[str, Schools] = {
    "noord-nederland": "noord",
    "noord-holland": "noord",
    "amsterdam": "noord",
    "midden-nederland": "midden",
    "den haag": "midden",
    "rotterdam": "midden",
    "zeeland-west-brabant": "zuid",
    "oost-brabant": "zuid",
    "limburg": "zuid",
}
"""By police unit. Oost-Nederland lies in all three regions, so nothing follows from it."""
_OTHERWISE: dict[str, Schools] = {
    **dict.fromkeys(
        ("almere", "dronten", "lelystad", "noordoostpolder", "urk", "eemnes"), "noord"
    ),
    "altena": "midden",
}
"""Municipalities that lie in another region than most of their police unit."""


def region_of(plan: Plan) -> Schools | None:
    """As the coordinator or the file says, else as follows from municipality or police unit."""
    if plan.free_days.schools:
        return plan.free_days.schools
    unit = (plan.region.police_unit if plan.region else "") or ""
    named = plan.municipality.name.casefold().removeprefix("gemeente ").strip()
    known = unit.casefold().removeprefix("politie ").removeprefix("eenheid ").strip()
    return _OTHERWISE.get(named) or _UNITS.get(known)


@lru_cache(maxsize=64)
def _breaks(year: int, region: Schools) -> dict[date, str]:
    found = holidays.country_holidays(
        "NL", subdiv=region.capitalize(), years=year, categories=("school",), language="nl"
    )
    return dict(found.items())


def school_break(day: date, region: Schools | None) -> str | None:
    """The name of the school holiday that a day lies in; None also where nothing is known."""
    if region is None or day > KNOWN_UNTIL:
        return None
    return _breaks(day.year, region).get(day)


def outside_break(
    day: date, first: date, last: date, *, free: FreeDays, region: Schools | None
) -> date:
    """The working day nearest to a day on which schools are open, rather later than earlier.

    Not before `first` nor after `last`: when there is none, the day itself.
    """
    if school_break(day, region) is None:
        return day
    for way, end in ((1, last), (-1, first)):
        near = day
        while near != end:
            near += timedelta(days=way)
            if (near - end).days * way > 0:
                break
            if is_working_day(near, free) and school_break(near, region) is None:
                return near
    return day


NAMES = {
    "Herfstvakantie": Text(nl="herfstvakantie", en="autumn holiday"),
    "Kerstvakantie": Text(nl="kerstvakantie", en="Christmas holiday"),
    "Voorjaarsvakantie": Text(nl="voorjaarsvakantie", en="spring holiday"),
    "Meivakantie": Text(nl="meivakantie", en="May holiday"),
    "Zomervakantie": Text(nl="zomervakantie", en="summer holiday"),
}


def named(name: str) -> Text:
    """What a school holiday is called, in both languages."""
    return NAMES.get(name, Text.verbatim(name.casefold()))
