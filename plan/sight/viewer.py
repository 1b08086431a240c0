"""For whose eyes a plan is: what decides which records somebody gets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plan.dossier import Dossier
from plan.once import once
from plan.records import ActionItem, Change, CollectiveSession, Measure, Person, Theme
from plan.rights import ALL, actor_of, can, stands_in_for
from plan.sessions import attends


@dataclass(frozen=True, kw_only=True)
class Viewer:
    """`person` is a key of the plan; `orgs` are those that somebody may answer for."""

    person: str
    orgs: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    """Those of these organisations, and whom this one stands in for."""
    own: frozenset[str] = frozenset()
    """The measures of these organisations, also those they were taken out of."""
    draft: bool = False
    """The whole draft."""
    findings: bool = False
    log: bool = False
    """What was done with remarks and proposals, of everybody."""
    measures: bool = False
    """All measures may be asked about."""
    adopted: bool = False
    sessions: frozenset[str] = frozenset()
    """Those to which somebody comes and of which the agenda is known."""


def sees_all(dossier: Dossier, person: Person) -> bool:
    """Who makes the plan gets it whole (domain 2.7)."""
    return can(dossier, person, "read_answers", ALL)


def viewer(dossier: Dossier, person: Person) -> Viewer:
    """What somebody may see who does not make the plan."""
    roles = actor_of(dossier, person)
    orgs = frozenset[str]().union(*(own.orgs for own in roles.values()))
    people = (one.key for org in orgs for one in dossier.people_of(org))
    away = (one.key for one in stands_in_for(dossier, person))
    draft, adopted = (can(dossier, person, v, ALL) for v in ("read_draft", "read_adopted"))
    return Viewer(
        person=person.key,
        orgs=orgs,
        people=frozenset((person.key, *people, *away)),
        own=frozenset(key for org in orgs for key in _ever_with(dossier, org)),
        draft=draft,
        findings=can(dossier, person, "read_findings", ALL),
        log=can(dossier, person, "read_log", ALL),
        measures=draft or adopted or can(dossier, person, "ask_about", ALL),
        adopted=adopted,
        sessions=frozenset(_sessions(dossier, person)),
    )


def _sessions(dossier: Dossier, person: Person) -> Iterator[str]:
    for session in dossier.all(CollectiveSession):
        known = session.agenda_at or session.began_at
        if known and attends(dossier, person, session.key):
            yield session.key


@once(Theme, ActionItem, Measure, Change)
def _ever_with(dossier: Dossier, org: str) -> tuple[str, ...]:
    now = (measure.key for measure in dossier.measures_with(org))
    made = (change for change in dossier.all(Change) if change.kind == "Measure")
    return (*now, *(change.subject for change in made if f'"{org}"' in change.was))
