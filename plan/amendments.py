"""Changing an adopted plan in between, by the light route (domain 2.5)."""

from __future__ import annotations

from plan.dossier import Dossier, involved
from plan.records import DecisionStep, Measure, altered
from plan.standing import deciding_bodies, next_minor


def stopped(measure: Measure, why: str) -> Measure:
    return altered(measure, decision="stop", decision_reason=why)


def concerned(before: Measure | None, after: Measure) -> tuple[str, ...]:
    """The organisations in it before or after, each once."""
    orgs = (*(involved(before) if before else ()), *involved(after))
    return tuple(dict.fromkeys(orgs))


def bodies(dossier: Dossier) -> tuple[str, str]:
    """Who hears of a small change, and who decides on a large one."""
    route = sorted(dossier.all(DecisionStep), key=lambda body: body.order)
    hears = route[0].body if route else "MT"
    deciding = deciding_bodies(dossier)
    return hears, deciding[-1].body if deciding else "college"


def next_version(dossier: Dossier) -> str:
    """`1.1` after `1.0`."""
    return next_minor(dossier.plan.version)
