"""The next free code of a measure; one that was ever used stays away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plan.dossier import Dossier
from plan.records import Answer, Change, Measure, Proposal


def next_measure(dossier: Dossier) -> str:
    """`M36` after `M35`, also when M35 was taken out or stopped last year."""
    number = _highest(_subjects(dossier), r"M(\d+)") + 1
    return f"M{number:02d}"


def _subjects(dossier: Dossier) -> Iterator[str]:
    """Everything that is or was called by a code."""
    yield from (measure.key for measure in dossier.all(Measure))
    yield from (made.subject for made in dossier.all(Change))
    yield from (answer.subject for answer in dossier.all(Answer) if answer.subject)
    yield from (one.becomes for one in dossier.all(Proposal) if one.becomes)


def _highest(subjects: Iterator[str], pattern: str) -> int:
    found = (re.fullmatch(pattern, subject) for subject in subjects)
    return max((int(match[1]) for match in found if match), default=0)
