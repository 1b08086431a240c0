"""The exercise of the session on cross-links: at most three pairs of themes, with words."""

from __future__ import annotations

from dialogs.changing import changing
from dialogs.filled import fault
from dialogs.meeting.bins import BACK
from dialogs.meeting.overview import overview_view
from dialogs.meeting.parts import LONGEST, MEETING, given, session_in_hand
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Element, Heading, Listing, Pick, Problem, View, Write
from plan.dossier import Dossier
from plan.linking import linked, tied
from plan.records import CollectiveSession, Theme
from plan.text import Text

PAIRS = ("1", "2", "3")
NONE = ("", Text(nl="–", en="–"))


def links_view(
    dossier: Dossier, said: Said, session: CollectiveSession, wrong: Text | None = None
) -> View:
    """What is tied already, and room for three; a row that stays empty is none."""
    known = known_links(dossier)
    there = Text(nl="Staat al in het plan", en="In the plan already")
    elements: list[Element] = [Problem(text=wrong)] if wrong else []
    elements += [Heading(text=there, level=3), Listing(lines=known)] if known else []
    for pair in PAIRS:
        elements += _pair(dossier, said, pair)
    return View(
        title=Text(nl="De belangrijkste dwarsverbanden", en="The main cross-links"),
        elements=tuple(elements),
        buttons=(
            Button(verb="save_links", label=Text(nl="Vastleggen", en="Record"), primary=True),
            BACK,
        ),
        dialog=MEETING,
        about={"card": "links", "session": session.key},
    )


def known_links(dossier: Dossier) -> tuple[Text, ...]:
    """Each pair of themes once."""
    pairs: dict[frozenset[str], Text] = {}
    for theme in dossier.themes:
        for other in linked(dossier, theme):
            words = Text.verbatim(f"{theme.title} – {other.title}")
            pairs.setdefault(frozenset((theme.key, other.key)), words)
    return tuple(pairs.values())


def _pair(dossier: Dossier, said: Said, pair: str) -> list[Element]:
    head = Text(nl="Dwarsverband {n}", en="Cross-link {n}").fill(n=pair)
    one = Text(nl="Welk thema?", en="Which theme?")
    other = Text(nl="Hangt samen met", en="Is tied to")
    words = Text(nl="Wat spreken we daarover af?", en="What do we agree about it?")
    themes = (NONE, *((t.key, Text.verbatim(f"{t.key} {t.title}")) for t in dossier.themes))
    picks = [
        Pick(id=id_, label=label, choices=themes, value=given(said, id_))
        for id_, label in ((f"one/{pair}", one), (f"other/{pair}", other))
    ]
    note = Write(
        id=f"words/{pair}", label=words, value=given(said, f"words/{pair}"), limit=LONGEST
    )
    return [Heading(text=head, level=3), *picks, note]


def hear(dossier: Dossier, said: Said) -> Turn:
    session = session_in_hand(dossier, said)
    if session is None:
        return Turn(onward=True)
    if said.verb != "save_links":
        return Turn(instead=overview_view(dossier, said, session))
    rows = [_row(dossier, said, pair) for pair in PAIRS]
    filled = [row for row in rows if any(row)]
    wrong = _wrong(filled)
    if wrong:
        return Turn(instead=links_view(dossier, said, session, wrong))
    made: dict[str, Theme] = {}
    for one, other, note in filled:
        if one and other:
            made[one.key] = tied(made.get(one.key, one), other.key, note)
    turn = Turn()
    for key, after in made.items():
        turn += changing(said, dossier.get(Theme, key), after, because="outcome/links")
    return turn + _receipt(dossier.plus(turn.keep), said, session)


def _row(dossier: Dossier, said: Said, pair: str) -> tuple[Theme | None, Theme | None, str]:
    one, other = (dossier.get(Theme, said.inputs.get(f"{id_}/{pair}")) for id_ in ("one", "other"))
    return one, other, given(said, f"words/{pair}")


def _wrong(rows: list[tuple[Theme | None, Theme | None, str]]) -> Text | None:
    """A pair that is half, or a theme with itself; and words that cannot be kept."""
    if not rows or any(one is None or other is None or one == other for one, other, _ in rows):
        return TWO
    return next((found for *_, note in rows if (found := fault(note, LONGEST))), None)


def _receipt(dossier: Dossier, said: Said, session: CollectiveSession) -> Turn:
    fresh = Said(who=said.who, at=said.at, language=said.language)
    title = Text(nl="Opgeslagen: dwarsverbanden", en="Saved: cross-links")
    return Turn(
        instead=View(title=title, elements=(Listing(lines=known_links(dossier)),)),
        replies=(Reply(view=overview_view(dossier, fresh, session)),),
    )


TWO = Text(nl="Kies bij elk dwarsverband twee thema's.", en="Choose two themes for each link.")
