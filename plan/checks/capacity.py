"""Checks on what the plan asks of people: hours, piling up, and peaks in the calendar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from plan.checks.active import active
from plan.checks.finding import Check, Hit, Thresholds, quantity
from plan.dossier import Dossier
from plan.records import Measure, Organisation, Plan
from plan.text import Text

_ROUNDING = 1e-6
"""Hours by which a sum of parts may differ from the whole without meaning anything."""

_IN_A_QUARTER = Text(
    nl="{org} in {quarter}: {asked} uur gevraagd, {there} beschikbaar.",
    en="{org} in {quarter}: {asked} hours requested, {there} available.",
)

Period = tuple[date, date]
"""First and last day, both in it."""


def _overload(dossier: Dossier, _: Thresholds) -> Iterator[Hit]:
    """Over the whole plan, or in any quarter of it (domain 6, Readings; decision 9)."""
    asked = _claims(dossier)
    plan = dossier.plan
    for org in dossier.all(Organisation):
        claims = asked.get(org.key, [])
        if org.capacity_hours is None or not claims:
            continue
        total = sum(hours for _, hours in claims)
        there = org.capacity_hours * plan.duration_years
        if total > there + _ROUNDING:
            yield _hit(org, total, there)
            continue
        for first, last in _quarters(plan):
            days = date(first.year, 12, 31) - date(first.year, 1, 1) + timedelta(days=1)
            part = org.capacity_hours * (_days(first, last) / days.days)
            share = sum(_within(measure, hours, (first, last)) for measure, hours in claims)
            if share > part + _ROUNDING:
                yield _hit(org, share, part, quarter=in_words(first))
                break


def _claims(dossier: Dossier) -> dict[str, list[tuple[Measure, float]]]:
    """The hours that active measures ask, per organisation."""
    found: dict[str, list[tuple[Measure, float]]] = {}
    for measure in active(dossier.measures):
        for claim in measure.capacity:
            found.setdefault(claim.org, []).append((measure, claim.hours))
    return found


def _within(measure: Measure, hours: float, period: Period) -> float:
    """The hours that fall in a period, spread evenly over the days of the measure."""
    start, end = measure.planning.start, measure.planning.end
    if start is None or end is None or end < start:
        return 0.0
    days = _days(max(start, period[0]), min(end, period[1]))
    return hours * max(0, days) / _days(start, end)


def _days(first: date, last: date) -> int:
    return (last - first).days + 1


def _quarters(plan: Plan) -> Iterator[Period]:
    for year in range(plan.year, plan.year + plan.duration_years):
        for month in (1, 4, 7, 10):
            following = date(year + month // 10, (month + 3) % 12, 1)
            yield date(year, month, 1), following - timedelta(days=1)


def _quarter(day: date) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}"


def in_words(day: date) -> Text:
    """`het tweede kwartaal van 2027`."""
    place = ORDINALS[(day.month - 1) // 3]
    words = Text(nl="het {place} kwartaal van {year}", en="the {place} quarter of {year}")
    return words.fill(place=place, year=day.year)


ORDINALS = (
    Text(nl="eerste", en="first"),
    Text(nl="tweede", en="second"),
    Text(nl="derde", en="third"),
    Text(nl="vierde", en="fourth"),
)


def _hit(org: Organisation, asked: float, there: float, quarter: Text | str = "") -> Hit:
    return Hit(
        subjects=org.key,
        fields={
            "org": org.name,
            "asked": quantity(asked),
            "there": quantity(there),
            "quarter": quarter,
        },
        message=_IN_A_QUARTER if quarter else None,
    )


OVERLOAD = Check(
    id="C08",
    severity="W",
    title=Text(nl="Te veel uren gevraagd", en="Capacity overload"),
    message=Text(
        nl="{org}: {asked} uur gevraagd, {there} beschikbaar.",
        en="{org}: {asked} hours requested, {there} available.",
    ),
    why=Text(
        nl="Wat niet in de uren past, blijft liggen, vaak juist waar het het hardst nodig is.",
        en="What does not fit in the hours is left undone, often just where it is needed most.",
    ),
    action=Text(
        nl="Zet de maatregelen op volgorde van belang en kies wat wacht.",
        en="Put the measures in order of importance and choose what waits.",
    ),
    find=_overload,
)


def _piling_up(dossier: Dossier, settings: Thresholds) -> Iterator[Hit]:
    """Not in a first year, when everything is new."""
    verdicts = Counter(measure.decision for measure in dossier.measures)
    more = verdicts["new"] + verdicts["intensify"]
    less = verdicts["stop"] + verdicts["scale_down"]
    grows = dossier.plan.track != "first_year" and more - less >= settings.piling
    if grows and any(True for _ in _overload(dossier, settings)):
        yield Hit(subjects="plan", fields={"more": more, "less": less})


PILING_UP = Check(
    id="C17",
    severity="W",
    title=Text(nl="Stapelen", en="Piling up"),
    message=Text(
        nl="{more} maatregelen erbij of zwaarder, {less} eraf. Wat laten we los?",
        en="{more} measures added or heavier, {less} taken off. What do we let go?",
    ),
    why=Text(
        nl="Er komt meer bij dan eraf gaat, terwijl de uren al op zijn.",
        en="More is added than taken off, while the hours are already used up.",
    ),
    action=Text(
        nl="Kies maatregelen die kunnen stoppen of die je afschaalt.",
        en="Choose measures to stop or scale down.",
    ),
    find=_piling_up,
)


def _peak(dossier: Dossier, settings: Thresholds) -> Iterator[Hit]:
    """Milestones without a date count nowhere."""
    days = [stone.when for measure in dossier.measures for stone in measure.milestones]
    quarters = Counter(_quarter(day) for day in days if day)
    total = quarters.total()
    for quarter, number in quarters.items():
        if total >= settings.milestones_from and number >= settings.peak_share * total:
            yield Hit(
                subjects=quarter,
                fields={
                    "number": number,
                    "total": total,
                    "quarter": quarter[-1],
                    "year": quarter[:4],
                },
            )


PEAK = Check(
    id="C18",
    severity="I",
    title=Text(nl="Piek in één kwartaal", en="Peak quarter"),
    message=Text(
        nl="{number} van de {total} mijlpalen vallen in kwartaal {quarter} van {year}.",
        en="{number} of {total} milestones fall in quarter {quarter} of {year}.",
    ),
    why=Text(
        nl="Dezelfde mensen moeten dan alles tegelijk doen.",
        en="The same people then have to do everything at once.",
    ),
    action=Text(
        nl="Verdeel de mijlpalen over het jaar.", en="Spread the milestones over the year."
    ),
    find=_peak,
)
