"""The card with which the coordinator adds a contact."""

from __future__ import annotations

from dialogs import phrases
from dialogs.turn import Said
from dialogs.view import Button, Pick, Problem, View, Words, Write
from plan.dossier import Dossier
from plan.records import Organisation, Round
from plan.standing import is_open
from plan.text import Text

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
