"""Progress rounds of a running plan: at most two a year, a few questions per lead (domain 2.5)."""

from __future__ import annotations

from collections import Counter
from datetime import date

from plan.asking import answered, led
from plan.calendar import local
from plan.dossier import Dossier
from plan.records import (
    Answer,
    Confirmed,
    Measure,
    Organisation,
    Person,
    Round,
    YearOfHistory,
    altered,
)
from plan.standing import is_open
from plan.text import Language, Text

STEP = "progress"
"""The step that a progress round belongs to; no track has it."""
MOST = 2
"""More rounds a year are too many (CCV step 5: not too many evaluation moments)."""
ALL_WELL = {"G1": "op_schema", "G2": "groen"}
"""What one tap confirms."""


def active(dossier: Dossier) -> tuple[Measure, ...]:
    """The measures that run: all but those that were stopped."""
    return tuple(measure for measure in dossier.measures if measure.decision != "stop")


def leading(dossier: Dossier) -> tuple[Organisation, ...]:
    """Who leads a measure that runs, the own teams too."""
    return tuple(org for org in dossier.all(Organisation) if led(dossier, org.key))


def without_lead(dossier: Dossier) -> tuple[Measure, ...]:
    """What nobody can be asked about."""
    return tuple(m for m in active(dossier) if m.lead is None or m.lead.org is None)


def lead_person(dossier: Dossier, org: str) -> Person | None:
    """Who is asked for an organisation: whoever leads most of its measures, else its contact."""
    people = {person.key: person for person in dossier.people_of(org)}
    named = Counter(m.lead.person for m in led(dossier, org) if m.lead and m.lead.person in people)
    most = named.most_common(1)
    return people[str(most[0][0])] if most else next(iter(people.values()), None)


def year_of(dossier: Dossier, day: date) -> int:
    """The year of the plan that a day tells of."""
    plan = dossier.plan
    return min(max(day.year, plan.year), plan.year + plan.duration_years - 1)


def rounds_in(dossier: Dossier, year: int) -> tuple[Round, ...]:
    """The progress rounds held in a year of the plan."""
    rounds = (r for r in dossier.all(Round) if r.step == STEP)
    return tuple(r for r in rounds if year_of(dossier, local(r.opened_at).date()) == year)


def open_round(dossier: Dossier) -> Round | None:
    round_ = dossier.round(STEP)
    return round_ if round_ and is_open(dossier, round_) else None


def may_ask(dossier: Dossier, day: date) -> bool:
    """Whether there is room for another round this year."""
    here = rounds_in(dossier, year_of(dossier, day))
    return len(here) < MOST and open_round(dossier) is None


def not_green(dossier: Dossier, round_: str, org: str, subject: str | None) -> bool:
    """Orange and red always need cause, consequence and adjustment."""
    light = answered(dossier, round_, org).get(f"G2/{subject}")
    return light is not None and light.value in ("oranje", "rood")


def settled(round_: Round, measure: Measure) -> str:
    """The key under which the coordinator settles a measure in a round."""
    return f"{round_.key}/{measure.key}"


def unsettled(dossier: Dossier, round_: Round) -> tuple[Measure, ...]:
    """The measures whose progress the coordinator has not settled in this round."""
    return tuple(m for m in active(dossier) if not dossier.get(Confirmed, settled(round_, m)))


def reported(dossier: Dossier, round_: Round, measure: Measure) -> dict[str, Answer]:
    """What the lead of a measure answered about it, by question."""
    org = measure.lead.org if measure.lead and measure.lead.org else ""
    known = answered(dossier, round_.key, org)
    found = {question: known.get(f"{question}/{measure.key}") for question in QUESTIONS}
    return {question: answer for question, answer in found.items() if answer}


QUESTIONS = ("G1", "G2", "G3", "G4", "G5", "G6")


def suggestion(dossier: Dossier, round_: Round, measure: Measure) -> YearOfHistory:
    """The year as the answers make it, filled up with what was known of it."""
    year = year_of(dossier, local(round_.opened_at).date())
    known = next((h for h in measure.history if h.year == year), YearOfHistory(year=year))
    given = reported(dossier, round_, measure)
    if not given:
        return known
    progress, light = given.get("G1"), given.get("G2")
    return altered(
        known,
        progress=str(progress.value) if progress else known.progress,
        light=str(light.value) if light else known.light,
        note=_note(given, dossier.plan.language) or (None if light else known.note),
    )


NAMES = {
    "G4": Text(nl="Oorzaak", en="Cause"),
    "G5": Text(nl="Gevolg", en="Consequence"),
    "G6": Text(nl="Bijsturing", en="Adjustment"),
}


def _note(given: dict[str, Answer], language: Language) -> str | None:
    """The note; with a light that is not green also cause, consequence and adjustment."""
    light = given.get("G2")
    lines = [given["G3"].text or ""] if "G3" in given else []
    if light and light.value != "groen":
        said = [(name.within(language), given[q].text) for q, name in NAMES.items() if q in given]
        lines += [f"{name}: {text}" for name, text in said if text]
    return "\n".join(line for line in lines if line) or None


def with_year(measure: Measure, year: YearOfHistory) -> Measure:
    """The measure with this year in its history, in the place of what was known of it."""
    others = [past for past in measure.history if past.year != year.year]
    history = sorted((*others, year), key=lambda past: past.year)
    return altered(measure, history=tuple(history))
