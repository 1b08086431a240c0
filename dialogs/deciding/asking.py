"""Asking the partners whose contribution a body changed, and following what they say."""

from __future__ import annotations

from dialogs.deciding.difference import differences
from dialogs.post import message
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.view import Button, Element, Heading, Listing, View, Words
from plan.amending import KIND, answer_by, to_ask
from plan.calendar import local, next_decent
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import Consent, Person
from plan.reminders.post import reachable
from plan.text import Text, joined
from plan.withheld import held_back

DIALOG = "deciding"


def ask_view(dossier: Dossier, said: Said) -> View:
    """Whom it is about and what changed for each, before anything goes out."""
    elements: list[Element] = []
    for org in dict.fromkeys(org for _, org in to_ask(dossier)):
        elements.append(Heading(text=Text.verbatim(dossier.organisation_name(org)), level=3))
        elements.append(Listing(lines=_changed(dossier, org)))
    until = Text(
        nl='Elke partner krijgt de vraag "Kunt u hiermee leven?" en kan tot en met {day} '
        "antwoorden.",
        en='Each partner is asked "Can you live with this?" and can answer until {day}.',
    )
    elements.append(Words(text=until.fill(day=on_day(answer_by(next_decent(said.at))))))
    return View(
        title=Text(nl="Reactie vragen op de wijziging", en="Ask for responses to the change"),
        elements=tuple(elements),
        buttons=(Button(verb="ask", label=Text(nl="Versturen", en="Send"), primary=True),),
        dialog=DIALOG,
    )


def _changed(dossier: Dossier, org: str) -> tuple[Text, ...]:
    return tuple(
        joined(
            [
                Text.verbatim(f"{subject} {dossier.title(subject)}"),
                joined([name for name, _ in differences(dossier, subject, org)], ", "),
            ],
            ": ",
        )
        for subject, partner in to_ask(dossier)
        if partner == org
    )


def ask(dossier: Dossier, said: Said) -> Turn:
    """One question per measure and partner, one message per partner."""
    pairs = to_ask(dossier)
    if not pairs:
        words = Text(
            nl="Deze vragen zijn intussen al verstuurd.", en="These questions were sent already."
        )
        return Turn(instead=View(title=words))
    held = {org for _, org in pairs if held_back(dossier, org)}
    consents = tuple(
        Consent(
            key=f"{KIND}/{subject}/{org}", kind=KIND, subject=subject, org=org, asked_at=said.at
        )
        for subject, org in pairs
        if org not in held
    )
    orgs = tuple(dict.fromkeys(consent.org for consent in consents))
    people = {org: _contact(dossier, org, said) for org in orgs}
    request = f"{KIND}/{said.at.isoformat()}"
    sent = tuple(
        message(
            said, "amended", person.key, f"{org}/{said.at.isoformat()}", org=org, request=request
        )
        for org, person in people.items()
        if person
    )
    if not consents:
        return Turn(instead=View(title=HELD, elements=(Words(text=_names(dossier, held)),)))
    event = registered(said, "asked_consent", request, after=", ".join(orgs))
    return Turn(
        keep=(*consents, *sent, event),
        instead=View(
            title=Text(nl="Opgeslagen: de vragen gaan uit", en="Saved: the questions go out"),
            elements=_told(dossier, people, held),
        ),
        onward=True,
    )


HELD = Text(
    nl="Niet verstuurd: in wat deze partners te zien krijgen, lijken persoonsgegevens te staan",
    en="Not sent: what these partners would see looks like personal data",
)


def _names(dossier: Dossier, orgs: set[str] | tuple[str, ...]) -> Text:
    return Text.verbatim(", ".join(dossier.organisation_name(org) for org in sorted(orgs)))


def _told(
    dossier: Dossier, people: dict[str, Person | None], held: set[str]
) -> tuple[Element, ...]:
    alone = tuple(org for org, person in people.items() if person is None)
    call = Text(
        nl="Niet bereikbaar in de chat: {names}. Bel en vul het antwoord zelf in.",
        en="Cannot be reached in the chat: {names}. Call them and fill in the answer yourself.",
    )
    found: list[Element] = [Words(text=_names(dossier, tuple(people)))]
    if alone:
        found.append(Words(text=call.fill(names=_names(dossier, alone)), tone="warning"))
    if held:
        found.append(Words(text=HELD, tone="attention"))
        found.append(Words(text=_names(dossier, held)))
    return tuple(found)


def _contact(dossier: Dossier, org: str, said: Said) -> Person | None:
    """The first contact of a partner who may be written to, or the stand-in."""
    today = local(said.at).date()
    found = (reachable(dossier, person, today) for person in dossier.people_of(org))
    return next((person for person in found if person), None)
