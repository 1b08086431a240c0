"""Who may do what in a plan (domain 2.7); whoever is not named here may do nothing."""

from __future__ import annotations

from plan.dossier import Dossier
from plan.records import Edition, Handover, Organisation, Person, Theme
from plan.sessions import attends, session_of
from plan.standing import session_reached
from plan.voices import speaks_for as speaks_for
from plan.voices import stands_in_for as stands_in_for


def is_coordinator(dossier: Dossier, person: Person) -> bool:
    """Everything, override and sending."""
    return bool(dossier) and dossier.plan.coordinator == person.key


def own_themes(dossier: Dossier, person: Person) -> tuple[Theme, ...]:
    """The themes somebody is owner of (themahouder): those may be drafted and processed."""
    return tuple(theme for theme in dossier.themes if theme.owner == person.key)


def may_draft(dossier: Dossier, person: Person, theme: str) -> bool:
    """Whether somebody may change what the plan says in a theme."""
    own = {each.key for each in own_themes(dossier, person)}
    return is_coordinator(dossier, person) or theme in own


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


def sees_findings(dossier: Dossier, person: Person) -> bool:
    """What stands out in the draft: who makes it and who decides on it."""
    return bool(dossier) and (
        is_coordinator(dossier, person)
        or bool(own_themes(dossier, person))
        or decides(dossier, person)
    )


def sees_draft(dossier: Dossier, person: Person) -> bool:
    """The whole draft: who makes it and who decides; from the session on the partners too."""
    if not dossier:
        return False
    in_session = takes_part(dossier, person) and session_reached(dossier)
    return sees_findings(dossier, person) or in_session or prepares(dossier, person)


def sees_adopted(dossier: Dossier, person: Person) -> bool:
    """The plan as it was adopted: everybody with a part in it, and readers."""
    if not dossier or not dossier.all(Edition):
        return False
    return reads(dossier, person) or sees_findings(dossier, person) or takes_part(dossier, person)


def sees_register(dossier: Dossier, person: Person) -> bool:
    """What was done with every remark: with the draft, or with the adopted plan."""
    return sees_draft(dossier, person) or sees_adopted(dossier, person)


def answers(dossier: Dossier, person: Person) -> bool:
    """Whether somebody can be asked something: a partner, a stand-in, whom it was handed to."""
    if not dossier:
        return False
    handed = any(h.to == person.key for h in dossier.all(Handover))
    return (
        is_coordinator(dossier, person)
        or takes_part(dossier, person)
        or handed
        or bool(stands_in_for(dossier, person))
    )


def prepares(dossier: Dossier, person: Person) -> bool:
    """Whoever is invited to the session reads the whole draft once its agenda is settled."""
    session = session_of(dossier) if dossier else None
    return bool(session and session.agenda_at and attends(dossier, person))
