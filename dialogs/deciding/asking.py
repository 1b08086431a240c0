"""Asking the partners whose contribution a body changed, and following what they say."""

from __future__ import annotations

from dialogs.deciding.consent import keep_answer
from dialogs.deciding.difference import differences
from dialogs.deciding.words import CHOICE
from dialogs.post import message
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.view import (
    Button,
    Element,
    Facts,
    Heading,
    Listing,
    Pick,
    Problem,
    View,
    Words,
    Write,
)
from plan.amending import KIND, answer_by, asked, to_ask, unanswered
from plan.asking import held_back
from plan.calendar import local, next_decent
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import Consent, Person
from plan.reminders.post import reachable
from plan.text import Text, joined

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
        title=Text(nl="Partners vragen over de wijziging", en="Ask partners about the change"),
        elements=tuple(elements),
        buttons=(Button(verb="ask", label=Text(nl="Versturen", en="Send"), primary=True),),
        dialog=DIALOG,
    )


def _changed(dossier: Dossier, org: str) -> tuple[Text, ...]:
    return tuple(
        Text.verbatim(f"{subject} {dossier.title(subject)}: ")
        + joined([name for name, _ in differences(dossier, subject, org)], ", ")
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


def answers_view(dossier: Dossier, said: Said, wrong: Text | None = None) -> View:
    """Who said what, and room to fill in an answer given by phone."""
    states = {"ja": Text(nl="ja", en="yes"), "nee": Text(nl="nee", en="no")}
    none = Text(nl="nog geen antwoord", en="no answer yet")
    rows = tuple(
        (
            Text.verbatim(f"{dossier.organisation_name(one.org)}, {one.subject}"),
            states.get(one.answer or "", none)
            + Text.verbatim(f": {one.remark}" if one.remark else ""),
        )
        for one in asked(dossier)
    )
    open_ = unanswered(dossier)
    return View(
        title=Text(nl="Reacties op de wijziging", en="What partners said of the change"),
        elements=(
            *((Problem(text=wrong),) if wrong else ()),
            Facts(rows=rows),
            *(_by_phone(dossier, said, open_) if open_ else ()),
        ),
        buttons=(Button(verb="answer_for", label=ON_BEHALF, primary=True),) if open_ else (),
        dialog=DIALOG,
    )


ON_BEHALF = Text(nl="Antwoord vastleggen", en="Record the answer")


def _by_phone(dossier: Dossier, said: Said, open_: tuple[Consent, ...]) -> tuple[Element, ...]:
    name = dossier.organisation_name
    choices = tuple((c.key, Text.verbatim(f"{name(c.org)}, {c.subject}")) for c in open_)
    given = said.inputs if said.verb == "answer_for" else {}
    label = Text(
        nl="Gebeld? Namens wie vul je het antwoord in?",
        en="Phoned? On whose behalf do you fill in the answer?",
    )
    return (
        Pick(id="consent", label=label, choices=choices, value=given.get("consent", open_[0].key)),
        Pick(
            id="answer",
            label=Text(nl="Kan deze partner ermee leven?", en="Can this partner live with it?"),
            choices=CHOICE,
            value=given.get("answer", ""),
            wide=True,
            required=True,
        ),
        Write(
            id="remark",
            label=Text(nl="Opmerking (niet verplicht)", en="Remark (optional)"),
            value=given.get("remark", ""),
        ),
    )


def answer_for(dossier: Dossier, said: Said) -> Turn:
    """An answer by phone; the register says who filled it in."""
    open_ = {consent.key: consent for consent in unanswered(dossier)}
    consent = open_.get(said.inputs.get("consent", ""))
    if consent is None:
        return Turn(instead=answers_view(dossier, said))
    answer, remark = said.inputs.get("answer", ""), said.inputs.get("remark", "")
    turn, wrong = keep_answer(dossier, said, consent, answer, remark, on_behalf=True)
    if wrong:
        return Turn(instead=answers_view(dossier, said, wrong))
    title = Text(nl="Opgeslagen namens {org}", en="Saved on behalf of {org}")
    name = dossier.organisation_name(consent.org)
    return turn + Turn(instead=View(title=title.fill(org=name)), onward=True)
