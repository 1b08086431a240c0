"""What was pressed and filled in, held against what the card asked."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Final

from bot.heard import Heard
from plan.records import Card
from plan.text import Text

LONGEST: Final = 4_000
"""Characters of one text, in a message or on a card; most questions ask for fewer."""
UNFIT: Final = Text(
    nl="Wat binnenkwam, past niet bij deze kaart. Er is niets bewaard; wat is ingevuld, staat er "
    'nog. Typ "verder" voor een nieuwe kaart.',
    en="What came in does not fit this card. Nothing was kept; what was filled in is still there. "
    'Type "next" for a new card.',
)
TOO_MUCH: Final = Text(
    nl="Een tekst is te lang: {length} tekens, er passen er hoogstens {limit}. Er is niets "
    "bewaard; de tekst staat er nog. Maak die korter.",
    en="A text is too long: {length} characters, at most {limit} fit. Nothing was kept; the text "
    "is still there. Please shorten it.",
)


def verb_of(card: Card | None, pressed: str) -> str | None:
    number = pressed.rpartition(".")[2]
    if card is None or not number.isascii() or not number.isdecimal():
        return None
    return card.verbs[int(number)] if len(number) < 4 and int(number) < len(card.verbs) else None


def unfit(card: Card, heard: Heard) -> Text | None:
    """Why a submission is refused whole; None when it is what this card asked for.

    A client sends nothing else by itself, and keeps on its card what was typed. What is only too
    long for its question, or missing, is for the dialog, which says so at the input.
    """
    if heard.odd or not heard.inputs.keys() <= set(card.inputs):
        return UNFIT
    if not all(_is_asked(card, id_, value) for id_, value in heard.inputs.items()):
        return UNFIT
    return too_much(max(heard.inputs.values(), key=len, default=""))


def too_much(words: str) -> Text | None:
    """Why a text is longer than any may be."""
    if len(words) <= LONGEST:
        return None
    return TOO_MUCH.fill(length=len(words), limit=LONGEST)


def _is_asked(card: Card, id_: str, value: str) -> bool:
    """Whether a choice is one of those on the card, and a date a day that there is."""
    if not value.strip():
        return True
    if id_ in card.dates:
        return _is_day(value)
    if id_ not in card.choices:
        return True
    chosen = value.split(",") if id_ in card.several else [value]
    return set(chosen) <= set(card.choices[id_])


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def sealed(heard: Heard) -> str:
    """Tells one press of a card from another, whatever activity brings it."""
    number = heard.card.rpartition(".")[2]
    said = repr((number, sorted((key, value) for key, value in heard.inputs.items() if value)))
    return hashlib.sha256(said.encode()).hexdigest()[:16]
