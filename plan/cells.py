"""What a column of the table of measures says about one measure."""

from __future__ import annotations

import re
from collections.abc import Callable

from plan import labels
from plan.blocks import Cell, Gap
from plan.dossier import Dossier
from plan.format import costs_shown
from plan.labels import called
from plan.notation import euros, number, period
from plan.records import Measure, Organisation, Person, Theme, YearOfHistory
from plan.text import Language, Text

_ASIDE = re.compile(r"\s*(\(.*|,.*)$")
_INTERNAL = Text(nl="intern", en="internal")


def short_name(dossier: Dossier, org: str) -> str:
    """An organisation without what its name says between brackets or after a comma."""
    name = dossier.organisation_name(org)
    return _ASIDE.sub("", name) or name


def abbreviation(dossier: Dossier, org: str) -> str:
    """The key of an organisation where it reads as an abbreviation, else its short name."""
    return org if org.isupper() and len(org) <= 6 else short_name(dossier, org)


def _gap(nl: str, en: str, language: Language) -> Gap:
    return Gap(text=nl if language == "nl" else en)


def code(dossier: Dossier, measure: Measure, language: Language) -> Cell:
    return measure.key


def title(dossier: Dossier, measure: Measure, language: Language) -> Cell:
    return f"{measure.title}\n{measure.description}" if measure.description else measure.title


def verdict(dossier: Dossier, measure: Measure, language: Language) -> Cell:
    if measure.decision is None:
        return _gap("Nog geen besluit", "No verdict yet", language)
    return called(labels.VERDICTS, measure.decision, language)


def lead(dossier: Dossier, measure: Measure, language: Language) -> Cell:
    found = measure.lead
    if not found or not (found.org or found.person):
        return _gap("Nog geen trekker", "No lead yet", language)
    names = [short_name(dossier, found.org)] if found.org else []
    names += [dossier.person_name(found.person)] if found.person else []
    return "\n".join(names)


def partners(dossier: Dossier, measure: Measure, language: Language) -> Cell:
    return ", ".join(abbreviation(dossier, partner.org) for partner in measure.partners) or "–"


def planning(dossier: Dossier, measure: Measure, language: Language) -> Cell:
    if measure.visibility == "internal":
        return _INTERNAL.within(language)
    plan = measure.planning
    parts = [period(plan.start, plan.end, language), plan.cadence or ""]
    written = ", ".join(part for part in parts if part)
    return written or _gap("Nog geen planning", "No planning yet", language)


def result(dossier: Dossier, measure: Measure, language: Language) -> Cell:
    return measure.result or _gap("Nog geen resultaat", "No result yet", language)


def hours(dossier: Dossier, measure: Measure, language: Language) -> Cell:
    if measure.visibility == "internal" or not dossier.plan.format.capacity_visible:
        return _INTERNAL.within(language)
    unit = "u" if language == "nl" else "h"
    return (
        "\n".join(
            f"{abbreviation(dossier, claim.org)} {number(claim.hours, language)} {unit}"
            for claim in measure.capacity
        )
        or "–"
    )


def costs(dossier: Dossier, measure: Measure, language: Language) -> Cell:
    """The amount with its cover; no amount is a dash, an amount without cover a gap."""
    if measure.visibility == "internal" or costs_shown(dossier.plan.format) == "internal":
        return _INTERNAL.within(language)
    if not measure.budget_eur:
        return "–"
    amount = euros(measure.budget_eur, language)
    if not covered(measure):
        return _gap(f"{amount}\nnog geen dekking", f"{amount}\nno cover yet", language)
    return f"{amount}\n{measure.funding}"


def covered(measure: Measure) -> bool:
    return labels.is_cover(measure.funding)


def scope(dossier: Dossier, measure: Measure, language: Language) -> Cell:
    value = measure.scope or dossier.scope(dossier.theme_of(measure))
    return called(labels.SCOPES, value, language)


def local_contact(dossier: Dossier, measure: Measure, language: Language) -> Cell:
    """Whom to turn to in the own municipality: the lead of an own team, else the theme's owner."""
    person = dossier.get(Person, measure.lead.person) if measure.lead else None
    org = dossier.get(Organisation, person.org) if person else None
    if person and org and org.kind == "internal":
        return person.name
    theme = dossier.get(Theme, dossier.theme_of(measure))
    if theme and theme.owner:
        return dossier.person_name(theme.owner)
    return _gap("Nog geen contactpersoon", "No contact yet", language)


def contact_name(dossier: Dossier, measure: Measure, language: Language) -> Cell:
    """The person who leads, by name only."""
    name = dossier.person_name(measure.lead.person) if measure.lead else ""
    return name or _gap("Nog geen trekker", "No lead yet", language)


def contact(dossier: Dossier, measure: Measure, language: Language) -> Cell:
    """The person who leads, with an address."""
    person = dossier.get(Person, measure.lead.person) if measure.lead else None
    if person is None:
        return _gap("Nog geen contactpersoon", "No contact yet", language)
    return "\n".join(part for part in (person.name, person.email, person.phone) if part)


def roles(dossier: Dossier, measure: Measure, language: Language) -> Cell:
    """Every organisation with its role."""
    return (
        "\n".join(
            f"{abbreviation(dossier, partner.org)}: "
            f"{called(labels.ROLES, partner.role or 'partner', language)}"
            for partner in measure.partners
        )
        or "–"
    )


def role_of(org: str) -> Callable[[Dossier, Measure, Language], Cell]:
    """The column that says what one organisation does in a measure."""

    def role(dossier: Dossier, measure: Measure, language: Language) -> Cell:
        if measure.lead and measure.lead.org == org:
            return called(labels.ROLES, "trekker", language)
        roles_ = {partner.org: partner.role or "partner" for partner in measure.partners}
        return called(labels.ROLES, roles_.get(org), language)

    return role


def _this_year(dossier: Dossier, measure: Measure) -> YearOfHistory | None:
    """The last year of the plan that something is known of."""
    first, last = dossier.plan.year, dossier.plan.year + dossier.plan.duration_years - 1
    here = [past for past in measure.history if first <= past.year <= last]
    return max(here, key=lambda past: past.year, default=None)


def light(dossier: Dossier, measure: Measure, language: Language) -> Cell:
    """The light in words (domain 2.5), so that it does not hang on a colour."""
    year = _this_year(dossier, measure)
    if measure.decision == "stop":
        return "–"
    if year is None or not year.light:
        return _gap("Nog geen licht", "No light yet", language)
    return called(labels.LIGHTS, year.light, language)


def standing(dossier: Dossier, measure: Measure, language: Language) -> Cell:
    year = _this_year(dossier, measure)
    if year is None and measure.decision == "stop":
        return called(labels.PROGRESS, "gestopt", language)
    said = (
        [
            called(labels.PROGRESS, year.progress, language),
            called(labels.EFFECTS, year.effect, language),
        ]
        if year
        else []
    )
    return "\n".join(part for part in said if part) or _gap(
        "Nog geen stand", "Nothing reported yet", language
    )


def steering(dossier: Dossier, measure: Measure, language: Language) -> Cell:
    """What is done about it; orange and red need one (domain 2.5)."""
    year = _this_year(dossier, measure)
    if year and year.note:
        return year.note
    if year and year.light in ("oranje", "rood"):
        return _gap("Nog geen bijsturing", "No adjustment yet", language)
    return "–"
