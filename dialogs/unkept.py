"""What was filled in on a card whose subject somebody else has settled: shown, so none is lost."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.clashing import value_of
from dialogs.view import Element, Input, Listing, View, Words
from plan.answering import clean
from plan.text import Text

UNKEPT = Text(nl="Dit was hier ingevuld en is niet bewaard:", en="Filled in here and not kept:")
PAIR = Text(
    nl="{label}: er staat nu “{now}”, ingevuld was “{own}”",
    en="{label}: now “{now}”, filled in was “{own}”",
)


def unkept(typed: Iterable[str]) -> tuple[Element, ...]:
    """Texts that were typed for nothing, to read again and to copy."""
    lines = tuple(Text.verbatim(words) for one in typed if (words := clean(one)))
    return (Words(text=UNKEPT), Listing(lines=lines)) if lines else ()


def side_by_side(now: View, mine: View) -> tuple[Element, ...]:
    """What is there now with what was filled in, for each input where the two are not the same."""
    there = {one.id: one for one in now.inputs()}
    lines = tuple(
        PAIR.fill(label=_named(one), now=value_of(there[one.id]), own=value_of(one))
        for one in mine.inputs()
        if one.id in there and clean(one.value) != clean(there[one.id].value)
    )
    return (Words(text=UNKEPT), Listing(lines=lines)) if lines else ()


def _named(one: Input) -> Text:
    """What an input asks, after what it is about."""
    subject = one.id.partition("/")[2]
    return Text.verbatim(f"{subject}, ") + one.label if subject else one.label
