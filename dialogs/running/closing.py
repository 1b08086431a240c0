"""Closing the plan once the next one holds; nothing is asked in it any more."""

from __future__ import annotations

from dialogs.reason import reason_input, reason_of, wrong_with
from dialogs.registering import registered
from dialogs.running.common import NOT_RUNNING, runs, succeeded
from dialogs.turn import Said, Turn
from dialogs.view import Button, Element, View, Words
from plan.dossier import Dossier
from plan.records import Confirmed
from plan.standing import OVER
from plan.text import Text

DIALOG = "running.closing"


def close_view(dossier: Dossier, said: Said, wrong: Text | None = None) -> View:
    """One tap when the next plan was adopted; otherwise with a reason."""
    if not runs(dossier):
        return NOT_RUNNING
    words = Text(
        nl="In een afgesloten plan wordt niets meer gevraagd en niets meer gewijzigd. Vragen "
        'erover ("waarom M11") blijf ik beantwoorden.',
        en="Nothing is asked or changed any more in a closed plan. I keep answering questions "
        'about it ("why M11").',
    )
    elements: list[Element] = [Words(text=words)]
    if not succeeded(dossier, said):
        elements.append(Words(text=EARLY, tone="warning"))
        label = Text(nl="Waarom sluit je het nu al af?", en="Why do you close it already?")
        elements.append(reason_input(label, said, wrong))
    return View(
        title=Text(nl="Plan afsluiten", en="Close the plan"),
        elements=tuple(elements),
        buttons=(Button(verb="close", label=Text(nl="Afsluiten", en="Close"), primary=True),),
        dialog=DIALOG,
    )


EARLY = Text(
    nl="Er is nog geen volgend plan vastgesteld.", en="No next plan has been adopted yet."
)


def hear(dossier: Dossier, said: Said) -> Turn:
    if not runs(dossier):
        return Turn(instead=NOT_RUNNING)
    why = reason_of(said)
    wrong = None if succeeded(dossier, said) else wrong_with(why)
    if wrong:
        return Turn(instead=close_view(dossier, said, wrong))
    done = Confirmed(key=OVER, by=said.who.key, at=said.at)
    title = Text(nl="Opgeslagen. Afgesloten: {title}.", en="Saved. Closed: {title}.")
    return Turn(
        keep=(done, registered(said, "closed", "plan", after=why or None)),
        instead=View(title=title.fill(title=dossier.plan.title)),
    )
