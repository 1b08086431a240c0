"""The lights by theme with their figures, and what needs attention; only in a progress report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plan import labels
from plan.blocks import Block, Grid, Heading, Paragraph, Row, Table
from plan.document.draft import Draft
from plan.records import Measure, YearOfHistory

PRESET = "voortgang"
NONE = ""
"""In the place of a light where none was given."""


def lights(draft: Draft) -> Iterator[Block]:
    """What green, orange and red say comes in words beside every figure (domain 2.5)."""
    running = [m for m in draft.dossier.measures if m.decision != "stop"]
    if draft.form.id != PRESET or not running:
        return
    yield Paragraph(text=_meaning(draft))
    yield Grid(
        caption=draft.say("Lichten per thema", "Lights by theme"),
        corner=draft.say("Thema", "Theme"),
        columns=(
            *(draft.called(labels.LIGHTS, light) for light in labels.LIGHTS),
            draft.say("nog geen licht", "no light yet"),
        ),
        rows=tuple(_theme(draft, theme.title, theme.key) for theme in draft.dossier.themes),
    )
    yield from _attention(draft, running)


def _meaning(draft: Draft) -> str:
    return draft.say(
        "Groen: binnen tijd, geld en kwaliteit. Oranje: er is een risico, bijsturen is nodig. "
        "Rood: niet meer binnen tijd, geld of kwaliteit. Bij oranje en rood staan oorzaak, gevolg "
        "en bijsturing.",
        "Green: within time, money and quality. Orange: at risk, adjustment is needed. Red: no "
        "longer within time, money or quality. Orange and red come with cause, consequence and "
        "adjustment.",
    )


def _theme(draft: Draft, title: str, theme: str) -> tuple[str, tuple[int, ...]]:
    counts: Counter[str] = Counter(
        _light(draft, m) for m in draft.dossier.measures_of(theme) if m.decision != "stop"
    )
    return title, tuple(counts[light] for light in (*labels.LIGHTS, NONE))


def _light(draft: Draft, measure: Measure) -> str:
    year = reported(draft, measure)
    return (year.light if year else None) or NONE


def reported(draft: Draft, measure: Measure) -> YearOfHistory | None:
    """The last year of the plan that something is known of."""
    here = [past for past in measure.history if past.year in draft.years]
    return max(here, key=lambda past: past.year, default=None)


def _attention(draft: Draft, running: list[Measure]) -> Iterator[Block]:
    """Red before orange, each with what is done about it."""
    rows: list[Row] = []
    for light in ("rood", "oranje"):
        for measure in running:
            year = reported(draft, measure)
            if year and year.light == light:
                note = year.note or draft.gap("Nog geen bijsturing", "No adjustment yet")
                what = (f"{measure.key} {measure.title}", draft.called(labels.LIGHTS, light))
                rows.append((*what, draft.lead_of(measure) or "–", note))
    title = draft.say("Wat aandacht vraagt", "What needs attention")
    yield Heading(text=title, level=2)
    if not rows:
        yield Paragraph(text=draft.say("Geen oranje of rood.", "No orange or red."))
        return
    yield Table(
        caption=title,
        head=(
            draft.say("Maatregel", "Measure"),
            draft.say("Licht", "Light"),
            draft.say("Trekker", "Lead"),
            draft.say("Oorzaak, gevolg en bijsturing", "Cause, consequence and adjustment"),
        ),
        rows=tuple(rows),
        widths=(30, 10, 20, 40),
    )
