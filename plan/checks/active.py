"""What several checks need to know of measures, and how they point at one or at a theme."""

from __future__ import annotations

from collections.abc import Iterable

from plan.checks.finding import Hit, Severity
from plan.dossier import Dossier, involved
from plan.records import ActionItem, Measure, Theme
from plan.text import Text


def is_active(measure: Measure) -> bool:
    """An active measure is one whose decision is not stop (domain 6, Readings)."""
    return measure.decision != "stop"


def active(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    return tuple(measure for measure in measures if is_active(measure))


def hours(measures: Iterable[Measure]) -> float:
    return sum(claim.hours for measure in measures for claim in measure.capacity)


def takes_part(measure: Measure) -> frozenset[str]:
    """Every organisation a measure names: lead, partners, regional lead and who gives hours."""
    regional = (measure.regional_lead,) if measure.regional_lead else ()
    return frozenset((*involved(measure), *regional, *(claim.org for claim in measure.capacity)))


def theme_above(dossier: Dossier, subject: str | None) -> str | None:
    """The theme that a measure or item falls under; a theme falls under itself."""
    measure = dossier.get(Measure, subject)
    item = dossier.get(ActionItem, measure.item if measure else subject)
    if item:
        return item.theme
    return subject if dossier.get(Theme, subject) else None


def on_measure(dossier: Dossier, measure: Measure, **fields: object) -> Hit:
    """A hit on a measure; its message names it as {m}."""
    return Hit(
        subjects=measure.key,
        theme=dossier.theme_of(measure) or None,
        fields={"m": measure.title, **fields},
    )


def on_theme(
    dossier: Dossier,
    theme: str,
    *,
    message: Text | None = None,
    severity: Severity | None = None,
    **fields: object,
) -> Hit:
    """A hit on a theme; its message names it as {theme}."""
    named = {"theme": dossier.title(theme), **fields}
    return Hit(subjects=theme, theme=theme, fields=named, message=message, severity=severity)
