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


MESSAGES = {
    "role": Kind(
        say=_role, summary=Text(nl="Een rol in het plan", en="A role in the safety plan")
    ),
}
