"""Who may see a fact, and who may ask about what (domain 2.7)."""

from __future__ import annotations

from plan.dossier import Dossier, involved
from plan.records import Measure, Person
from plan.rights import ALL, Of, can
from plan.tracing.fact import Fact


def makes(dossier: Dossier, person: Person) -> bool:
    """The coordinator and the theme owners, who make the plan."""
    return can(dossier, person, "read_answers", ALL)


def visible(dossier: Dossier, fact: Fact, person: Person) -> bool:
    """Whose words it is sees it; answers else only who makes the plan.

    What was done with remarks and proposals is in the register, for whoever decides or audits.
    """
    if makes(dossier, person):
        return True
    if fact.inside:
        return False
    if not fact.org or can(dossier, person, "read_answers", Of(org=fact.org)):
        return True
    return not fact.frank and can(dossier, person, "read_log", ALL)


def sees_whole(dossier: Dossier, person: Person) -> bool:
    """The whole plan: who makes it or decides; the partners from the session on; then all."""
    return can(dossier, person, "ask_about", ALL)


def may_ask_about(dossier: Dossier, person: Person, measure: Measure) -> bool:
    """A partner asks about its own measures; about all from the collective session on."""
    own = (can(dossier, person, "ask_about", Of(org=org)) for org in involved(measure))
    return sees_whole(dossier, person) or any(own)
