"""Somebody got a role: what it is, and what there is to do now."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dialogs.mine import mine_view
from dialogs.post import Kind
from dialogs.roles.listed import role_lines
from dialogs.turn import Reply, Said
from dialogs.view import Words
from plan.dossier import Dossier
from plan.records import Message, Person
from plan.text import Text, joined


def _role(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    lines = role_lines(dossier, person)
    if not lines:
        return None
    view = mine_view(dossier, Said(who=person, at=now))
    words = Text(nl="Rol in dit plan: {roles}", en="Role in this plan: {roles}")
    told = Words(text=words.fill(roles=joined(lines)))
    return Reply(view=replace(view, elements=(told, *view.elements)))


def _coordinates(
    dossier: Dossier, message: Message, person: Person, now: datetime
) -> Reply | None:
    """The plan was handed over, and still is with whom it went to."""
    if dossier.plan.coordinator != person.key:
        return None
    words = Text(
        nl="{name} heeft {plan} aan je overgedragen. Je bent nu coördinator: je ziet alles en "
        'krijgt de berichten. Typ "verder" om te zien wat er nu te doen is.',
        en="{name} handed {plan} over to you. You coordinate it now: you see everything and get "
        'the messages. Type "next" to see what to do now.',
    )
    name = dossier.person_name(message.text)
    return Reply(text=words.fill(name=name, plan=dossier.plan.full_title))


MESSAGES = {
    "coordinates": Kind(
        say=_coordinates, summary=Text(nl="Je coördineert nu een plan", en="You coordinate a plan")
    ),
    "role": Kind(
        say=_role, summary=Text(nl="Een rol in het plan", en="A role in the safety plan")
    ),
}
