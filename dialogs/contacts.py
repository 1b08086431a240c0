"""A contact is added, and with it perhaps a partner."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from dialogs.clashing import told
from dialogs.contact_card import NO, contact_view
from dialogs.questionnaire.handing import handed
from dialogs.registering import registered
from dialogs.sending import invitation
from dialogs.turn import Reply, Said, Turn
from dialogs.view import View, Words
from plan.answering import clean
from plan.dossier import Dossier
from plan.records import Handover, Organisation, Person, Record, Round, altered
from plan.standing import is_open
from plan.text import Text, slug


def hear(dossier: Dossier, said: Said) -> Turn:
    """Keep the contact, and pass the open questions on."""
    name, account = clean(said.inputs.get("name", "")), clean(said.inputs.get("account", ""))
    tenant, _, object_id = account.partition("/")
    if not name:
        return _again(
            dossier,
            said,
            Text(nl="Hoe heet deze contactpersoon?", en="What is the contact's name?"),
        )
    if account and not (tenant and object_id):
        wrong = Text(
            nl="Schrijf het account als tenant-id/object-id.",
            en="Write the account as tenant id/object id.",
        )
        return _again(dossier, said, wrong)
    org = _organisation(dossier, said)
    if org is None:
        return _again(dossier, said, Text(nl="Welke organisatie?", en="Which organisation?"))
    twin = _twin(dossier, said, name, org)
    if twin:
        return _asked_again(dossier, said, twin, org)
    person = Person(
        key=_free(f"p-{slug(name) or 'x'}", {p.key for p in dossier.all(Person)}),
        name=name,
        role=clean(said.inputs.get("role", "")) or None,
        org=org.key,
        phone=clean(said.inputs.get("phone", "")) or None,
        tenant=tenant or None,
        object_id=object_id or None,
    )
    event = registered(said, "added_contact", person.key, after=f"{name}, {org.name}")
    passed = _passed_on(dossier, said, person) or _invited(dossier, said, org, person)
    title = Text(nl="Opgeslagen: {name}, {org}", en="Saved: {name}, {org}")
    more = Text(
        nl="De open vragen gaan naar deze contactpersoon.",
        en="The open questions go to this contact.",
    )
    kept = (org, person, event, *passed)
    another = contact_view(dossier.plus(kept), replace(said, inputs={}))
    return Turn(
        keep=kept,
        replies=(Reply(view=another),) if said.verb == "add_more" else (),
        instead=View(
            title=title.fill(name=name, org=org.name),
            elements=(Words(text=more),) if passed else (),
        ),
    )


def _twin(dossier: Dossier, said: Said, name: str, org: Organisation) -> Person | None:
    """Who has that name in that organisation already, unless the card has said so."""
    told_of = said.card.about.get("twin") if said.card else None
    same = (p for p in dossier.people_of(org.key) if p.name.casefold() == name.casefold())
    return next((person for person in same if person.key != told_of), None)


def _asked_again(dossier: Dossier, said: Said, twin: Person, org: Organisation) -> Turn:
    """Both, to choose from: who is there, and what was filled in."""
    known = ", ".join(part for part in (twin.name, twin.role, org.name, twin.phone) if part)
    card = told(contact_view(dossier, said), THERE.fill(known=known))
    return Turn(instead=replace(card, about={**card.about, "twin": twin.key}))


THERE = Text(
    nl="Deze contactpersoon staat er al: {known}. Er is nog niets bewaard. Is het iemand "
    "anders met dezelfde naam? Sla dan nog eens op.",
    en="This contact is there already: {known}. Nothing was saved yet. Is it somebody else of the "
    "same name? Then save once more.",
)


def _again(dossier: Dossier, said: Said, wrong: Text) -> Turn:
    return Turn(instead=contact_view(dossier, said, wrong))


def _organisation(dossier: Dossier, said: Said) -> Organisation | None:
    """The one that was chosen or has that name already, or a new one of that name."""
    known = dossier.get(Organisation, said.inputs.get("org"))
    name = clean(said.inputs.get("org_name", ""))
    if not name:
        return known
    same = (o for o in dossier.all(Organisation) if o.name.casefold() == name.casefold())
    if there := next(same, None):
        return there
    taken = {org.key for org in dossier.all(Organisation)}
    consulted = said.inputs.get("consulted") != NO
    return Organisation(
        key=_free((slug(name) or "x").upper(), taken), name=name, consulted=consulted
    )


def _passed_on(dossier: Dossier, said: Said, person: Person) -> tuple[Record, ...]:
    """The open request of the organisation, handed on to the new contact."""
    if said.inputs.get("hand_over") == NO or person.org is None:
        return ()
    open_ = (r for r in dossier.all(Round) if person.org in r.partners and is_open(dossier, r))
    round_ = next(open_, None)
    if round_ is None:
        return ()
    key = f"{round_.key}/{person.org}/all"
    handover = Handover(
        key=key,
        round=round_.key,
        org=person.org,
        topic="all",
        to=person.key,
        by=said.who.key,
        at=said.at,
    )
    return (handover, *handed(dossier, handover, said))


def _invited(
    dossier: Dossier, said: Said, org: Organisation, person: Person
) -> tuple[Record, ...]:
    """A new partner joins the round that is open, with an invitation of its own."""
    open_ = (r for r in dossier.all(Round) if is_open(dossier, r))
    round_ = next(open_, None)
    new = dossier.get(Organisation, org.key) is None
    if round_ is None or not (new and org.consulted) or said.inputs.get("hand_over") == NO:
        return ()
    joins = altered(round_, partners=(*round_.partners, org.key))
    return (joins, invitation(said, round_, org.key, person.key))


def _free(wanted: str, taken: Collection[str]) -> str:
    key, n = wanted, 1
    while key in taken:
        n += 1
        key = f"{wanted}-{n}"
    return key
