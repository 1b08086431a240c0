"""Two people changed the same thing: the second sees both texts, and chooses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogs.view import Day, Element, Input, Listing, Pick, Problem, View, Words
from plan.dates import on_day
from plan.text import Text, joined

CHANGED = Text(
    nl="Dit is intussen gewijzigd. Er is nog niets bewaard; jouw tekst staat hieronder.",
    en="This was changed in the meantime. Nothing was kept yet; your text is below.",
)
REPLACES = Text(
    nl="Opslaan vervangt wat er nu staat. Laat je het zoals het is? Sluit dan de kaart met de "
    "andere knop.",
    en="Saving replaces what is there now. Do you leave it as it is? Then close the card with "
    "the other button.",
)
NOW = Text(nl="Er staat nu bij “{label}”: {value}", en="Now at “{label}”: {value}")


def both_texts(now: View, mine: View) -> View:
    """What was typed, with what is there now above it, where the two are not the same.

    `now` is the card as it is drawn afresh, `mine` the same card with what was filled in.
    """
    there = {one.id: one for one in now.inputs()}
    lines = tuple(
        NOW.fill(label=one.label, value=_shown(there[one.id]))
        for one in mine.inputs()
        if one.id in there and one.value != there[one.id].value
    )
    if not lines:
        return replace(now, elements=(Problem(text=SAME), *now.elements))
    told: tuple[Element, ...] = (Problem(text=CHANGED), Listing(lines=lines), Words(text=REPLACES))
    return replace(mine, elements=(*told, *mine.elements))


SAME = Text(
    nl="Dit is intussen gewijzigd. Zo staat het er nu.",
    en="This was changed in the meantime. This is how it is now.",
)


def _shown(one: Input) -> Text:
    """The value as a person reads it."""
    if not one.value:
        return Text.verbatim("–")
    if isinstance(one, Day):
        return on_day(date.fromisoformat(one.value))
    if isinstance(one, Pick):
        chosen = one.value.split(",") if one.several else [one.value]
        return joined([label for key, label in one.choices if key in chosen], ", ")
    return Text.verbatim(one.value)
