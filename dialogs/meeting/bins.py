"""An exercise of the session: every theme in one of three bins."""

from __future__ import annotations

from dataclasses import replace

from dialogs.changing import changing
from dialogs.clashing import SEALS, both_texts, kept_and_left, remembered
from dialogs.meeting.overview import overview_view
from dialogs.meeting.parts import MEETING, given, session_in_hand
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Listing, Pick, View, Words
from plan.dossier import Dossier
from plan.records import CollectiveSession, altered
from plan.text import Text, joined

BINS = {
    "priority": Text(nl="prioriteit", en="priority"),
    "other": Text(nl="overig strategisch thema", en="other strategic theme"),
    "maintenance": Text(nl="beheersniveau", en="maintenance level"),
}
BACK = Button(verb="overview", label=Text(nl="Terug", en="Back"), checks=False)


def bins_view(dossier: Dossier, said: Said, session: CollectiveSession) -> View:
    """Every theme in one of three bins, as it is now; what is not touched stays."""
    words = Text(
        nl="Zet met elkaar elk thema in een van de drie bakken.",
        en="Put each theme in one of the three bins together.",
    )
    return View(
        title=Text(nl="Drie bakken", en="Three bins"),
        elements=(
            Words(text=words),
            *(
                Pick(
                    id=f"category/{theme.key}",
                    label=Text.verbatim(f"{theme.key} {theme.title}"),
                    choices=tuple(BINS.items()),
                    value=given(said, f"category/{theme.key}", dossier.category(theme.key)),
                )
                for theme in dossier.themes
            ),
        ),
        buttons=(
            Button(verb="save_bins", label=Text(nl="Opslaan", en="Save"), primary=True),
            BACK,
        ),
        dialog=MEETING,
        about={"card": "bins", "session": session.key, SEALS: _bins(dossier)},
    )


def _bins(dossier: Dossier) -> str:
    """The bin of every theme, to see which were changed under a card."""
    return ",".join(f"{theme.key}={dossier.category(theme.key)}" for theme in dossier.themes)


def hear(dossier: Dossier, said: Said) -> Turn:
    session = session_in_hand(dossier, said)
    if session is None:
        return Turn(onward=True)
    if said.verb == "save_bins":
        return _binned(dossier, said, session)
    return Turn(instead=overview_view(dossier, said, session))


def _binned(dossier: Dossier, said: Said, session: CollectiveSession) -> Turn:
    """The themes that were moved; one that somebody else moved meanwhile is asked again."""
    was = dict(one.split("=", 1) for one in remembered(said) if one)
    turn, lines, others = Turn(), list[Text](), dict[str, str]()
    for theme in dossier.themes:
        id_, now = f"category/{theme.key}", dossier.category(theme.key)
        chosen = said.inputs.get(id_, "")
        if chosen not in BINS or chosen in (now, was.get(theme.key)):
            continue
        if was.get(theme.key) != now:
            others[id_] = chosen
            continue
        turn += changing(said, theme, altered(theme, category=chosen), because="outcome/bins")
        lines.append(joined([Text.verbatim(theme.title), BINS[chosen]], ": "))
    done = receipt(dossier, said, session, turn, lines)
    if not others:
        return turn + done
    after = dossier.plus(turn.keep)
    now_, mine = (
        bins_view(after, replace(said, inputs=inputs), session)
        for inputs in (dict[str, str](), others)
    )
    assert done.instead is not None  # noqa: S101 - a receipt takes the place of the card
    return kept_and_left(turn, done.instead, both_texts(now_, mine))


def receipt(
    dossier: Dossier, said: Said, session: CollectiveSession, turn: Turn, lines: list[Text]
) -> Turn:
    same = Text(nl="Alles blijft zoals het was.", en="Everything stays as it was.")
    after = dossier.plus(turn.keep)
    untouched = Said(who=said.who, at=said.at, language=said.language)
    return Turn(
        instead=View(
            title=Text(nl="Opgeslagen", en="Saved"),
            elements=(Listing(lines=tuple(lines)) if lines else Words(text=same),),
        ),
        replies=(Reply(view=overview_view(after, untouched, session)),),
    )
