"""What was pressed and filled in, of what the card asked."""

from __future__ import annotations

from bot.heard import Heard
from plan.records import Card


def verb_of(card: Card | None, pressed: str) -> str | None:
    number = pressed.rpartition(".")[2]
    if card is None or not number.isdecimal() or int(number) >= len(card.verbs):
        return None
    return card.verbs[int(number)]


def repeats(card: Card, heard: Heard) -> bool:
    """Whether what is on the card now is what came of this very press."""
    return bool(heard.activity) and card.heard == heard.activity


def inputs_of(card: Card | None, heard: Heard) -> dict[str, str]:
    """Only what this card asked for; anything else in a submission is left out."""
    if card is None:
        return {}
    return {key: value for key, value in heard.inputs.items() if key in card.inputs}
