"""Annex B: what runs in which quarter of each plan year, and the milestones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plan.blocks import Bars, Block, Group, Heading, Row, Table
from plan.document.draft import Draft
from plan.records import Measure

QUARTERS = (1, 2, 3, 4)


def calendar(draft: Draft) -> Iterator[Block]:
    """What runs in which quarter of each plan year, and the milestones in order."""
    measures = draft.dossier.measures
    if not measures:
        yield draft.gap("Nog geen maatregelen om te plannen.", "No measures to plan yet.")
        return
    yield Bars(
        caption=draft.say("Maatregelen in uitvoering per kwartaal", "Measures running by quarter"),
        rows=tuple(
            (_quarter(draft, year, n), float(sum(_runs(draft, m, year, n) for m in measures)))
            for year in draft.years
            for n in QUARTERS
        ),
        unit=draft.say("maatregelen", "measures"),
        single=draft.say("maatregel", "measure"),
    )
    for year in draft.years:
        yield _running(draft, year)
    yield from _milestones(draft)


def _quarter(draft: Draft, year: int, n: int) -> str:
    words = draft.say(f"{n}e kwartaal", f"Quarter {n}")
    return words if len(draft.years) == 1 else f"{words} {year}"


def _runs(draft: Draft, measure: Measure, year: int, quarter: int) -> bool:
    """A measure without a first or last day runs from the start, or to the end, of the plan."""
    plan = measure.planning
    if measure.decision == "stop" or not (plan.start or plan.end or plan.cadence):
        return False
    start = plan.start or date(draft.years[0], 1, 1)
    end = plan.end or date(draft.years[-1], 12, 31)
    first = date(year, quarter * 3 - 2, 1)
    following = date(year + quarter // 4, quarter * 3 % 12 + 1, 1)
    return start < following and end >= first


def _running(draft: Draft, year: int) -> Table:
    rows: list[Row] = []
    for theme in draft.dossier.themes:
        measures = draft.dossier.measures_of(theme.key)
        if measures:
            rows.append(Group(text=theme.title))
        for measure in measures:
            marks = tuple("●" if _runs(draft, measure, year, n) else "" for n in QUARTERS)
            rows.append((measure.key, measure.title, *marks))
    return Table(
        caption=_caption(draft, year),
        head=(
            draft.say("Code", "Code"),
            draft.say("Maatregel", "Measure"),
            *(draft.say(f"K{n}", f"Q{n}") for n in QUARTERS),
        ),
        rows=tuple(rows),
        widths=(10, 62, 7, 7, 7, 7),
    )


def _caption(draft: Draft, year: int) -> str:
    which = "" if len(draft.years) == 1 else f" {year}"
    return draft.say(
        f"Planning per kwartaal{which} (● = in uitvoering)",
        f"Planning by quarter{which} (● = running)",
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
