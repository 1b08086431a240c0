"""Changing an adopted plan in between, by the light route (domain 2.5)."""

from __future__ import annotations

from plan.codes import next_measure
from plan.dossier import Dossier, involved
from plan.records import DecisionStep, Lead, Measure, Person, Planning, altered
from plan.standing import deciding_bodies, next_minor

NEW = "new"
"""In the place of a code: a measure that is added."""


def blank(dossier: Dossier, item: str) -> Measure:
    """A new measure under an item, last in its row."""
    order = max((m.order for m in dossier.measures_under(item)), default=-1) + 1
    return Measure(
        key=next_measure(dossier),
        item=item,
        title="",
        order=order,
        decision="new",
        source="amendment",
    )


def led_by(measure: Measure, person: Person | None) -> Measure:
    """With another lead; the old one stays as a partner only when it was one already."""
    if person is None or (measure.lead and measure.lead.person == person.key):
        return measure
    partners = tuple(p for p in measure.partners if p.org != person.org)
    return altered(measure, lead=Lead(org=person.org, person=person.key), partners=partners)


def planned(measure: Measure, planning: Planning) -> Measure:
    return altered(measure, planning=planning)


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
