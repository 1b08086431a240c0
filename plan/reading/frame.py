"""Reads the plan itself: its municipality, region, format and people."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime
from typing import get_args

from plan.reading import values
from plan.reading.days import calendar
from plan.reading.entry import Entry
from plan.reading.ivp import ivp
from plan.records import (
    FreeDays,
    Municipality,
    Plan,
    PlanFormat,
    Region,
)
from plan.records.frame import FreeBy, Track
from plan.schools import REGIONS
from plan.text import Language, Text

_FREE_BY: tuple[FreeBy, ...] = get_args(FreeBy)
_PLAN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
STRANGE_KEY = Text(
    nl="'{key}' kan niet: gebruik letters, cijfers en streepjes",
    en="'{key}' is not possible: use letters, digits and hyphens",
)
_LANGUAGES: dict[str, Language] = {"nl": "nl", "nl-NL": "nl", "en": "en", "en-GB": "en"}


def plan(
    file: Entry,
    loaded_at: datetime | None,
    presets: Collection[str] = (),
    columns: Collection[str] = (),
) -> Plan:
    """The plan; `presets` and `columns` are the ids it may choose from, empty means any."""
    meta, entry, municipality = file.entry("meta"), file.entry("plan"), file.entry("municipality")
    meta.known("schema", "fictional", "purpose")
    key = entry.id("plan")
    if key and not is_plan_key(key):
        said = STRANGE_KEY.fill(key=key)
        entry.wrong("id", said.nl, said.en)
    track = _track(entry)
    return Plan(
        key=key,
        title=entry.title(),
        year=_year(entry),
        track=track,
        municipality=_municipality(municipality, key),
        ivp=ivp(file.entry("ivp")),
        region=_region(file.entry("region")),
        free_days=_free_days(file.entry("region"), file.entry("free_days")),
        ivp_year_number=entry.whole("ivp_year_number"),
        duration_years=_duration(entry),
        functions=entry.texts("functions"),
        format=_format(entry.entry("format"), presets, columns),
        version=entry.label("version") or "0.1 concept",
        reference_date=meta.day("reference_date"),
        calendar=calendar(entry, track),
        coordinator=_person(municipality, "coordinator"),
        portfolio_holder=_person(municipality, "portfolio_holder"),
        together_with=entry.texts("together_with"),
        previous=entry.text("previous"),
        language=_LANGUAGES.get(meta.choice("language", tuple(_LANGUAGES)) or "nl", "nl"),
        loaded_at=loaded_at,
    )


def is_plan_key(key: str) -> bool:
    """Whether a plan can be kept under this key: at most 64 letters, digits and hyphens."""
    return bool(_PLAN_ID.fullmatch(key))


def _year(entry: Entry) -> int:
    if entry.raw("year") is None:
        entry.wrong("year", "dit ontbreekt", "this is missing")
    return entry.year("year") or 2000


def _duration(entry: Entry) -> int:
    """A plan is for one year or for two (domain 0)."""
    years = entry.whole("duration_years")
    if years is None or years in (1, 2):
        return years or 1
    entry.wrong("duration_years", "een plan duurt 1 of 2 jaar", "a plan lasts 1 or 2 years")
    return 1


def _preset(entry: Entry, presets: Collection[str]) -> str | None:
    return entry.choice("preset", tuple(presets)) if presets else entry.text("preset")


def _track(entry: Entry) -> Track:
    if entry.raw("track") is None:
        entry.wrong("track", "dit ontbreekt", "this is missing")
    return entry.choice("track", values.TRACKS) or "follow_up"


def _person(entry: Entry, key: str) -> str | None:
    """A person's id, bare or as `{person: id}`."""
    if isinstance(entry.raw(key), dict):
        return entry.entry(key).ref("person", "person")
    return entry.ref(key, "person")


def _municipality(entry: Entry, plan: str) -> Municipality:
    return Municipality(
        id=entry.label("id") or plan,
        name=entry.text("name") or "Gemeente",
        inhabitants=entry.whole("inhabitants"),
        character=entry.text("character"),
        centres=entry.texts("centres"),
    )


def _region(entry: Entry) -> Region | None:
    if not entry:
        return None
    return Region(
        police_unit=entry.text("police_unit"),
        police_district=entry.text("police_district"),
        base_team=entry.text("base_team"),
        municipalities=entry.texts("municipalities_in_base_team"),
        shared_ivp=bool(entry.truth("shared_ivp")),
        note=entry.text("note"),
    )


def _free_days(region: Entry, entry: Entry) -> FreeDays:
    """The region of the schools stands with the region, or with the other days off."""
    schools = region.choice("school_holidays", REGIONS) if region else None
    good_friday = entry.truth("good_friday")
    days = [(key, entry.day_of(key, value)) for key, value in entry.listed("own")]
    return FreeDays(
        good_friday=bool(good_friday),
        liberation_day=entry.choice("liberation_day", _FREE_BY) or "lustrum",
        own=tuple(sorted({day for _, day in days if day})),
        schools=entry.choice("schools", REGIONS) or schools,
    )


def _format(entry: Entry, presets: Collection[str], columns: Collection[str]) -> PlanFormat:
    usual = PlanFormat()
    words = entry.whole("narrative_per_theme_words")
    looks_back = entry.truth("looks_back")
    capacity = entry.truth("capacity_visible")
    return PlanFormat(
        preset=_preset(entry, presets) or usual.preset,
        columns=entry.texts("columns", columns),
        narrative_words=usual.narrative_words if words is None else words,
        looks_back=usual.looks_back if looks_back is None else looks_back,
        capacity_visible=usual.capacity_visible if capacity is None else capacity,
        budget_visible=entry.text("budget_visible") or usual.budget_visible,
    )
