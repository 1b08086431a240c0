"""An exercise of the session: what to stop, or to do less of."""

from __future__ import annotations

from dialogs.changing import changing
from dialogs.clashing import CHANGED, REPLACES, SEALS, remembered, seal, told
from dialogs.filled import fault
from dialogs.meeting.bins import BACK, receipt
from dialogs.meeting.parts import LONGEST, MEETING, given, session_in_hand
from dialogs.turn import Said, Turn
from dialogs.view import Button, Element, Heading, Listing, Pick, Problem, View, Words, Write
from plan.checks.active import active, hours
from plan.dossier import Dossier
from plan.labels import VERDICTS
from plan.notation import number
from plan.records import CollectiveSession, Measure, altered
from plan.text import Text, joined

LESS = ("stop", "scale_down")


def stop_view(
    dossier: Dossier, said: Said, session: CollectiveSession, wrong: Text | None = None
) -> View:
    """What stops or shrinks already, and one more."""
    picked = given(said, "measure")
    there = active(dossier.measures)
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
            choices=tuple(
                (m.key, _line(m)) for m in dossier.measures if m in there or m.key == picked
            ),
            value=picked,
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
        about={
            "card": "bins",
            "session": session.key,
            SEALS: ",".join(map(_verdict, dossier.measures)),
        },
    )


def _verdict(measure: Measure) -> str:
    """A measure with what was decided about it, sealed."""
    return f"{measure.key}={seal(measure.decision, measure.decision_reason)}"


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
    measure = dossier.get(Measure, said.inputs.get("measure"))
    verdict, why = said.inputs.get("verdict", ""), given(said, "why")
    wrong = WHICH if measure is None else (fault(why, LONGEST) if why else WHY)
    if measure and _verdict(measure) not in remembered(said):
        return Turn(instead=_overtaken(dossier, said, session, measure))
    if measure is None or wrong or verdict not in LESS:
        return Turn(instead=stop_view(dossier, said, session, wrong))
    after = altered(measure, decision=verdict, decision_reason=why)
    turn = changing(said, measure, after, because="outcome/stop")
    line = joined([Text.verbatim(f"{measure.key} {measure.title}"), VERDICTS[verdict]], ": ")
    return turn + receipt(dossier, said, session, turn, [line])


def _overtaken(dossier: Dossier, said: Said, session: CollectiveSession, measure: Measure) -> View:
    """What was decided about it meanwhile, above what was filled in."""
    line = MEANWHILE.fill(
        measure=f"{measure.key} {measure.title}",
        verdict=VERDICTS.get(measure.decision or "", Text.verbatim("–")),
        why=measure.decision_reason or "–",
    )
    view = stop_view(dossier, said, session)
    return told(view, CHANGED, Listing(lines=(line,)), Words(text=REPLACES))


MEANWHILE = Text(
    nl="Er staat nu bij {measure}: {verdict}. Reden: {why}",
    en="Now at {measure}: {verdict}. Reason: {why}",
)
WHICH = Text(nl="Kies een maatregel.", en="Choose a measure.")
WHY = Text(nl="Geef een reden.", en="Give a reason.")
