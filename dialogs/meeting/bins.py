"""Two exercises of the session: themes in three bins, and what to stop."""

from __future__ import annotations

from dialogs.changing import changing
from dialogs.filled import fault
from dialogs.meeting.overview import overview_view
from dialogs.meeting.parts import LONGEST, MEETING, given, session_in_hand
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Element, Heading, Listing, Pick, Problem, View, Words, Write
from plan.checks.active import active, hours
from plan.dossier import Dossier
from plan.labels import VERDICTS
from plan.notation import number
from plan.records import CollectiveSession, Measure, altered
from plan.text import Text

BINS = {
    "priority": Text(nl="prioriteit", en="priority"),
    "other": Text(nl="overig strategisch thema", en="other strategic theme"),
    "maintenance": Text(nl="beheersniveau", en="maintenance level"),
}
LESS = ("stop", "scale_down")
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
        about={"card": "bins", "session": session.key},
    )


def stop_view(
    dossier: Dossier, said: Said, session: CollectiveSession, wrong: Text | None = None
) -> View:
    """What stops or shrinks already, and one more."""
    less = [measure for measure in dossier.measures if measure.decision in LESS]
    elements: list[Element] = [Problem(text=wrong)] if wrong else []
    if less:
        elements.append(
            Heading(
                text=Text(nl="Stopt al of wordt minder", en="Already stops or is reduced"), level=3
            )
        )
        elements.append(Listing(lines=tuple(_line(measure) for measure in less)))
    elements += [
        Pick(
            id="measure",
            label=Text(
                nl="Wat kan nog meer stoppen of minder?", en="What else can stop or be reduced?"
            ),
            choices=tuple((m.key, _line(m)) for m in active(dossier.measures)),
            value=given(said, "measure"),
            required=True,
        ),
        Pick(
            id="verdict",
            label=Text(nl="Besluit", en="Verdict"),
            choices=tuple((verdict, VERDICTS[verdict]) for verdict in LESS),
            value=given(said, "verdict", "stop"),
            wide=True,
        ),
        Write(
            id="why",
            label=Text(nl="Waarom?", en="Why?"),
            value=given(said, "why"),
            limit=LONGEST,
            required=True,
        ),
    ]
    return View(
        title=Text(nl="Wat stoppen we?", en="What do we stop?"),
        elements=tuple(elements),
        buttons=(
            Button(verb="save_stop", label=Text(nl="Vastleggen", en="Record"), primary=True),
            BACK,
        ),
        dialog=MEETING,
        about={"card": "bins", "session": session.key},
    )


def _line(measure: Measure) -> Text:
    """The measure with its hours: that is what is set free."""
    asked = hours((measure,))
    words = Text(nl=" ({n} uur)", en=" ({n} hours)")
    n = Text(nl=number(asked, "nl"), en=number(asked, "en"))
    free = words.fill(n=n) if asked else Text.verbatim("")
    return Text.verbatim(f"{measure.key} {measure.title}") + free


def hear(dossier: Dossier, said: Said) -> Turn:
    session = session_in_hand(dossier, said)
    if session is None:
        return Turn(onward=True)
    match said.verb:
        case "save_bins":
            return _binned(dossier, said, session)
        case "save_stop":
            return _stopped(dossier, said, session)
        case _:
            return Turn(instead=overview_view(dossier, said, session))


def _binned(dossier: Dossier, said: Said, session: CollectiveSession) -> Turn:
    turn, moved = Turn(), []
    for theme in dossier.themes:
        chosen = said.inputs.get(f"category/{theme.key}", "")
        if chosen in BINS and chosen != dossier.category(theme.key):
            after = altered(theme, category=chosen)
            turn += changing(said, theme, after, because="outcome/bins")
            moved.append(Text.verbatim(f"{theme.title}: ") + BINS[chosen])
    return turn + _receipt(dossier, said, session, turn, moved)


def _stopped(dossier: Dossier, said: Said, session: CollectiveSession) -> Turn:
    measure = dossier.get(Measure, said.inputs.get("measure"))
    verdict, why = said.inputs.get("verdict", ""), given(said, "why")
    wrong = WHICH if measure is None else (fault(why, LONGEST) if why else WHY)
    if measure is None or wrong or verdict not in LESS:
        return Turn(instead=stop_view(dossier, said, session, wrong))
    after = altered(measure, decision=verdict, decision_reason=why)
    turn = changing(said, measure, after, because="outcome/stop")
    line = Text.verbatim(f"{measure.key} {measure.title}: ") + VERDICTS[verdict]
    return turn + _receipt(dossier, said, session, turn, [line])


def _receipt(
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


WHICH = Text(nl="Kies een maatregel.", en="Choose a measure.")
WHY = Text(nl="Geef een reden.", en="Give a reason.")
