"""All checks on the effective mix, and what they find in a plan (domain 6)."""

from __future__ import annotations

from plan.checks import (
    balance,
    capacity,
    completeness,
    items,
    measures,
    organisations,
    privacy,
    response,
    themes,
)
from plan.checks.active import is_active
from plan.checks.finding import SEVERITIES, Check, Finding, Hit, Subjects, Thresholds
from plan.dossier import Dossier
from plan.once import once
from plan.records import Dismissal

CHECKS: tuple[Check, ...] = (
    items.WITHOUT_MEASURE,
    completeness.NO_LEAD,
    completeness.NO_PLANNING,
    items.ONLY_REPRESSION,
    balance.MISSING_LINKS,
    balance.ONE_SIDED,
    measures.WITHOUT_EFFECT,
    capacity.OVERLOAD,
    organisations.HEAP_OF_LEADS,
    organisations.NOT_CONFIRMED,
    completeness.NO_RESULT,
    measures.VAGUE,
    balance.LESS_THAN_ROUTINE,
    items.NOT_TIED_TO_IVP,
    themes.WITHOUT_ITEMS,
    completeness.NO_RATIONALE,
    capacity.PILING_UP,
    capacity.PEAK,
    completeness.COSTS_WITHOUT_COVER,
    items.OVERLAP,
    response.UNPROCESSED,
    response.ADVISED_AGAINST,
    themes.WORSE_UNANSWERED,
    themes.ACTIVITY_AS_GOAL,
    measures.OUT_OF_ORDER,
    privacy.PERSONAL_DATA,
    completeness.NO_REGIONAL_LEAD,
    themes.FORM_DRIFT,
    organisations.ABSENT,
    measures.OUTSIDE_YEAR,
)
_USUAL = Thresholds()


@once(whole=True)
def findings(dossier: Dossier, settings: Thresholds = _USUAL) -> tuple[Finding, ...]:
    """Everything the checks find, check by check, each in the order of its subjects.

    A dismissed finding stays in, with the reason that was given for it.
    """
    reasons = {(one.check, one.subject): one.reason for one in dossier.all(Dismissal)}
    return tuple(
        _finding(check, hit, reasons)
        for check in CHECKS
        for hit in sorted(check.find(dossier, settings), key=lambda hit: hit.subjects)
    )


def lacking(dossier: Dossier) -> tuple[Finding, ...]:
    """The findings that ask something: a measure that stopped needs no lead or period any more."""
    stopped = {measure.key for measure in dossier.measures if not is_active(measure)}
    return tuple(
        one
        for one in findings(dossier)
        if one.check not in _OF_WHAT_GOES_ON or one.subject not in stopped
    )


_OF_WHAT_GOES_ON = ("C02", "C03", "C11", "C19")


def by_code(dossier: Dossier, settings: Thresholds = _USUAL) -> dict[str, list[str | list[str]]]:
    """The subjects per check, every check with at least an empty list; pairs are lists."""
    found: dict[str, list[str | list[str]]] = {check.id: [] for check in CHECKS}
    for finding in findings(dossier, settings):
        found[finding.check].append(_plain(finding.subjects))
    return found


def top(found: tuple[Finding, ...], theme: str | None, most: int = 5) -> tuple[Finding, ...]:
    """The gravest of a theme that nobody explained; None for those of no theme."""
    open_ = [one for one in found if one.theme == theme and one.dismissed is None]
    return tuple(sorted(open_, key=lambda one: SEVERITIES.index(one.severity))[:most])


def _finding(check: Check, hit: Hit, reasons: dict[tuple[str, str], str]) -> Finding:
    subject = hit.subjects if isinstance(hit.subjects, str) else "+".join(hit.subjects)
    return Finding(
        check=check.id,
        severity=hit.severity or check.severity,
        subjects=hit.subjects,
        theme=hit.theme,
        message=(hit.message or check.message).fill(**hit.fields),
        why=check.why,
        action=check.action,
        dismissed=reasons.get((check.id, subject)),
    )


def _plain(subjects: Subjects) -> str | list[str]:
    return subjects if isinstance(subjects, str) else list(subjects)
