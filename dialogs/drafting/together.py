"""What was said of several measures on one card, also where somebody else changed one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypedDict

from dialogs.changing import changing
from dialogs.clashing import again, kept_and_left, seals, split
from dialogs.drafting.parts import afresh, gone, listed, receipt
from dialogs.filled import NONE_WRONG, Wrong
from dialogs.measures.inputs import texts_of
from dialogs.measures.reading import Reading, own_words, shown_on
from dialogs.turn import Said, Turn
from dialogs.view import View
from plan.content import counts
from plan.dossier import Dossier
from plan.records import Measure
from plan.text import Text, counted

Draw = Callable[[Said, Wrong, tuple[str, ...]], View]
"""The card with these measures, from what was filled in and what is wrong with it."""


DrawTheme = Callable[[Dossier, Said, str, Wrong, tuple[str, ...]], View]
"""The same, of the measures of a theme."""


class Remembered(TypedDict):
    """What a card keeps of the measures on it, for whoever hears it."""

    measures: str
    seals: str


def remembered(shown: Sequence[Measure]) -> Remembered:
    return {"measures": ",".join(measure.key for measure in shown), "seals": seals(shown)}


def keep_listed(dossier: Dossier, said: Said, theme: str, draw: DrawTheme) -> Turn:
    """`keep` for the measures that the card lists."""
    keys = listed(said, "measures")
    shown = (measure for measure in dossier.measures_of(theme) if measure.key in keys)
    return keep(
        dossier, said, shown, lambda by, wrong, only: draw(dossier, by, theme, wrong, only)
    )


def keep(dossier: Dossier, said: Said, shown: Iterable[Measure], draw: Draw) -> Turn:
    """Keep what was said; a measure of which two changed the same comes back with both texts."""
    free, moved = split(said, shown)
    if not (free or moved):
        return _none_left(said)
    read = {m.key: Reading(dossier, said, m) for m in free}
    read |= {m.key: Reading(dossier, said, m, shown_on(dossier, said, m)) for m in moved}
    left = [measure for measure in moved if _clashes(read[measure.key])]
    after = {key: reading.becomes() for key, reading in read.items()}
    wrong: dict[str, Text] = {}
    for reading in read.values():
        wrong |= reading.wrong
    if wrong:
        return Turn(instead=_both(dossier, said, draw, (*free, *moved), left, wrong))
    turns = [
        changing(said, measure, after[measure.key], because="draft")
        for measure in (*free, *moved)
        if measure not in left and after[measure.key] != measure
    ]
    done = receipt(said, counted(len(turns), *counts.MEASURES))
    card = _both(dossier, said, draw, left, left) if left else None
    return kept_and_left(sum(turns, Turn()), done, card)


def _none_left(said: Said) -> Turn:
    """Everything that was on the card was taken out of the plan."""
    keys = listed(said, "measures")
    labels: dict[str, Text] = {}
    for key in keys:
        labels |= texts_of(key)
    return gone(said, ", ".join(keys), labels)


def _clashes(reading: Reading) -> bool:
    """Whether both changed the same; where it is not known what the other changed, they may."""
    unknown = reading.shown == reading.measure
    return bool(reading.touched) and (unknown or reading.clashes())


def _both(
    dossier: Dossier,
    said: Said,
    draw: Draw,
    shown: Iterable[Measure],
    left: list[Measure],
    wrong: Wrong = NONE_WRONG,
) -> View:
    keys = tuple(measure.key for measure in shown)
    mine = draw(own_words(dossier, said, left), wrong, keys)
    return again(draw(afresh(said), NONE_WRONG, keys), mine, left)
