"""Facts about somebody that the roles in a plan are worked out from."""

from __future__ import annotations

from plan.dossier import Dossier
from plan.records import Organisation, Person, Theme
from plan.voices import speaks_for as speaks_for
from plan.voices import stands_in_for as stands_in_for


def is_coordinator(dossier: Dossier, person: Person) -> bool:
    """Everything, override and sending."""
    return bool(dossier) and dossier.plan.coordinator == person.key


def own_themes(dossier: Dossier, person: Person) -> tuple[Theme, ...]:
    """The themes somebody is owner of (themahouder): those may be drafted and processed."""
    return tuple(theme for theme in dossier.themes if theme.owner == person.key)


def decides(dossier: Dossier, person: Person) -> bool:
    """MT and portfolio holder: the draft, the findings and the own decision."""
    plan = dossier.plan
    return person.key in (*plan.decision_makers, plan.portfolio_holder)


def reads(dossier: Dossier, person: Person) -> bool:
    """Council registry and auditor: the adopted version and the register alone."""
    return bool(dossier) and person.key in dossier.plan.readers


def takes_part(dossier: Dossier, person: Person) -> bool:
    """A contact of an organisation that is asked, or that has a part in a measure."""
    org = dossier.get(Organisation, person.org)
    return org is not None and (org.consulted or bool(dossier.measures_with(org.key)))
