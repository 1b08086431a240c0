"""What is wrong with something typed on a card of the decision; None when it can be kept."""

from __future__ import annotations

from datetime import date

from dialogs.asked_for import day_said
from plan.answering import TOO_LONG, clean
from plan.personal import KINDS, suspects
from plan.text import Text, joined

SHORT, LONG = 200, 1200


def wrong_words(words: str, limit: int) -> Text | None:
    """Too long, or traceable to a person, with the passage."""
    if len(words) > limit:
        return TOO_LONG.fill(length=len(words), limit=limit)
    found = suspects(words)
    if not found:
        return None
    passages = ", ".join(f"“{words[s.start : s.end]}”" for s in found)
    kinds = joined([KINDS[kind] for kind in dict.fromkeys(s.kind for s in found)], ", ")
    told = Text(
        nl="Dit lijkt herleidbaar tot een persoon ({kinds}): {passages}. Herschrijf de tekst.",
        en="This looks traceable to a person ({kinds}): {passages}. Rewrite the text.",
    )
    return told.fill(kinds=kinds, passages=passages)


def wrong_day(words: str) -> Text | None:
    if words and day_said(words) is None:
        return Text(nl="Dit is geen datum.", en="This is not a date.")
    return None


def day_of(words: str) -> date | None:
    return day_said(clean(words))


def amount(words: str) -> float | None:
    """`1.200`, `1200,50` or `12,5`; None for what is no amount."""
    said = clean(words).replace("€", "").replace(" ", "")
    whole, comma, part = said.partition(",")
    digits = whole.replace(".", "") + ("." + part if comma else "")
    if not digits.replace(".", "", 1).isdecimal():
        return None
    return float(digits)
