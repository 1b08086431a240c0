"""What is wrong with something typed on a card of the decision; None when it can be kept."""

from __future__ import annotations

from plan.answering import clean

SHORT, LONG = 200, 1200


def amount(words: str) -> float | None:
    """`1.200`, `1200,50` or `12,5`; None for what is no amount."""
    said = clean(words).replace("€", "").replace(" ", "")
    whole, comma, part = said.partition(",")
    digits = whole.replace(".", "") + ("." + part if comma else "")
    if not digits.replace(".", "", 1).isdecimal():
        return None
    return float(digits)
