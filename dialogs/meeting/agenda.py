"""The card of the agenda: what the plan itself proposes, to be put in order and words."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.clashing import SEAL, seal
from dialogs.filled import NONE_WRONG, Wrong
from dialogs.meeting.entries import Entry, entries, minutes_over, topics_of
from dialogs.meeting.parts import MEETING, given
from dialogs.meeting.plan_card import plan_view
from dialogs.turn import Said
from dialogs.untouched import noted
from dialogs.view import Button, Element, Heading, Pick, Problem, View, Words, Write
from plan.agenda import agreed_measures, fresh
from plan.agenda_words import ASKED_FOR, KINDS
from plan.bodies import capital
from plan.dossier import Dossier
from plan.records import CollectiveSession
from plan.sessions import AGREED, SESSION, points_of, session_of
from plan.text import Text

OFF = "niet"
LONGEST = 300
MINUTES = ("10", "15", "20", "25", "30")


def agenda_view(
    dossier: Dossier,
    said: Said,
    key: str = SESSION,
    wrong: Text | None = None,
    *,
    parked: bool = False,
    at: Wrong = NONE_WRONG,
) -> View:
    """Each point with its place, its words and its minutes; as it stands, one tap settles it.

    `at` is what is wrong with the words, by the input they stand in.
    """
    session = session_of(dossier, key)
    if session is None:
        return plan_view(dossier, said, key)
    return noted(lambda one: _drawn(dossier, one, session, wrong, parked=parked, at=at), said)


def _drawn(
    dossier: Dossier,
    said: Said,
    session: CollectiveSession,
    wrong: Text | None,
    *,
    parked: bool,
    at: Wrong,
) -> View:
    key = session.key
    shown = entries(dossier, key, parked=parked)
    elements: list[Element] = [Problem(text=wrong)] if wrong else []
    elements.append(Words(text=INTRO, tone="subtle"))
    over = minutes_over(dossier, session, shown)
    if over:
        elements.append(Words(text=TOO_LONG.fill(n=over), tone="warning"))
    for entry in shown:
        elements += _one(entry, said, len(shown), at)
    elements += _closing(dossier, said, key, at)
    buttons = [Button(verb="settle", label=SETTLE, primary=True)]
    if not parked and any(c.rank >= ASKED_FOR for c in fresh(dossier, topics_of(dossier), key)):
        more = Text(nl="Geparkeerde voorstellen erbij", en="Add parked proposals")
        buttons.append(Button(verb="parked", label=more, checks=False))
    return View(
        title=Text(nl="Agenda van de sessie", en="Agenda of the session"),
        elements=tuple(elements),
        buttons=tuple(buttons),
        dialog=MEETING,
        about={
            "card": "agenda",
            "session": key,
            "parked": "ja" if parked else "",
            SEAL: sealed(dossier, key),
        },
    )


def sealed(dossier: Dossier, key: str) -> str:
    """The agenda as it stands; whether a point was read out is no part of it."""
    points = points_of(dossier, key)
    return seal(*((p.key, p.question, p.minutes, p.order) for p in points if p.kind != AGREED))


def _one(entry: Entry, said: Said, count: int, at: Wrong) -> Iterator[Element]:
    places = ((str(n), Text(nl=f"plaats {n}", en=f"place {n}")) for n in range(1, count + 1))
    kind = KINDS.get(entry.kind, Text.verbatim(entry.kind))
    yield Heading(text=Text(nl=capital(kind.nl), en=capital(kind.en)), level=3)
    if entry.why.nl:
        yield Words(text=entry.why, tone="subtle")
    yield Write(
        id=f"question/{entry.id}",
        label=Text(nl="Vraag", en="Question"),
        value=given(said, f"question/{entry.id}", entry.question),
        limit=LONGEST,
        required=True,
        error=at.get(f"question/{entry.id}"),
    )
    yield Pick(
        id=f"place/{entry.id}",
        label=Text(nl="Plaats op de agenda", en="Place on the agenda"),
        choices=((OFF, Text(nl="niet op de agenda", en="not on the agenda")), *places),
        value=given(said, f"place/{entry.id}", str(entry.place) if entry.place else OFF),
    )
    yield Pick(
        id=f"minutes/{entry.id}",
        label=Text(nl="Minuten", en="Minutes"),
        choices=tuple((m, Text.verbatim(m)) for m in minutes_of(entry)),
        value=given(said, f"minutes/{entry.id}", str(entry.minutes)),
    )


def minutes_of(entry: Entry) -> tuple[str, ...]:
    return tuple(sorted({*MINUTES, str(entry.minutes)}, key=int))


def _closing(dossier: Dossier, said: Said, key: str, at: Wrong) -> Iterator[Element]:
    """An own point, and what is agreed as one closing point."""
    yield Heading(text=Text(nl="Een eigen punt", en="A point of your own"), level=3)
    yield Write(
        id="own",
        label=Text(nl="Vraag (niet verplicht)", en="Question (optional)"),
        value=given(said, "own"),
        limit=LONGEST,
        error=at.get("own"),
    )
    n = len(agreed_measures(dossier, points_of(dossier, key)))
    if key == SESSION and n:
        yield Pick(
            id="agreed",
            label=Text(
                nl="Sluiten we af met de hamerstukken: alles waarover niemand een vraag had?",
                en="Do we close with the agreed points: all that nobody had a question about?",
            ),
            choices=(("ja", Text(nl="Ja", en="Yes")), ("nee", Text(nl="Nee", en="No"))),
            value=given(said, "agreed", "ja"),
            wide=True,
        )


SETTLE = Text(nl="Agenda vaststellen", en="Settle the agenda")
TOO_LONG = Text(
    nl="Met deze punten duurt het programma {n} minuten langer dan de sessie. Haal een punt eraf, "
    "geef minder minuten, of laat de sessie later eindigen: daarna, met Datum of plaats.",
    en="With these points the programme takes {n} minutes longer than the session. Take a point "
    "off, give fewer minutes, or let the session end later: afterwards, with Date or place.",
)
MOVED_ON = Text(
    nl="Er is intussen iets veranderd. Dit is het voorstel zoals het nu is.",
    en="Something has changed in the meantime. This is the proposal as it is now.",
)
INTRO = Text(
    nl="Dit is mijn voorstel. Bovenaan staat waarover de meningen het meest verschillen. Kies "
    "hoogstens zes punten; volgorde, tekst en minuten kun je aanpassen.",
    en="This is my proposal. What divides most comes first. Choose at most six points; you can "
    "change the order, the words and the minutes.",
)
