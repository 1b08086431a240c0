"""What the coordinator hears of itself: the day's news, a deadline that passed, a new contact."""

from __future__ import annotations

from datetime import datetime

from dialogs.messages.ended import ended
from dialogs.post import Kind
from dialogs.results import results_view
from dialogs.running.card import running_view
from dialogs.running.common import runs
from dialogs.turn import Reply, Said
from plan.dossier import Dossier
from plan.progress import open_round
from plan.records import Message, Person
from plan.text import Text


def _digest(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    """Who became ready; no news any more once the progress they reported was settled."""
    said = Said(who=person, at=now)
    if not runs(dossier):
        return Reply(view=results_view(dossier, said))
    return Reply(view=running_view(dossier, said)) if open_round(dossier) else None


def _new_contact(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply:
    words = Text(
        nl="{org} noemt een andere contactpersoon voor de vragen: {name}. Voeg deze persoon toe "
        "aan het plan. Tot dan blijven de vragen bij de eerste contactpersoon.",
        en="{org} names another contact for the questions: {name}. Add this person to the plan. "
        "Until then the questions stay with the first contact.",
    )
    return Reply(text=words.fill(org=dossier.organisation_name(message.org), name=message.text))


MESSAGES = {
    "ended": Kind(
        say=ended, summary=Text(nl="De termijn is voorbij", en="The deadline has passed")
    ),
    "digest": Kind(
        say=_digest,
        summary=Text(nl="Nieuws over het uitvoeringsplan", en="News about the safety plan"),
    ),
    "new_contact": Kind(
        say=_new_contact,
        summary=Text(nl="Andere contactpersoon genoemd", en="Another contact named"),
    ),
}
