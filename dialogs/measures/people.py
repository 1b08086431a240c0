"""Who can lead, own or take part, and when: choices for the cards of the draft."""

from __future__ import annotations

from datetime import date

from dialogs.naming import named
from plan.dossier import Dossier
from plan.records import (
    Lead,
    Measure,
    Organisation,
    Partnership,
    Person,
    Plan,
    Planning,
    Proposal,
    altered,
)
from plan.text import Text

Choices = tuple[tuple[str, Text], ...]
ORG = "org:"
MANY = 160
"""Choices on one card in all; with more people there are fewer measures on it."""
CROWD = 40
"""People from which on a crowded card names one of each organisation."""
NOBODY = "nobody"
LATER = Text(nl="{org} (persoon volgt)", en="{org} (person to follow)")


def people_choices(
    dossier: Dossier, *, whole: bool = True, known: str | None = None, few: bool = False
) -> Choices:
    """Everybody who belongs to an organisation; with `whole` also organisations of nobody.

    With `few`, where there are many people, only one of each organisation and the one that is
    chosen already: a card that is too large cannot be shown at all.
    """
    people = [p for p in dossier.all(Person) if p.org or p.key == dossier.plan.coordinator]
    if few and len(people) > CROWD:
        first = {person.org: person.key for person in reversed(people)}
        people = [p for p in people if p.key in (*first.values(), known, dossier.plan.coordinator)]
    found = [(p.key, named(dossier, p)) for p in people]
    found.sort(key=lambda choice: choice[1].nl.casefold())
    filled = {p.org for p in people}
    bare = [o for o in dossier.all(Organisation) if whole and o.key not in filled]
    return (*found, *((f"{ORG}{o.key}", LATER.fill(org=o.name)) for o in bare))


def lead_choices(dossier: Dossier, measure: Measure, *, few: bool = False) -> Choices:
    """Who can lead it; who does so now is among them, and nobody where somebody does."""
    now = lead_value(measure.lead)
    found = people_choices(dossier, known=now, few=few)
    if not (measure.lead and now):
        return found
    org = LATER.fill(org=dossier.organisation_name(measure.lead.org))
    own = () if measure.lead.person or now in dict(found) else ((now, org),)
    return ((NOBODY, Text(nl="Nog geen trekker", en="No lead yet")), *found, *own)


def org_choices(dossier: Dossier) -> Choices:
    return tuple((org.key, Text.verbatim(org.name)) for org in dossier.all(Organisation))


def at_once(dossier: Dossier, most: int) -> int:
    """How many measures go on one card, so that it stays readable and not too large."""
    choices = len(people_choices(dossier)) + len(dossier.all(Organisation))
    return max(1, min(most, MANY // max(choices, 1)))


def lead_of(dossier: Dossier, value: str) -> Lead | None:
    """The organisation and person of a choice."""
    person = dossier.get(Person, value)
    if person:
        return Lead(org=person.org, person=person.key)
    org = dossier.get(Organisation, value.removeprefix(ORG)) if value.startswith(ORG) else None
    return Lead(org=org.key) if org else None


def lead_value(lead: Lead | None) -> str:
    """The choice that stands for a lead."""
    if lead is None:
        return ""
    return lead.person or (f"{ORG}{lead.org}" if lead.org else "")


def led(measure: Measure, lead: Lead | None) -> Measure:
    """With this lead, that is no partner of itself."""
    org = lead.org if lead else None
    partners = tuple(partner for partner in measure.partners if partner.org != org)
    return altered(measure, lead=lead, partners=partners)


def partnerships(
    dossier: Dossier, measure: Measure, keys: tuple[str, ...]
) -> tuple[Partnership, ...]:
    """The chosen organisations, those that were in it first; what was agreed of a role stays."""
    roles = {p.org: p for p in measure.partners}
    known = {org.key for org in dossier.all(Organisation)}
    kept = (org for org in roles if org in keys)
    joining = (key for key in keys if key in known)
    return tuple(roles.get(key, Partnership(org=key)) for key in dict.fromkeys((*kept, *joining)))


def likely_lead(dossier: Dossier, measure: Measure) -> str:
    """Who leads it; else somebody of the organisation that does, or that proposed it."""
    if measure.lead and measure.lead.person:
        return measure.lead.person
    proposal = dossier.get(Proposal, (measure.source or "").removeprefix("proposal/"))
    orgs = [measure.lead.org] if measure.lead and measure.lead.org else []
    orgs += list(proposal.by) if proposal else []
    people = [person.key for org in orgs for person in dossier.people_of(org)]
    return people[0] if people else lead_value(measure.lead)


QUARTERS = {"q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12), "h1": (1, 6), "h2": (7, 12)}
RHYTHMS = {
    "weekly": Text(nl="wekelijks", en="weekly"),
    "monthly": Text(nl="maandelijks", en="monthly"),
    "quarterly": Text(nl="elk kwartaal", en="every quarter"),
}


def period_choices(plan: Plan) -> Choices:
    """A quarter is precise enough (domain 4.1)."""
    whole = Text(nl="heel {year}", en="all of {year}")
    halves = {
        "h1": Text(nl="eerste halfjaar", en="first half"),
        "h2": Text(nl="tweede halfjaar", en="second half"),
    }
    quarter = Text(nl="{n}e kwartaal", en="quarter {n}")
    rhythm = Text(nl="{how}, het hele jaar", en="{how}, all year")
    return (
        ("year", whole.fill(year=plan.year)),
        *((f"q{n}", quarter.fill(n=n)) for n in range(1, 5)),
        *halves.items(),
        *((key, rhythm.fill(how=how)) for key, how in RHYTHMS.items()),
    )


def planning_of(plan: Plan, value: str) -> Planning | None:
    """The dates and the rhythm of a choice; None for no choice."""
    first, last = QUARTERS.get(value, (1, 12))
    rhythm = RHYTHMS.get(value)
    if value != "year" and value not in QUARTERS and rhythm is None:
        return None
    days = {3: 31, 6: 30, 9: 30, 12: 31}
    final = plan.year + (plan.duration_years - 1 if value not in QUARTERS else 0)
    return Planning(
        start=date(plan.year, first, 1),
        end=date(final, last, days[last]),
        cadence=rhythm.within(plan.language) if rhythm else None,
    )
