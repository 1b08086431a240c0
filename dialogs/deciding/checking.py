"""What is wrong with something typed on a card of the decision; None when it can be kept."""

from __future__ import annotations

from datetime import date

from dialogs.asked_for import day_said
from plan.answering import clean
from plan.text import Text

SHORT, LONG = 200, 1200


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
