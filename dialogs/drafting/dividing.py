"""Divides the examples of the catalogue over the main lines: each stands under one of them."""

from __future__ import annotations

from collections.abc import Sequence

from plan.content.shape import ExampleItem
from plan.similar import shared

MOST = 8
"""Examples under one main line: more is a list that nobody reads."""


def divided(
    lines: Sequence[str], examples: dict[str, ExampleItem]
) -> tuple[dict[str, ExampleItem], ...]:
    """Where the words fit best; what fits nowhere goes where the fewest are."""
    found: list[list[str]] = [[] for _ in lines]
    for key in sorted(examples, key=lambda key: -max(_fits(lines, examples[key]))):
        fits = _fits(lines, examples[key])
        best = max(range(len(lines)), key=lambda n: (fits[n], -len(found[n]), -n))
        found[best].append(key)
    return tuple({key: examples[key] for key in keys[:MOST]} for keys in found)


def _fits(lines: Sequence[str], example: ExampleItem) -> list[float]:
    """How many of the words of each main line the example has too."""
    said = (example.title, example.desired_effect)
    return [
        max(shared(line, words) for text in said for words in (text.nl, text.en)) for line in lines
    ]
