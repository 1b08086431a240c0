"""A card that is too old to count: the way to what stands open now, and nothing lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dialogs.turn import Reply, Said, Turn
from dialogs.unkept import unkept
from dialogs.view import View
from plan.calendar import local
from plan.dates import on_day
from plan.text import Text

VALID = timedelta(days=180)
"""Longer than any round, and shorter than a year: last year's card must not count in this one."""
EXPIRED = Text(
    nl="Deze kaart van {day} telt niet meer. Hieronder staat wat er nu openstaat.",
    en="This card of {day} no longer counts. Below is what is open now.",
)
REPEATED = Text(
    nl="Dit is al verwerkt. Mijn antwoord is misschien niet aangekomen; zo gaat het verder.",
    en="This was dealt with already. My answer may not have arrived; this is how it goes on.",
)


def is_overdue(said: Said) -> bool:
    return said.card is not None and said.at - said.card.issued_at > VALID


def asks_on(said: Said) -> Said:
    """As if the speaker asked how to go on."""
    return replace(said, card=None, verb=None, inputs={}, text="verder")


def overdue(said: Said, turn: Turn) -> Turn:
    """`turn` is how it goes on; what was typed on the card stays readable."""
    assert said.card is not None  # noqa: S101 - who asks has looked
    title = EXPIRED.fill(day=on_day(local(said.card.issued_at).date()))
    own = [said.inputs[id_] for id_ in said.inputs if id_ not in said.card.choices]
    receipt = View(title=title, elements=unkept(one for one in own if one))
    return replace(turn, instead=receipt)


def told_again(turn: Turn) -> Turn:
    """How it goes on, for who may not have heard the answer."""
    return replace(turn, replies=(Reply(text=REPEATED), *turn.replies))
