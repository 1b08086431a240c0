"""What the cards of a session share."""

from __future__ import annotations

from dialogs.naming import named
from dialogs.turn import Said
from dialogs.view import Button, Facts, Listing, View
from plan.answering import clean
from plan.dates import on_day
from plan.dossier import Dossier
from plan.programme import over_time, programme
from plan.records import CollectiveSession, Person
from plan.sessions import SESSION, session_of
from plan.text import Text

MEETING = "meeting"
"""The dialog of whoever coordinates."""
ATTENDING = "attending"
"""The dialog of everybody who is invited."""
MANY = 40
"""People from which on not everybody is named in a list."""
LONGEST = 600
"""Characters of an outcome, a reply or a remark."""

ICS = Button(verb="ics", label=Text(nl="In mijn agenda (.ics)", en="To my calendar (.ics)"))
DRAFT = Button(verb="draft", label=Text(nl="Concept in Word", en="Draft in Word"), checks=False)
NO_SESSION = View(
    title=Text(nl="Er is nog geen sessie gepland", en="No session has been planned yet")
)


def session_in_hand(dossier: Dossier, said: Said) -> CollectiveSession | None:
    """The session that a card is about."""
    return session_of(dossier, said.card.about.get("session", SESSION) if said.card else SESSION)


def given(said: Said, field: str, otherwise: str = "") -> str:
    """What was filled in, kept for when the card is shown again."""
    return clean(said.inputs.get(field, otherwise))


def when_and_where(dossier: Dossier, session: CollectiveSession) -> Facts:
    rows = [
        (
            Text(nl="Wanneer", en="When"),
            (on_day(session.day) if session.day else Text.verbatim("–"))
            + Text.verbatim(f", {session.time}" if session.time else ""),
        )
    ]
    if session.place:
        rows.append((Text(nl="Waar", en="Where"), Text.verbatim(session.place)))
    if session.link:
        rows.append((Text(nl="Online", en="Online"), Text.verbatim(session.link)))
    if session.chair:
        chair = Text.verbatim(dossier.person_name(session.chair))
        rows.append((Text(nl="Voorzitter", en="Chair"), chair))
    return Facts(rows=tuple(rows))


def programme_lines(dossier: Dossier, session: CollectiveSession) -> Listing:
    return Listing(lines=tuple(line.words for line in programme(dossier, session)))


def too_long(dossier: Dossier, session: CollectiveSession) -> Text | None:
    """A word of warning when the programme asks more time than there is."""
    over = over_time(dossier, session)
    words = Text(
        nl="Let op: het programma duurt {n} minuten langer dan de sessie.",
        en="Note: the programme takes {n} minutes longer than the session.",
    )
    return words.fill(n=over) if over else None


def people(dossier: Dossier, known: str | None = None) -> tuple[tuple[str, Text], ...]:
    """Everybody in the plan, with the organisation, to choose from.

    With many people only one of each organisation, and whoever is chosen already: a card that
    is too large cannot be shown at all.
    """
    every = dossier.all(Person)
    first = {person.org or person.key: person.key for person in reversed(every)}
    few = {*first.values(), known, dossier.plan.coordinator}
    shown = [p for p in every if len(every) <= MANY or p.key in few]
    return tuple((p.key, named(dossier, p)) for p in shown)


def title_of(session: CollectiveSession) -> Text:
    if session.key == SESSION:
        return Text(nl="Collectieve sessie", en="Collective session")
    return Text(nl="Gezamenlijke evaluatiesessie", en="Joint evaluation session")
