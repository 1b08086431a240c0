"""Reads what stands around the themes: the plan itself, the IVP, calendar and decision route."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

from plan.reading import values
from plan.reading.entry import Entry
from plan.records import (
    Closed,
    DecisionStep,
    GuidingPrinciple,
    Ivp,
    IvpTheme,
    MainLine,
    Municipality,
    Plan,
    PlanFormat,
    Planned,
    Record,
    Region,
)
from plan.records.content import Track
from plan.text import Language

_PLAN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_MORNING = time(7, tzinfo=UTC)
_EVENING = time(16, tzinfo=UTC)
_LANGUAGES: dict[str, Language] = {"nl": "nl", "nl-NL": "nl", "en": "en", "en-GB": "en"}


def morning(day: date) -> datetime:
    """The moment that stands for something that happened on a day of which no hour is known."""
    return datetime.combine(day, _MORNING)


def evening(day: date) -> datetime:
    """The moment at which a step that ends on this day is over."""
    return datetime.combine(day, _EVENING)


def plan(file: Entry, loaded_at: datetime | None) -> Plan:
    meta, entry, municipality = file.entry("meta"), file.entry("plan"), file.entry("municipality")
    meta.known("schema", "fictional", "purpose")
    key = entry.id("plan")
    if key and not _PLAN_ID.fullmatch(key):
        entry.wrong(
            "id",
            f"'{key}' kan niet: gebruik letters, cijfers en streepjes",
            f"'{key}' is not possible: use letters, digits and hyphens",
        )
    track = _track(entry)
    return Plan(
        key=key,
        title=entry.needed("title"),
        year=_year(entry),
        track=track,
        municipality=_municipality(municipality, key),
        ivp=_ivp(file.entry("ivp")),
        region=_region(file.entry("region")),
        ivp_year_number=entry.whole("ivp_year_number"),
        duration_years=entry.whole("duration_years") or 1,
        functions=entry.texts("functions"),
        format=_format(entry.entry("format")),
        version=entry.label("version") or "0.1 concept",
        reference_date=meta.day("reference_date"),
        calendar=_calendar(entry, track),
        coordinator=_person(municipality, "coordinator"),
        portfolio_holder=_person(municipality, "portfolio_holder"),
        together_with=entry.texts("together_with"),
        previous=entry.text("previous"),
        language=_LANGUAGES.get(meta.choice("language", tuple(_LANGUAGES)) or "nl", "nl"),
        loaded_at=loaded_at,
    )


def ivp_themes(file: Entry) -> list[Record]:
    return [
        IvpTheme(
            key=entry.id("ivp_theme"),
            title=entry.needed("title"),
            field=entry.choice("field", values.FIELDS),
            category=entry.choice("category", values.CATEGORIES) or "other",
            scope=entry.text("scope") or "local",
            goal=entry.text("goal"),
            main_lines=tuple(
                MainLine(id=line.id("main_line"), text=line.needed("text"))
                for line in entry.entries("main_lines")
            ),
        )
        for entry in file.entry("ivp").entries("themes")
    ]


def decision_route(entry: Entry) -> list[Record]:
    """The bodies in the order of the file; one that comes twice gets its number in the key."""
    found: list[Record] = []
    times: dict[str, int] = {}
    for order, step in enumerate(entry.entries("decision_route")):
        body = step.needed("body")
        times[body] = times.get(body, 0) + 1
        found.append(
            DecisionStep(
                key=body if times[body] == 1 else f"{body}-{times[body]}",
                body=body,
                order=order,
                day=step.day("date"),
                deadline=step.day("deadline"),
                role=step.text("role"),
                decision=step.text("decision"),
                reference=step.label("reference"),
                text=step.text("text"),
            )
        )
    return found


def closed_steps(plan: Plan) -> list[Record]:
    """A closing record for each step that was over on the reference date (decision 1)."""
    today = plan.reference_date
    return [
        Closed(key=f"{planned.step}/1", step=planned.step, at=evening(planned.end))
        for planned in plan.calendar
        if today and planned.end < today
    ]


def _year(entry: Entry) -> int:
    if entry.raw("year") is None:
        entry.wrong("year", "dit ontbreekt", "this is missing")
    return entry.year("year") or 2000


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


def _ivp(entry: Entry) -> Ivp:
    period = entry.entry("period")
    return Ivp(
        title=entry.text("title") or "Integraal veiligheidsplan",
        start=period.year("start"),
        end=period.year("end"),
        adopted_by=entry.text("adopted_by"),
        adopted_on=entry.day("adopted_on"),
        plan_cycle_years=entry.whole("plan_cycle_years") or 1,
        guiding_principles=tuple(
            GuidingPrinciple(id=principle.id("principle"), text=principle.needed("text"))
            for principle in entry.entries("guiding_principles")
        ),
    )


def _format(entry: Entry) -> PlanFormat:
    usual = PlanFormat()
    words = entry.whole("narrative_per_theme_words")
    looks_back = entry.truth("looks_back")
    capacity = entry.truth("capacity_visible")
    return PlanFormat(
        preset=entry.text("preset") or usual.preset,
        columns=entry.texts("columns"),
        narrative_words=usual.narrative_words if words is None else words,
        looks_back=usual.looks_back if looks_back is None else looks_back,
        capacity_visible=usual.capacity_visible if capacity is None else capacity,
        budget_visible=entry.text("budget_visible") or usual.budget_visible,
    )


def _calendar(entry: Entry, track: Track) -> tuple[Planned, ...]:
    """The planned steps in the order of the track, each once."""
    names = values.steps_by_name(track)
    found: dict[str, Planned] = {}
    for line in entry.entries("calendar"):
        step = names.get(line.choice("step", tuple(names)) or "")
        start, end = line.day("start"), line.day("end")
        if step in found:
            line.wrong("step", "deze stap staat er al", "this step is there already")
        for key, day in (("start", start), ("end", end)):
            if day is None and line.raw(key) is None:
                line.wrong(key, "dit ontbreekt", "this is missing")
        ends_before_it_starts(line, start, end)
        if step and start and end:
            found[step] = Planned(step=step, start=start, end=end, name=line.text("name"))
    return tuple(found[step] for step in values.STEPS[track] if step in found)


def ends_before_it_starts(entry: Entry, start: date | None, end: date | None) -> None:
    """Notes it when the two days are in the wrong order."""
    if start and end and end < start:
        entry.wrong("end", "het einde ligt voor het begin", "the end lies before the start")
