"""The plan that a rehearsal begins with: the sample's own track, or its first year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from bot.planfile import read_file
from plan.beginning import CYCLE
from plan.reading import starting_at
from plan.records import (
    DecisionStep,
    Fact,
    Ivp,
    IvpTheme,
    Material,
    Meeting,
    Organisation,
    Person,
    Plan,
    PlanFormat,
    Record,
    Theme,
)
from plan.working_back import fitting_preset, work_back

SAMPLE = Path(__file__).parents[2] / "sample" / "veldermeer.yaml"
GATHERED = (IvpTheme, Theme, Organisation, Person, Meeting, Fact, Material)


def follow_up(file: Path) -> tuple[Record, ...]:
    """As `load FILE --from evaluation`."""
    return starting_at(read_file(file).records, "evaluation", "follow_up")


def first_year(file: Path) -> tuple[Record, ...]:
    """The same municipality at the beginning of its IVP: what was gathered, and no measure yet."""
    given = read_file(file).records
    plan = next(record for record in given if isinstance(record, Plan))
    college = next(
        (r.day for r in given if isinstance(r, DecisionStep) and r.body == "college" and r.day),
        date(plan.year - 1, 12, 15),
    )
    fresh = replace(
        plan,
        key=f"{plan.key}-demo",
        track="first_year",
        ivp=_begun(plan.ivp, plan.year),
        ivp_year_number=1,
        version="0.1 concept",
        functions=(),
        format=PlanFormat(),
        calendar=work_back(
            college, track="first_year", preset=fitting_preset(college, "first_year")
        ),
        reference_date=None,
        previous=None,
    )
    return (fresh, *_gathered(given))


def _gathered(given: Iterable[Record]) -> Iterable[Record]:
    for record in given:
        if isinstance(record, Theme):
            bare = Theme(key=record.key, title=record.title, order=record.order)
            yield replace(bare, owner=record.owner)
        elif isinstance(record, GATHERED):
            yield record
        elif isinstance(record, DecisionStep):
            yield replace(record, decision=None, reference=None, text=None)


def _begun(ivp: Ivp, year: int) -> Ivp:
    return replace(ivp, start=year, end=year + CYCLE - 1)
