"""Giving and taking roles: traced, and told to who gets one."""

from __future__ import annotations

from dialogs.changing import changing
from dialogs.clashing import both_texts
from dialogs.post import message
from dialogs.roles import handing
from dialogs.roles.given import DECIDES, HOLDS, READS, ROLES, person_view, roles_of, written
from dialogs.roles.listed import role_lines, roles_view
from dialogs.turn import Said, Turn
from dialogs.view import View, Words
from plan.dossier import Dossier
from plan.records import Person, Plan, Theme, altered
from plan.rights import own_themes
from plan.text import Text, joined


def hear(dossier: Dossier, said: Said) -> Turn:
    if said.verb in (handing.CHOOSE, handing.SURE, handing.DONE):
        return handing.hear(dossier, said)
    about = said.card.about if said.card else {}
    person = dossier.get(Person, about.get("person") or said.inputs.get("person"))
    if person is None or said.verb == "back":
        return Turn(instead=roles_view(dossier, _empty(said)))
    if said.verb == "choose":
        return Turn(instead=person_view(dossier, person))
    if about.get("was") != written(dossier, person):
        mine = person_view(dossier, person, said)
        return Turn(instead=both_texts(person_view(dossier, person), mine))
    return _save(dossier, said, person)


def _save(dossier: Dossier, said: Said, person: Person) -> Turn:
    """The roles as ticked; who got one hears what that means."""
    roles = [role for role in said.inputs.get("roles", "").split(",") if role in ROLES]
    themes = set(said.inputs.get("themes", "").split(","))
    plan = _with_roles(dossier.plan, person, roles)
    turn = changing(said, dossier.plan, plan, because="roles")
    for theme in dossier.themes:
        turn += changing(said, theme, _with_owner(theme, person, themes), because="roles")
    after = dossier.plus(turn.keep)
    gained = _gained(dossier, after, person)
    told = (message(said, "role", person.key, said.at.isoformat()),) if gained else ()
    title = Text(nl="Opgeslagen: {name}", en="Saved: {name}").fill(name=person.name)
    lines = joined(role_lines(after, person) or (NO_ROLE,))
    receipt = View(title=title, elements=(Words(text=lines),))
    return turn + Turn(keep=told, instead=receipt)


NO_ROLE = Text(nl="Geen rol.", en="No role.")


def _with_roles(plan: Plan, person: Person, roles: list[str]) -> Plan:
    holder = None if plan.portfolio_holder == person.key else plan.portfolio_holder
    return altered(
        plan,
        decision_makers=_with(plan.decision_makers, person, DECIDES in roles),
        readers=_with(plan.readers, person, READS in roles),
        portfolio_holder=person.key if HOLDS in roles else holder,
    )


def _with(keys: tuple[str, ...], person: Person, held: bool) -> tuple[str, ...]:
    if held:
        return keys if person.key in keys else (*keys, person.key)
    return tuple(key for key in keys if key != person.key)


def _with_owner(theme: Theme, person: Person, themes: set[str]) -> Theme:
    if theme.key in themes:
        return altered(theme, owner=person.key)
    return altered(theme, owner=None) if theme.owner == person.key else theme


def _gained(before: Dossier, after: Dossier, person: Person) -> bool:
    had, has = set(roles_of(before, person)), set(roles_of(after, person))
    own = {theme.key for theme in own_themes(before, person)}
    return bool(has - had or {theme.key for theme in own_themes(after, person)} - own)


def _empty(said: Said) -> Said:
    return Said(who=said.who, at=said.at, language=said.language)
