"""Proposals that say nearly the same: by the words they share."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plan.records import Proposal

SHARED = 0.5
"""The part of the words of the shorter title that two proposals must share."""
_WORD = re.compile(r"\w{4,}")
_SMALL = frozenset(("voor", "naar", "over", "door", "tegen", "tussen", "meer", "betere", "nieuwe"))
"""Words that say nothing about what a proposal is about."""
_STEM = 6
"""Dutch words of one stem differ at the end: these first letters count."""


def alike(proposals: Iterable[Proposal]) -> tuple[tuple[Proposal, ...], ...]:
    """Groups of two or more that are alike, each proposal in one group at most."""
    groups: list[list[Proposal]] = []
    for proposal in proposals:
        group = next((g for g in groups if _alike(g[0], proposal)), None)
        if group is None:
            groups.append([proposal])
        else:
            group.append(proposal)
    return tuple(tuple(group) for group in groups if len(group) > 1)


def shared(one: str, other: str) -> float:
    """The part of the words of the shorter text that the other has too, 0 to 1."""
    first, second = _stems(one), _stems(other)
    fewest = min(len(first), len(second))
    return len(first & second) / fewest if fewest else 0.0


def _alike(one: Proposal, other: Proposal) -> bool:
    apart = bool(one.item and other.item and one.item != other.item)
    few = min(len(_stems(one.title)), len(_stems(other.title))) < 2
    return not apart and not few and shared(one.title, other.title) >= SHARED


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _SMALL)
