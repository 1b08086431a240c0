"""Handing the plan to another coordinator: chosen, asked once more, then done."""

from __future__ import annotations

from dialogs.changing import changing
from dialogs.naming import named
from dialogs.post import message
from dialogs.registering import registered
from dialogs.roles.listed import DIALOG
from dialogs.turn import Said, Turn
from dialogs.view import Button, Pick, View, Words
from plan.dossier import Dossier
from plan.records import Person, altered
from plan.succession import left_to, on_the_table, ready_for, successors
from plan.text import Text

CHOOSE, SURE, DONE = "handing", "handing_sure", "hand_over"
BACK = Button(verb="back", label=Text(nl="Terug", en="Back"), checks=False)


def hear(dossier: Dossier, said: Said) -> Turn:
    """One of the three presses; with nobody who can be chosen it begins again."""
    about = said.card.about if said.card else {}
    key = about.get("to") or said.inputs.get("to")
    to = next((one for one in successors(dossier) if one.key == key), None)
    if to is None or said.verb == CHOOSE:
        return Turn(instead=_choose_view(dossier))
    if said.verb == DONE:
        return _handed_over(dossier, said, to)
    return Turn(instead=_sure_view(dossier, to))


def _choose_view(dossier: Dossier) -> View:
    people = successors(dossier)
    title = Text(nl="Wie wordt coördinator?", en="Who becomes coordinator?")
    if not people:
        return View(title=title, elements=(Words(text=NOBODY),), buttons=(BACK,), dialog=DIALOG)
    return View(
        title=title,
        elements=(
            Pick(
                id="to",
                label=Text(nl="Draag het plan over aan", en="Hand the plan over to"),
                choices=tuple((one.key, named(dossier, one)) for one in people),
                value=people[0].key,
                required=True,
            ),
        ),
        buttons=(
            Button(verb=SURE, label=Text(nl="Verder", en="Go on"), primary=True),
            BACK,
        ),
        dialog=DIALOG,
    )


NOBODY = Text(
    nl='Er is nog niemand aan wie je kunt overdragen. Typ "contact" om iemand toe te voegen; die '
    "persoon moet de assistent eerst een keer begroeten.",
    en='There is nobody yet to hand over to. Type "contact" to add somebody; that person must '
    "greet the assistant once first.",
)


def _sure_view(dossier: Dossier, to: Person) -> View:
    title = Text(nl="Draag je het plan over aan {name}?", en="Hand the plan over to {name}?")
    words = Text(
        nl="{name} ziet dan alles, ook alle antwoorden van partners, en krijgt de berichten aan "
        "de coördinator. Jij kunt het plan daarna niet meer leiden of terugnemen.",
        en="{name} then sees everything, all answers of partners too, and gets the messages to "
        "the coordinator. After that you can no longer lead the plan or take it back.",
    )
    return View(
        title=title.fill(name=to.name),
        elements=(Words(text=words.fill(name=to.name), tone="warning"),),
        buttons=(
            Button(verb="back", label=Text(nl="Niet overdragen", en="Keep it"), primary=True),
            Button(verb=DONE, label=Text(nl="Ja, overdragen", en="Yes, hand over")),
        ),
        dialog=DIALOG,
        about={"to": to.key},
    )


def _handed_over(dossier: Dossier, said: Said, to: Person) -> Turn:
    """From now on the other one is the coordinator; what was not sent goes there."""
    plan = altered(dossier.plan, coordinator=to.key)
    event = registered(said, "handed_over_plan", plan.key, after=to.key)
    told = message(said, "coordinates", to.key, said.at.isoformat(), text=said.who.key)
    rest = (*left_to(dossier, to), *ready_for(dossier, to), *on_the_table(dossier))
    title = Text(
        nl="Opgeslagen. {name} is nu coördinator van dit plan en krijgt daar bericht van.",
        en="Saved. {name} now coordinates this plan and is told so.",
    )
    turn = changing(said, dossier.plan, plan, because="roles")
    return turn + Turn(keep=(event, told, *rest), instead=View(title=title.fill(name=to.name)))
