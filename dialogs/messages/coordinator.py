"""What the coordinator hears of itself: the day's news, a deadline that passed, a new contact."""

from __future__ import annotations

from datetime import datetime

from dialogs.checking.silent import silent_view
from dialogs.messages.digest import digest
from dialogs.messages.ended import ended
from dialogs.post import Kind
from dialogs.processing.queue import queue_view, waiting
from dialogs.turn import Reply, Said
from plan.answering import plain
from plan.dossier import Dossier
from plan.reactions import unheard
from plan.records import Event, Message, Person, Round, Wish
from plan.standing import is_open, is_settled
from plan.text import Text


def _talk(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    """Nothing once the talk was held, or the round is closed."""
    round_ = dossier.get(Round, message.key.split("/")[1])
    if round_ and is_settled(dossier, round_, message.org or ""):
        return None
    words = Text(
        nl="{org} wil de check liever bespreken. {when}. Vul de antwoorden tijdens het gesprek "
        'in: typ "namens" en de naam van de partner.',
        en="{org} would rather talk the check over. {when}. Fill in the answers as you talk: "
        'type "for" and the name of the partner.',
    )
    return Reply(text=words.fill(org=dossier.organisation_name(message.org), when=message.text))


def _escalation(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    round_ = dossier.get(Round, message.text)
    if round_ is None or not is_open(dossier, round_) or not unheard(dossier, round_):
        return None
    return Reply(view=silent_view(dossier, Said(who=person, at=now), round_))


def _remarks(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    """To a theme owner: what waits on the own theme, the first of it at once."""
    said = Said(who=person, at=now)
    return Reply(view=queue_view(dossier, said)) if waiting(dossier, person) else None


def _new_contact(
    dossier: Dossier, message: Message, person: Person, now: datetime
) -> Reply | None:
    """Nothing once somebody of that name was added."""
    added = {e.subject for e in dossier.all(Event) if _adds(e, message)}
    people = (one for one in dossier.people_of(message.org or "") if one.key in added)
    if any(plain(one.name) in plain(message.text) for one in people):
        return None
    words = Text(
        nl='{org} noemt een andere contactpersoon voor de vragen: {name}. Typ "contact" om deze '
        "persoon toe te voegen. Tot dan blijven de vragen bij de eerste contactpersoon.",
        en='{org} names another contact for the questions: {name}. Type "contact" to add this '
        "person. Until then the questions stay with the first contact.",
    )
    return Reply(text=words.fill(org=dossier.organisation_name(message.org), name=message.text))


def _adds(event: Event, message: Message) -> bool:
    return event.what == "added_contact" and event.at >= message.made_at


def _stopped(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    """Somebody wants no messages; nothing any more when that was taken back."""
    wish = dossier.get(Wish, message.text)
    if wish is None or not wish.stopped:
        return None
    words = Text(
        nl="{name}{org} wil geen berichten meer en krijgt dus ook geen vragen of herinneringen. "
        'Neem contact op, of typ "contact" voor een andere contactpersoon.',
        en="{name}{org} wants no more messages, and so gets no questions or reminders either. "
        'Get in touch, or type "contact" for another contact.',
    )
    named = f", {dossier.organisation_name(message.org)}," if message.org else ""
    return Reply(text=words.fill(name=dossier.person_name(message.text), org=named))


MESSAGES = {
    "stopped": Kind(
        say=_stopped,
        summary=Text(nl="Iemand wil geen berichten", en="Somebody wants no messages"),
    ),
    "ended": Kind(
        say=ended, summary=Text(nl="De termijn is voorbij", en="The deadline has passed")
    ),
    "digest": Kind(
        say=digest,
        summary=Text(nl="Nieuws over het uitvoeringsplan", en="News about the safety plan"),
    ),
    "talk": Kind(
        say=_talk, summary=Text(nl="Een partner wil een gesprek", en="A partner wants to talk")
    ),
    "escalation": Kind(
        say=_escalation,
        summary=Text(nl="Nog geen reactie op de checks", en="No response to the checks yet"),
    ),
    "remarks": Kind(
        say=_remarks,
        summary=Text(nl="Opmerkingen bij je thema", en="Remarks on your theme"),
    ),
    "new_contact": Kind(
        say=_new_contact,
        summary=Text(nl="Andere contactpersoon genoemd", en="Another contact named"),
    ),
}
