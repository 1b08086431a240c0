"""The next free code of a measure, an item or a theme; a code that was ever used stays away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plan.dossier import Dossier
from plan.records import (
    ActionItem,
    Answer,
    Change,
    IvpTheme,
    Measure,
    Proposal,
    Theme,
    altered,
)

NEW = "new"
"""In the place of a code: a measure that is added."""


def next_measure(dossier: Dossier) -> str:
    """`M36` after `M35`, also when M35 was taken out or stopped last year."""
    return f"M{_highest(dossier, 'M') + 1:02d}"


def placed(dossier: Dossier, measure: Measure) -> Measure:
    """A new measure with its code, behind the others of its item."""
    last = max((m.order for m in dossier.measures_under(measure.item)), default=-1)
    return altered(measure, key=next_measure(dossier), order=last + 1)


def next_item(dossier: Dossier, theme: str) -> str:
    return f"{theme}.{_highest(dossier, f'{theme}.') + 1}"


def next_theme(dossier: Dossier) -> str:
    return f"T{_highest(dossier, 'T') + 1}"


def _subjects(dossier: Dossier) -> Iterator[str]:
    """Everything that is or was called by a code."""
    for kind in (Measure, ActionItem, Theme, IvpTheme):
        yield from (record.key for record in dossier.all(kind))
    yield from (made.subject for made in dossier.all(Change))
    yield from (answer.subject for answer in dossier.all(Answer) if answer.subject)
    yield from (one.becomes for one in dossier.all(Proposal) if one.becomes)


def _highest(dossier: Dossier, before: str) -> int:
    pattern = re.compile(re.escape(before) + r"(\d+)")
    found = (pattern.fullmatch(subject) for subject in _subjects(dossier.whole))
    return max((int(match[1]) for match in found if match), default=0)
