"""What several checks need to know of measures."""

from __future__ import annotations

from collections.abc import Iterable

from plan.checks.finding import Hit
from plan.dossier import Dossier, involved
from plan.records import Measure


def is_active(measure: Measure) -> bool:
    """An active measure is one whose decision is not stop (domain 6, Readings)."""
    return measure.decision != "stop"


def active(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    return tuple(measure for measure in measures if is_active(measure))


def hours(measures: Iterable[Measure]) -> float:
    return sum(claim.hours for measure in measures for claim in measure.capacity)


def takes_part(measure: Measure) -> frozenset[str]:
    """Every organisation a measure names: lead, partners, and who gives hours."""
    return frozenset((*involved(measure), *(claim.org for claim in measure.capacity)))


def on_measure(dossier: Dossier, measure: Measure, **fields: object) -> Hit:
    """A hit on a measure; its message names it as {m}."""
    return Hit(
        subjects=measure.key,
        theme=dossier.theme_of(measure) or None,
        fields={"m": measure.title, **fields},
    )
