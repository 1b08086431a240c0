"""Measures that two people gave a lead or a period: what is there now, and the own choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogs.clashing import again
from dialogs.drafting.parts import afresh, named, stage_view
from dialogs.drafting.together import keep_listed, remembered
from dialogs.filled import NONE_WRONG, Wrong
from dialogs.measures.inputs import Sheet, current
from dialogs.turn import Said, Turn
from dialogs.view import Element, Heading, View
from plan.dossier import Dossier
from plan.records import Measure
from plan.text import Text

LED_TWICE = "led_twice"
NAMES = ("lead", "partners", "start", "end", "cadence")

Pair = tuple[Measure, Measure]
"""A measure as the card showed it, and as the speaker would have it."""


def clashes(dossier: Dossier, was: Measure, mine: Measure) -> bool:
    """Whether somebody else filled in, since the card, what the speaker gives another value."""
    now = dossier.get(Measure, mine.key) or was
    return any(
        current(dossier, mine, name) not in (there, current(dossier, was, name))
        for name in NAMES
        if (there := current(dossier, now, name))
        and (was == now or there != current(dossier, was, name))
    )


def card_of(dossier: Dossier, said: Said, theme: str, twice: Sequence[Pair]) -> View:
    """The measures as the speaker would have them, below what is there now."""
    own = {
        f"{name}/{mine.key}": current(dossier, mine, name)
        for was, mine in twice
        for name in NAMES
        if current(dossier, mine, name) != current(dossier, was, name)
    }
    keys = tuple(mine.key for _, mine in twice)
    found = [measure for measure in dossier.measures_of(theme) if measure.key in keys]
    now = view(dossier, afresh(said), theme, only=keys)
    typed = replace(afresh(said), inputs=own)
    return again(now, view(dossier, typed, theme, only=keys), found)


def view(
    dossier: Dossier,
    said: Said,
    theme: str,
    wrong: Wrong = NONE_WRONG,
    only: tuple[str, ...] = (),
) -> View:
    shown = [measure for measure in dossier.measures_of(theme) if measure.key in only]
    sheet = Sheet(dossier=dossier, said=said, wrong=wrong)
    parts: list[Element] = []
    for measure in shown:
        parts += [Heading(text=named(measure), level=3), *sheet.inputs(measure, *NAMES)]
    title = Text(nl="Wie trekt dit, en wanneer? {theme}", en="Who leads this, and when? {theme}")
    return stage_view(
        LED_TWICE,
        theme,
        title.fill(theme=dossier.title(theme)),
        tuple(parts),
        **remembered(shown),
    )


def hear(dossier: Dossier, said: Said, theme: str) -> Turn:
    return keep_listed(dossier, said, theme, view)
