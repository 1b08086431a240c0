"""Who may do what in a plan (domain 2.7); whoever is not named here may do nothing."""

from __future__ import annotations

from plan.dossier import Dossier
from plan.records import Person, Theme
from plan.sessions import attends, session_of


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


def sees_draft(dossier: Dossier, person: Person) -> bool:
    """The whole draft: the coordinator, theme owners, and whoever decides."""
    if not dossier:
        return False
    return (
        is_coordinator(dossier, person)
        or bool(own_themes(dossier, person))
        or decides(dossier, person)
    )


def decides(dossier: Dossier, person: Person) -> bool:
    """MT and portfolio holder: the draft, the findings and the own decision."""
    plan = dossier.plan
    return person.key in (*plan.decision_makers, plan.portfolio_holder)


def reads(dossier: Dossier, person: Person) -> bool:
    """Council registry and auditor: the adopted version and the register alone."""
    return bool(dossier) and person.key in dossier.plan.readers


def prepares(dossier: Dossier, person: Person) -> bool:
    """Whoever is invited to the session reads the whole draft once its agenda is settled."""
    session = session_of(dossier) if dossier else None
    return bool(session and session.agenda_at and attends(dossier, person))
