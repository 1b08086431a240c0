"""Whom to phone when a partner stays silent, and why that partner first."""

from __future__ import annotations

from collections.abc import Iterable

from plan.content import counts
from plan.dossier import Dossier
from plan.records import Round
from plan.reminders import contact
from plan.text import Text, counted


def call_title(dossier: Dossier, round_: Round, orgs: Iterable[str]) -> Text:
    """Above the lines: to phone asks for a number at each of them."""
    people = [contact(dossier, round_, org) for org in orgs]
    return CALL if all(person and person.phone for person in people) else GET_IN_TOUCH


CALL = Text(nl="Bel even", en="Call them")
GET_IN_TOUCH = Text(nl="Neem contact op", en="Get in touch")


def call_line(dossier: Dossier, round_: Round, org: str) -> Text:
    """Whom to phone: whoever answers for the partner now."""
    person = contact(dossier, round_, org)
    leads = sum(1 for m in dossier.measures_with(org) if m.lead and m.lead.org == org)
    words = Text(
        nl="{org}: {person}{phone}; doet mee aan {all}{leads}",
        en="{org}: {person}{phone}; takes part in {all}{leads}",
    )
    leading = Text(nl=", trekker van {leads}", en=", leads {leads}").fill(leads=leads)
    return words.fill(
        org=dossier.organisation_name(org),
        person=person.name if person else "–",
        phone=f", {person.phone}" if person and person.phone else "",
        leads=leading if leads else "",
        all=counted(len(dossier.measures_with(org)), *counts.MEASURES),
    )
