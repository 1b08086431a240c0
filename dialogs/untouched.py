"""A card that notes what each of its inputs showed: what nobody touched undoes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dialogs.clashing import both_texts, seal
from dialogs.turn import Said, Turn
from dialogs.view import View
from plan.answering import clean

SHOWN = "shown"
Draw = Callable[[Said], View]
"""The card, from what was filled in on it."""


def noted(draw: Draw, said: Said) -> View:
    """The card with what was filled in; it notes what it would show without."""
    view = draw(said)
    return _noting(view, draw(replace(said, inputs={})) if said.inputs else view)


def _noting(view: View, fresh: View) -> View:
    shown = ",".join(f"{one.id}={seal(clean(one.value))}" for one in fresh.inputs())
    return replace(view, about={**view.about, SHOWN: shown})


def touched(said: Said) -> Said:
    """Only what says something else than the card showed: all the rest is as it is now."""
    shown = said.card.about.get(SHOWN, "").split(",") if said.card else ()
    own = {k: v for k, v in said.inputs.items() if f"{k}={seal(clean(v))}" not in shown}
    return replace(said, inputs=own)


def both(said: Said, draw: Draw) -> Turn:
    """What is there now above what was filled in; an input that nobody touched shows what is."""
    now, mine = draw(replace(said, inputs={})), draw(said)
    view = both_texts(now, mine)
    if [one.value for one in now.inputs()] == [one.value for one in mine.inputs()]:
        return Turn(instead=view)
    head = view.elements[: len(view.elements) - len(mine.elements)]
    kept = draw(touched(said))
    return Turn(instead=_noting(replace(kept, elements=(*head, *kept.elements)), now))
