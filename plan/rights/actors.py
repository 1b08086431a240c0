"""What somebody is in a plan: the roles of the table of rights, and what is one's own in each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plan.dossier import Dossier
from plan.once import once
from plan.people import identity
from plan.records import (
    ActionItem,
    CollectiveSession,
    Consent,
    DecisionStep,
    Handover,
    Measure,
    Organisation,
    Outcome,
    Person,
    Plan,
    Round,
    Theme,
    Wish,
)
from plan.rights.roles import decides, is_coordinator, own_themes, reads, takes_part
from plan.route import own_bodies
from plan.sessions import seats
from plan.voices import stands_in_for

NEWCOMER = "newcomer"


@dataclass(frozen=True, kw_only=True)
class Of:
    """What a right is wanted for: something of an organisation, theme, body or person."""

    org: str | None = None
    theme: str | None = None
    body: str | None = None
    person: str | None = None


@dataclass(frozen=True, kw_only=True)
class Own:
    """What is one's own in one role."""

    orgs: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    person: str = ""

    def holds(self, of: Of) -> bool:
        """Whether every thing that is named is one's own, and something is."""
        named = (
            (of.org, self.orgs),
            (of.theme, self.themes),
            (of.body, self.bodies),
            (of.person, frozenset({self.person})),
        )
        asked = [key in own for key, own in named if key is not None]
        return bool(asked) and all(asked)


ALL = Of()
"""Not only something: all of it."""
Actor = dict[str, Own]
"""The roles of somebody, and what is one's own in each."""


def actor_of(dossier: Dossier, person: Person) -> Actor:
    """Everything somebody is in a plan; a newcomer where there is none, nothing where unknown.

    Whoever has a key of this plan but is somebody else in Teams is unknown here.
    """
    if not dossier:
        return {NEWCOMER: Own(person=person.key)}
    known = dossier.get(Person, person.key)
    if known is None or identity(known) != identity(person):
        return {}
    return _roles(dossier, known)


@once(
    *(Plan, Person, Organisation, Theme, ActionItem, Measure, Round, Consent, Outcome),
    *(Wish, Handover, CollectiveSession, DecisionStep),
)
def _roles(dossier: Dossier, person: Person) -> Actor:
    own = frozenset(filter(None, (person.org,)))
    away = frozenset(one.org for one in stands_in_for(dossier, person) if one.org)
    handed = frozenset(h.org for h in dossier.all(Handover) if h.to == person.key)
    themes = frozenset(theme.key for theme in own_themes(dossier, person))
    bodies = frozenset(body.key for body in own_bodies(dossier, person))
    invited, leads = _invited(dossier, person)
    holder = dossier.plan.portfolio_holder == person.key
    held: tuple[tuple[str, bool, Own], ...] = (
        ("coordinator", is_coordinator(dossier, person), Own(orgs=own, person=person.key)),
        ("owner", bool(themes), Own(themes=themes, orgs=own, person=person.key)),
        (
            "mt",
            decides(dossier, person) and not holder,
            Own(bodies=bodies, orgs=own, person=person.key),
        ),
        ("holder", holder, Own(bodies=bodies, orgs=own, person=person.key)),
        ("reader", reads(dossier, person), Own(orgs=own, person=person.key)),
        ("partner", takes_part(dossier, person), Own(orgs=own, person=person.key)),
        ("asked", bool(own & _asked(dossier)), Own(orgs=own, person=person.key)),
        ("stand_in", bool(away), Own(orgs=away, person=person.key)),
        ("handed", bool(handed), Own(orgs=handed, person=person.key)),
        ("invited", leads or bool(invited), Own(orgs=invited, person=person.key)),
        ("member", not is_coordinator(dossier, person), Own(orgs=own, person=person.key)),
    )
    return {role: what for role, has, what in held if has}


def _invited(dossier: Dossier, person: Person) -> tuple[frozenset[str], bool]:
    """For which organisations somebody sits at a session, and whether it is led by this person."""
    sessions = dossier.all(CollectiveSession)
    orgs = frozenset(org for one in sessions for org in seats(dossier, person, one))
    return orgs, any(person.key in (one.chair, one.facilitator) for one in sessions)


@once(Round, Consent, Outcome, Person)
def _asked(dossier: Dossier) -> frozenset[str]:
    """The organisations that were asked something, whether they take part or not."""

    def every() -> Iterable[str | None]:
        for round_ in dossier.all(Round):
            yield from round_.partners
        yield from (one.org for one in dossier.all(Consent))
        owners = (dossier.get(Person, one.owner) for one in dossier.all(Outcome))
        yield from (owner.org for owner in owners if owner)

    return frozenset(filter(None, every()))
