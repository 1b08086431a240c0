"""What the answers to one question say together, in words."""

from __future__ import annotations

from plan.aggregate import Picture
from plan.content import counts
from plan.notation import number
from plan.question import Choice, label_of
from plan.text import Text, counted

DIVERGES = Text(nl="beelden lopen uiteen", en="views diverge")


def picture_words(picture: Picture) -> Text:
    """`mediaan 2, spreiding 1 (5 antwoorden)`, or how often each option was chosen."""
    if picture.numbers:
        words = Text(
            nl="mediaan {middle}, spreiding {spread} ({n})",
            en="median {middle}, spread {spread} ({n})",
        ).fill(
            middle=_number(picture.middle or 0),
            spread=_number(picture.spread),
            n=counted(len(picture.numbers), *counts.ANSWERS),
        )
        return words + Text.verbatim(" – ") + DIVERGES if picture.diverges else words
    kind = picture.question.kind
    options = kind.options if isinstance(kind, Choice) else ()
    parts = [
        Text.verbatim(f"{count} × ") + label_of(options, value)
        for value, count in picture.counts.items()
    ]
    return Text(nl=", ".join(p.nl for p in parts), en=", ".join(p.en for p in parts))


def _number(value: float) -> Text:
    return Text(nl=number(value, "nl"), en=number(value, "en"))
