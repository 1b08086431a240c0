"""The coordinator adds a contact, and with it perhaps a partner."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from dialogs import phrases
from dialogs.clashing import told
from dialogs.questionnaire.handing import handed
from dialogs.registering import registered
from dialogs.sending import invitation
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Pick, Problem, View, Words, Write
from plan.answering import clean
from plan.dossier import Dossier
from plan.records import Handover, Organisation, Person, Record, Round, altered
from plan.standing import is_open
from plan.text import Text, slug

DIALOG = "contacts"
NEW = "new"
YES, NO = "ja", "nee"
CHOICE = ((YES, Text(nl="Ja", en="Yes")), (NO, Text(nl="Nee", en="No")))


def contact_view(dossier: Dossier, said: Said, wrong: Text | None = None) -> View:
    """One card: whom, of which organisation, and whether the open questions go to them."""
    given = said.inputs
    orgs = [(org.key, Text.verbatim(org.name)) for org in dossier.all(Organisation)]
    other = (NEW, Text(nl="Een nieuwe organisatie", en="A new organisation"))
    problem = (Problem(text=wrong),) if wrong else ()
    return View(
        title=Text(nl="Contactpersoon toevoegen", en="Add a contact"),
        elements=(
            *problem,
            Write(
                id="name",
                label=Text(nl="Naam", en="Name"),
                value=given.get("name", ""),
                lines=False,
                limit=100,
                required=True,
            ),
            Write(
                id="role",
                label=Text(nl="Functie (niet verplicht)", en="Position (optional)"),
                value=given.get("role", ""),
                lines=False,
                limit=100,
            ),
            Pick(
                id="org",
                label=Text(nl="Organisatie", en="Organisation"),
                choices=(*orgs, other),
                value=given.get("org", orgs[0][0] if orgs else NEW),
            ),
            Write(
                id="org_name",
                label=Text(nl="Naam van de nieuwe organisatie", en="Name of the new organisation"),
                value=given.get("org_name", ""),
                lines=False,
                limit=100,
            ),
            Pick(
                id="consulted",
                label=Text(
                    nl="Doet deze organisatie mee in de rondes?",
                    en="Does this organisation take part in the rounds?",
                ),
                choices=CHOICE,
                value=given.get("consulted", YES),
                wide=True,
            ),
            Write(
                id="phone",
                label=Text(
                    nl="Zakelijk telefoonnummer (niet verplicht)",
                    en="Work phone number (optional)",
                ),
                value=given.get("phone", ""),
                lines=False,
                limit=40,
            ),
            Write(
                id="account",
                label=Text(
                    nl="Teams-account: tenant-id/object-id uit Entra (op de proefpagina leeg "
                    "laten)",
                    en="Teams account: tenant id/object id from Entra (leave empty on the trial "
                    "page)",
                ),
                value=given.get("account", ""),
                lines=False,
                limit=100,
            ),
            *_open_questions(dossier, said),
            Words(
                text=Text(
                    nl="Een contactpersoon kan pas met mij praten als ik het account ken.",
                    en="A contact can only talk to me once I know the account.",
                ),
                tone="subtle",
            ),
        ),
        buttons=(
            Button(verb="add", label=phrases.SAVE, primary=True),
            Button(
                verb="add_more", label=Text(nl="Opslaan en nog een", en="Save and add another")
            ),
        ),
        dialog=DIALOG,
    )


def _open_questions(dossier: Dossier, said: Said) -> tuple[Pick, ...]:
    """Only asked while there are open questions."""
    if not any(is_open(dossier, round_) for round_ in dossier.all(Round)):
        return ()
    label = Text(
        nl="Gaan de open vragen van deze organisatie naar deze contactpersoon?",
        en="Do the open questions of this organisation go to this contact?",
    )
    value = said.inputs.get("hand_over", YES)
    return (Pick(id="hand_over", label=label, choices=CHOICE, value=value, wide=True),)


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
