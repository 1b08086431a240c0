"""Naming somebody who gets my messages for a while, or ending that."""

from __future__ import annotations

from datetime import timedelta

from dialogs.naming import named
from dialogs.registering import registered
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Day, Element, Pick, Problem, View, Words
from plan.calendar import local
from plan.dates import day_said, on_day
from plan.dossier import Dossier
from plan.records import Organisation, Person, Wish, altered
from plan.reminders.post import stands_in_on
from plan.rights import is_coordinator
from plan.text import Text

DIALOG = "stand_in"
USUAL = timedelta(days=14)
NAME = Button(verb="name", label=Text(nl="Opslaan", en="Save"), primary=True)
END = Button(
    verb="end", label=Text(nl="Vervanging beëindigen", en="End the stand-in"), checks=False
)


def stand_in_turn(dossier: Dossier, said: Said) -> Turn:
    if is_coordinator(dossier, said.who):
        return Turn(replies=(Reply(text=NOT_THE_COORDINATOR),))
    return Turn(replies=(Reply(view=stand_in_view(dossier, said)),))


NOT_THE_COORDINATOR = Text(
    nl="Als coördinator kun je geen vervanger noemen: in jouw berichten staan de antwoorden van "
    'alle partners. Wil je even rust? Typ "minder berichten".',
    en="As the coordinator you cannot name a stand-in: your messages contain the answers of all "
    'partners. Want some quiet? Type "fewer messages".',
)


def stand_in_view(dossier: Dossier, said: Said, wrong: Text | None = None) -> View:
    """Who and until when; with somebody named already, also the end of it."""
    wish = dossier.get(Wish, said.who.key) or Wish(key=said.who.key)
    now = stands_in_on(wish, local(said.at).date())
    people = candidates(dossier, said.who)
    elements: list[Element] = [Problem(text=wrong)] if wrong else []
    elements.append(Words(text=_now(dossier, wish) if now else LEAD))
    elements += _fields(dossier, said, wish, people) if people else [Words(text=NOBODY)]
    return View(
        title=Text(nl="Uw vervanger", en="Your stand-in"),
        elements=tuple(elements),
        buttons=(*((NAME,) if people else ()), *((END,) if now else ())),
        dialog=DIALOG,
    )


def _fields(
    dossier: Dossier, said: Said, wish: Wish, people: tuple[Person, ...]
) -> tuple[Element, ...]:
    today = local(said.at).date()
    now = stands_in_on(wish, today)
    until = wish.stand_in_until if now and wish.stand_in_until else today + USUAL
    keys = [person.key for person in people]
    chosen = wish.stand_in if wish.stand_in in keys else keys[0]
    return (
        Pick(
            id="to",
            label=Text(nl="Wie krijgt uw berichten?", en="Who gets your messages?"),
            choices=tuple((p.key, named(dossier, p)) for p in people),
            value=said.inputs.get("to", chosen or ""),
            required=True,
        ),
        Day(
            id="until",
            label=Text(nl="Tot en met welke dag?", en="Until which day?"),
            value=said.inputs.get("until", until.isoformat()),
            earliest=today.isoformat(),
            required=True,
        ),
    )


NOBODY = Text(
    nl="Er staat nog geen collega van u in dit plan. Geef de coördinator een naam en een "
    'zakelijk e-mailadres door; die voegt deze persoon toe. Typ daarna weer "vervanger".',
    en="No colleague of yours is in this plan yet. Give the coordinator a name and a work email "
    'address, who will add this person. Then type "stand-in" again.',
)
LEAD = Text(
    nl="Uw vervanger krijgt uw berichten over dit plan en kan de vragen voor u beantwoorden. "
    "Vragen uit die tijd kan uw vervanger daarna nog afmaken.",
    en="Your stand-in gets your messages about this plan and can answer the questions for you. "
    "Questions from that time can still be finished afterwards.",
)


def _now(dossier: Dossier, wish: Wish) -> Text:
    words = Text(
        nl="Nu krijgt {name} uw berichten{until}.", en="Now {name} gets your messages{until}."
    )
    day = wish.stand_in_until
    until = Text(nl=", tot en met {day}", en=", until {day}").fill(day=on_day(day)) if day else ""
    return words.fill(name=dossier.person_name(wish.stand_in), until=until)


def candidates(dossier: Dossier, who: Person) -> tuple[Person, ...]:
    """Colleagues alone, as a stand-in reads along: of the own organisation first.

    The teams of the municipality are one organisation. Never the coordinator, who answers on
    behalf of partners already.
    """
    orgs = _own(dossier, who)
    others = [
        person
        for person in dossier.all(Person)
        if person.org in orgs and person.key != who.key and not is_coordinator(dossier, person)
    ]
    return tuple(sorted(others, key=lambda p: (p.org != who.org, p.name)))


def _own(dossier: Dossier, who: Person) -> tuple[str, ...]:
    """The own organisation; of a team of the municipality all its teams."""
    own = dossier.get(Organisation, who.org)
    if own is None:
        return ()
    teams = (org.key for org in dossier.all(Organisation) if org.kind == own.kind == "internal")
    return (own.key, *teams)


def hear(dossier: Dossier, said: Said) -> Turn:
    """Kept with the wishes of who said it; nobody names one for another."""
    if is_coordinator(dossier, said.who):
        return Turn(replies=(Reply(text=NOT_THE_COORDINATOR),))
    known = dossier.get(Wish, said.who.key) or Wish(key=said.who.key)
    if said.verb == "end":
        return ended(said, known)
    people = {person.key: person for person in candidates(dossier, said.who)}
    to = people.get(said.inputs.get("to", ""))
    until = day_said(said.inputs.get("until", ""))
    if to is None:
        return _again(dossier, said, Text(nl="Kies iemand.", en="Choose somebody."))
    if until is None or until < local(said.at).date():
        wrong = Text(nl="Kies een dag vanaf vandaag.", en="Choose a day from today on.")
        return _again(dossier, said, wrong)
    wish = altered(known, stand_in=to.key, stand_in_until=until)
    title = Text(
        nl="Opgeslagen. {name} krijgt uw berichten tot en met {day}.",
        en="Saved. {name} gets your messages until {day}.",
    ).fill(name=to.name, day=on_day(until))
    event = registered(said, "stand_in", said.who.key, after=f"{to.key}, {until.isoformat()}")
    return Turn(keep=(wish, event), instead=View(title=title, elements=_silent(dossier, to)))


def _silent(dossier: Dossier, to: Person) -> tuple[Element, ...]:
    """Whether the stand-in wants no messages."""
    wish = dossier.get(Wish, to.key)
    if wish is None or not wish.stopped:
        return ()
    words = Text(
        nl="Let op: {name} heeft berichten uitgezet.",
        en="Note: {name} has turned messages off.",
    )
    return (Words(text=words.fill(name=to.name), tone="warning"),)


def ended(said: Said, known: Wish) -> Turn:
    """The messages come to the speaker again."""
    title = Text(
        nl="Opgeslagen. U krijgt uw berichten weer zelf.",
        en="Saved. Your messages come to you again.",
    )
    wish = altered(known, stand_in=None, stand_in_until=None)
    event = registered(said, "stand_in_ended", said.who.key)
    return Turn(keep=(wish, event), instead=View(title=title))


def _again(dossier: Dossier, said: Said, wrong: Text) -> Turn:
    return Turn(instead=stand_in_view(dossier, said, wrong))
