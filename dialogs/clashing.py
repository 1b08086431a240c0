"""Two people changed the same thing: the second sees both texts, and chooses.

A card remembers a seal of what it showed, in `about`. Where that is not so any more nothing is
kept: the card comes back with what is there now above what was filled in, and with the seal of
now, so that saving again is a choice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar
from zlib import crc32

from dialogs.turn import Reply, Said, Turn
from dialogs.view import Day, Element, Input, Listing, Pick, Problem, View, Words
from plan.dates import on_day
from plan.records import Record
from plan.text import Text, joined

R = TypeVar("R", bound=Record)
SEAL, SEALS = "seal", "seals"
CHANGED = Text(
    nl="Dit is intussen gewijzigd en daarom nog niet bewaard. De ingevulde tekst staat hieronder.",
    en="This was changed in the meantime and therefore not kept yet. What you filled in is below.",
)
SAME = Text(
    nl="Dit is intussen gewijzigd. Zo staat het er nu.",
    en="This was changed in the meantime. This is how it is now.",
)
REPLACES = Text(
    nl="Opslaan vervangt wat er nu staat. Moet dat zo blijven? Sla dan niet op.",
    en="Saving replaces what is there now. Must that stay? Then do not save.",
)
NOW = Text(nl="Er staat nu bij “{label}”: {value}", en="Now at “{label}”: {value}")
NOW_OF = Text(
    nl="{key}: er staat nu bij “{label}”: {value}", en="{key}: now at “{label}”: {value}"
)
NONE = Text.verbatim("–")


def seal(*shown: object) -> str:
    """Says whether records, or values, are still as they were when a card was made of them."""
    return str(crc32(repr(shown).encode()))


def seals(records: Iterable[Record]) -> str:
    """What a card about several remembers, under `SEALS`."""
    return ",".join(f"{one.key}={seal(one)}" for one in records)


def moved(said: Said, now: str) -> bool:
    """Whether what the card rests on is not sealed like this any more."""
    return said.card is not None and said.card.about.get(SEAL) != now


def unmoved(said: Said, record: Record) -> bool:
    """Whether one of several is as the card showed it."""
    return f"{record.key}={seal(record)}" in remembered(said)


def remembered(said: Said) -> tuple[str, ...]:
    """What a card about several showed: `key=seal` of each."""
    return tuple(said.card.about.get(SEALS, "").split(",")) if said.card else ()


def clash(said: Said, now: View, mine: View) -> Turn | None:
    """Both texts where the card has moved on, with nothing kept; None where it has not.

    `now` is the card as it is drawn afresh, `mine` the same card with what was filled in; both
    carry the seal of now.
    """
    if not moved(said, now.about.get(SEAL, "")):
        return None
    return Turn(instead=both_texts(now, mine))


def both_texts(now: View, mine: View, of: Collection[str] | None = None) -> View:
    """What was filled in, with what is there now above it, where the two are not the same.

    On a card about several `of` names those that were changed: their inputs are `field/key`.
    """
    there = {one.id: one for one in now.inputs()}
    asked = [one for one in mine.inputs() if of is None or _subject(one) in of]
    lines = tuple(
        _line(there[one.id], of)
        for one in asked
        if one.id in there and one.value != there[one.id].value
    )
    if not lines and of is None:
        return told(now, SAME)
    listing = (Listing(lines=lines),) if lines else ()
    return told(mine, CHANGED, *listing, Words(text=REPLACES))


def split(said: Said, shown: Iterable[R]) -> tuple[list[R], list[R]]:
    """Those of a card about several that are as it showed them, and those that moved on."""
    every = list(shown)
    free = [one for one in every if unmoved(said, one)]
    return free, [one for one in every if one not in free]


def again(now: View, mine: View, left: Collection[Record]) -> View:
    """A card about several that comes back, with both texts of those that moved on."""
    return both_texts(now, mine, [one.key for one in left]) if left else mine


def differing(now: View, mine: View, left: Iterable[R]) -> list[R]:
    """Those of which somebody filled in something else than is there now."""
    there = {one.id: one.value for one in now.inputs()}
    keys = {_subject(one) for one in mine.inputs() if one.value != there.get(one.id)}
    return [one for one in left if one.key in keys]


def kept_and_left(turn: Turn, done: View, left: View | None) -> Turn:
    """The receipt of what was kept of a card about several, then the card of the others."""
    if left is None:
        return turn + Turn(instead=done)
    if not turn.keep:
        return Turn(instead=left)
    return turn + Turn(instead=done, replies=(Reply(view=left),))


def told(view: View, what: Text, *more: Element) -> View:
    """The card with a sentence above it that says what happened meanwhile."""
    return replace(view, elements=(Problem(text=what), *more, *view.elements))


def _subject(one: Input) -> str:
    return one.id.partition("/")[2]


def _line(one: Input, of: Collection[str] | None) -> Text:
    words = NOW if of is None else NOW_OF
    return words.fill(key=_subject(one), label=one.label, value=value_of(one))


def value_of(one: Input) -> Text:
    """The value of an input as a person reads it."""
    if not one.value:
        return NONE
    if isinstance(one, Day):
        return on_day(date.fromisoformat(one.value))
    if isinstance(one, Pick):
        chosen = one.value.split(",") if one.several else [one.value]
        labels = [label for key, label in one.choices if key in chosen]
        return joined(labels, ", ") if labels else Text.verbatim(one.value)
    return Text.verbatim(one.value)
