"""Annex B: what runs in which quarter of the plan year, and the milestones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plan.blocks import Bars, Block, Group, Heading, Row, Table
from plan.document.draft import Draft
from plan.records import (
    Measure,
)


def calendar(draft: Draft) -> Iterator[Block]:
    """What runs in which quarter of the plan year, and the milestones in order."""
    running = [_quarters(draft, m) for m in draft.dossier.measures]
    if not draft.dossier.measures:
        yield draft.gap("Nog geen maatregelen om te plannen.", "No measures to plan yet.")
        return
    yield Bars(
        caption=draft.say("Maatregelen in uitvoering per kwartaal", "Measures running by quarter"),
        rows=tuple(
            (_quarter(draft, n), float(sum(here[n] for here in running))) for n in range(4)
        ),
        unit=draft.say("maatregelen", "measures"),
    )
    yield from _running(draft)
    yield from _milestones(draft)


def _quarter(draft: Draft, n: int) -> str:
    return draft.say(f"{n + 1}e kwartaal", f"Quarter {n + 1}")


def _quarters(draft: Draft, measure: Measure) -> tuple[bool, bool, bool, bool]:
    year, plan = draft.dossier.plan.year, measure.planning
    if measure.decision == "stop" or not (plan.start or plan.end or plan.cadence):
        return (False, False, False, False)
    start, end = plan.start or date(year, 1, 1), plan.end or date(year, 12, 31)
    first, second, third, fourth = (
        start <= date(year, n * 3, 30) and end >= date(year, n * 3 - 2, 1) for n in (1, 2, 3, 4)
    )
    return first, second, third, fourth


def _running(draft: Draft) -> Iterator[Block]:
    rows: list[Row] = []
    for theme in draft.dossier.themes:
        measures = draft.dossier.measures_of(theme.key)
        if measures:
            rows.append(Group(text=theme.title))
        for measure in measures:
            marks = tuple("●" if here else "" for here in _quarters(draft, measure))
            rows.append((measure.key, measure.title, *marks))
    yield Table(
        caption=draft.say(
            "Planning per kwartaal (● = in uitvoering)", "Planning by quarter (● = running)"
        ),
        head=(
            draft.say("Code", "Code"),
            draft.say("Maatregel", "Measure"),
            *(draft.say(f"K{n}", f"Q{n}") for n in (1, 2, 3, 4)),
        ),
        rows=tuple(rows),
        widths=(10, 62, 7, 7, 7, 7),
    )


def _milestones(draft: Draft) -> Iterator[Block]:
    say = draft.say
    dated = sorted(
        (milestone.when, measure.key, milestone.text, draft.lead_of(measure))
        for measure in draft.dossier.measures
        for milestone in measure.milestones
        if milestone.when
    )
    if not dated:
        return
    nobody = draft.gap("Nog geen trekker", "No lead yet")
    yield Heading(text=say("Mijlpalen", "Milestones"), level=2)
    yield Table(
        caption=say("Mijlpalen", "Milestones"),
        head=(
            say("Datum", "Date"),
            say("Code", "Code"),
            say("Mijlpaal", "Milestone"),
            say("Trekker", "Lead"),
        ),
        rows=tuple(
            (draft.short_day(when), key, text, lead or nobody) for when, key, text, lead in dated
        ),
        widths=(16, 10, 46, 28),
    )
