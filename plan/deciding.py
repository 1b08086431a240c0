"""What is still open for a body, and what the decision step asks for now (domain 2.3, J6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plan import amending
from plan.calendar import on_or_after
from plan.cells import covered, short_name
from plan.checks import SEVERITIES, Finding, findings, lacking
from plan.dossier import Dossier
from plan.notation import euros
from plan.records import BilateralCheck, Comment, DecisionStep, Measure, Outcome, Proposal
from plan.route import before, sort_of
from plan.text import Text, joined

MOST = 5
"""Findings named for a body; the annex has them all."""
_POLICE, _PROSECUTION = ("politie", "police"), ("openbaar ministerie", "prosecution")


def going(dossier: Dossier) -> tuple[Measure, ...]:
    """The measures of the coming year: those that do not stop."""
    return tuple(m for m in dossier.measures if m.decision != "stop")


def uncovered(dossier: Dossier) -> tuple[Measure, ...]:
    """Measures that cost money for which no cover is known."""
    return tuple(m for m in going(dossier) if m.budget_eur and not covered(m))


def unconfirmed(dossier: Dossier) -> tuple[str, ...]:
    """Partners in the plan that did not plainly say yes to their part."""
    said = {check.org: check.commitment for check in dossier.all(BilateralCheck)}
    return tuple(
        org.key
        for org in dossier.consulted
        if dossier.measures_with(org.key) and said.get(org.key) != "ja"
    )


def parked(dossier: Dossier) -> tuple[str, ...]:
    """What was put aside on the way here, in its own words."""
    return (
        *(o.decision for o in dossier.all(Outcome) if o.parked and not o.done_at),
        *(c.text for c in dossier.all(Comment) if c.disposition == "parked"),
        *(p.title for p in dossier.all(Proposal) if p.status == "parked"),
    )


def open_findings(dossier: Dossier) -> tuple[Finding, ...]:
    """What the mix check found and nobody explained, heaviest first; cover has its own line."""
    found = [f for f in lacking(dossier) if not f.dismissed and f.check not in _ELSEWHERE]
    return tuple(sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)))


_ELSEWHERE = ("C19", "C10", "C26")
"""Cover and confirmation have lines of their own; personal data goes to nobody."""


def explained(dossier: Dossier) -> tuple[Finding, ...]:
    return tuple(f for f in findings(dossier) if f.dismissed and f.check != "C26")


def of_the_triangle(dossier: Dossier) -> tuple[str, ...]:
    """Police and prosecution: the organisations whose effort the triangle agrees on."""
    names = (*_POLICE, *_PROSECUTION)
    return tuple(
        org
        for org in dict.fromkeys(o for m in dossier.measures for o in _orgs(m))
        if org in ("POL", "OM")
        or any(dossier.organisation_name(org).casefold().startswith(n) for n in names)
    )


def _orgs(measure: Measure) -> tuple[str, ...]:
    lead = (measure.lead.org,) if measure.lead and measure.lead.org else ()
    return (*lead, *(partner.org for partner in measure.partners))


def still_open(dossier: Dossier, body: DecisionStep) -> tuple[Text, ...]:
    """What this body has to know is not settled; each a line in plain words."""
    lines = [*_earlier(dossier, body), *_amendments(dossier)]
    sort = sort_of(body)
    if sort in ("mt", "college", "other"):
        lines += _money(dossier)
    if sort != "council":
        lines += _partners(dossier, of_the_triangle(dossier) if sort == "triangle" else None)
    if sort in ("mt", "other"):
        lines += [*_parked(dossier), *_found(dossier)]
    return tuple(lines)


def _earlier(dossier: Dossier, body: DecisionStep) -> Iterator[Text]:
    words = Text(nl="Nog geen besluit van: {names}.", en="No decision yet from: {names}.")
    names = ", ".join(one.body for one in before(dossier, body))
    if names:
        yield words.fill(names=names)


def _amendments(dossier: Dossier) -> Iterator[Text]:
    left = amending.to_work_in(dossier)
    words = Text(
        nl="Wijzigingen nog te verwerken: {names}.", en="Amendments still to be made: {names}."
    )
    if left:
        yield words.fill(names=", ".join(dict.fromkeys(subject for _, subject in left)))


def _money(dossier: Dossier) -> Iterator[Text]:
    found = uncovered(dossier)
    words = Text(nl="Nog geen dekking: {names}.", en="No cover yet: {names}.")
    if found:
        named = [
            Text(
                nl=f"{m.key} ({euros(m.budget_eur or 0, 'nl')})",
                en=f"{m.key} ({euros(m.budget_eur or 0, 'en')})",
            )
            for m in found
        ]
        yield words.fill(names=joined(named, ", "))


def _partners(dossier: Dossier, only: tuple[str, ...] | None) -> Iterator[Text]:
    found = [org for org in unconfirmed(dossier) if only is None or org in only]
    words = Text(
        nl="Nog niet zonder voorbehoud bevestigd door: {names}.",
        en="Not yet confirmed without reservation by: {names}.",
    )
    if found:
        yield words.fill(names=", ".join(short_name(dossier, org) for org in found))


def _parked(dossier: Dossier) -> Iterator[Text]:
    words = Text(nl="Geparkeerd: {what}", en="Parked: {what}")
    yield from (words.fill(what=what) for what in parked(dossier))


def _found(dossier: Dossier) -> Iterator[Text]:
    found = open_findings(dossier)
    yield from (finding.message for finding in found[:MOST])
    more = Text(
        nl="Meer aandachtspunten uit de mixcheck: {n}.",
        en="More findings of the mix check: {n}.",
    )
    if len(found) > MOST:
        yield more.fill(n=len(found) - MOST)


def first_check(dossier: Dossier, adopted_on: date) -> date:
    """When the first quarter of the plan is looked back on: the first working day after it."""
    year = dossier.plan.year
    ends = (date(year, 4, 1), date(year, 7, 1), date(year, 10, 1), date(year + 1, 1, 1))
    coming = (day for day in ends if day > adopted_on)
    return on_or_after(next(coming, date(adopted_on.year + 1, 1, 1)))
