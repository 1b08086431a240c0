"""Who may see a fact, and who may ask about what (domain 2.7)."""

from __future__ import annotations

from plan.dossier import Dossier
from plan.records import Measure, Person
from plan.rights import decides, is_coordinator, own_themes, reads
from plan.standing import adopted, closing
from plan.tracing.fact import Fact


def makes(dossier: Dossier, person: Person) -> bool:
    """The coordinator and the theme owners, who make the plan."""
    return is_coordinator(dossier, person) or bool(own_themes(dossier, person))


def visible(dossier: Dossier, fact: Fact, person: Person) -> bool:
    """Whose words it is sees it; answers else only who makes the plan.

    What was done with remarks and proposals is in the register, for whoever decides or audits.
    """
    if makes(dossier, person):
        return True
    if fact.inside:
        return False
    if not fact.org or fact.org == person.org:
        return True
    registered = decides(dossier, person) or reads(dossier, person)
    return registered and not fact.frank


def sees_whole(dossier: Dossier, person: Person) -> bool:
    """The whole plan: who makes it or decides; the partners from the session on; then all."""
    if makes(dossier, person) or decides(dossier, person) or adopted(dossier):
        return True
    asked = any(closing(dossier, step) for step in ("check", "check_2"))
    return asked and not reads(dossier, person)


def may_ask_about(dossier: Dossier, person: Person, measure: Measure) -> bool:
    """A partner asks about its own measures; about all from the collective session on."""
    own = person.org is not None and measure in dossier.measures_with(person.org)
    return own or sees_whole(dossier, person)
