"""The mix of a theme at a glance: how many measures per link of the chain and per target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from plan.checks.active import active
from plan.classifying import PHASES, TARGETS
from plan.dossier import Dossier


@dataclass(frozen=True, kw_only=True)
class Grid:
    """Counts of the active measures of a theme; never a score, partners would argue about it.

    `unplaced` counts the measures of which the phase or the target is not known yet.
    """

    theme: str
    counts: Mapping[tuple[str, str], int]
    unplaced: int

    def count(self, phase: str, target: str) -> int:
        return self.counts.get((phase, target), 0)

    def rows(self) -> tuple[tuple[int, ...], ...]:
        """The counts, a row per phase and a column per target."""
        return tuple(tuple(self.count(phase, target) for target in TARGETS) for phase in PHASES)


def grid(dossier: Dossier, theme: str) -> Grid:
    """The grid of one theme."""
    measures = active(dossier.measures_of(theme))
    placed = Counter(
        (measure.chain_phase, measure.target)
        for measure in measures
        if measure.chain_phase and measure.target
    )
    return Grid(theme=theme, counts=placed, unplaced=len(measures) - placed.total())
