"""The card of an amendment: the measure as it is, to be changed, and why."""

from __future__ import annotations

from dialogs.clashing import SEAL, seal
from dialogs.filled import NONE_WRONG, Wrong
from dialogs.measures.inputs import Sheet
from dialogs.reason import reason_input
from dialogs.turn import Said
from dialogs.view import Button, Element, Fold, Pick, Problem, View
from plan.amendments import bodies
from plan.codes import NEW
from plan.dossier import Dossier
from plan.records import Measure
from plan.text import Text

DIALOG = "running.amending"
FIELDS = ("title", "description", "result", "lead", "start", "end")
MEANS = ("hours", "budget", "funding", "partners")
ADDED = Measure(key=NEW, item="", title="", decision="new", source="amendment")
"""A new measure, before anything was filled in."""
GOES_ON = (
    ("on", Text(nl="De maatregel loopt door", en="The measure goes on")),
    ("stop", Text(nl="De maatregel stopt", en="The measure stops")),
)


def amend_view(dossier: Dossier, said: Said, key: str, wrong: Wrong = NONE_WRONG) -> View:
    """Everything filled in, and what the measure was when it was drawn."""
    measure = dossier.get(Measure, key)
    title = Text(nl="Wijziging van {code}", en="Amendment of {code}").fill(code=key)
    new = Text(nl="Nieuwe maatregel", en="New measure")
    problem = wrong.get("")
    sheet = Sheet(dossier=dossier, said=said, wrong=wrong, required=("title",))
    return View(
        title=title if measure else new,
        elements=(
            *((Problem(text=problem),) if problem else ()),
            *sheet.inputs(measure or ADDED, *FIELDS),
            _means(sheet, measure or ADDED),
            _going_on(said) if measure else _item(sheet),
            reason_input(WHY, said, wrong.get("why")),
            _route(dossier, said),
        ),
        buttons=(Button(verb="amend", label=Text(nl="Wijzigen", en="Amend"), primary=True),),
        dialog=DIALOG,
        about={"measure": measure.key if measure else NEW, SEAL: seal(measure)},
    )


WHY = Text(
    nl="Waarom? De partners van deze maatregel lezen de reden.",
    en="Why? The partners of this measure read the reason.",
)


def _means(sheet: Sheet, measure: Measure) -> Fold:
    title = Text(nl="Uren, geld en partners", en="Hours, money and partners")
    return Fold(title=title, elements=sheet.inputs(measure, *MEANS))


def _going_on(said: Said) -> Element:
    label = Text(nl="Loopt de maatregel door?", en="Does the measure go on?")
    return Pick(
        id="goes_on",
        label=label,
        choices=GOES_ON,
        value=said.inputs.get("goes_on", "on"),
        wide=True,
    )


def _item(sheet: Sheet) -> Element:
    first = next((item.key for item in sheet.dossier.items), "")
    return sheet.inputs(ADDED, "item", item=first)[0]


def _route(dossier: Dossier, said: Said) -> Element:
    hears, decides = bodies(dossier)
    inform = Text(nl="{body} ter kennisname", en="{body} for information").fill(body=hears)
    decide = Text(nl="Besluit van {body} nodig", en="Decision of {body} needed")
    return Pick(
        id="route",
        label=Text(nl="Moet het bestuur dit weten?", en="Must a body know of this?"),
        choices=(
            ("none", Text(nl="Nee", en="No")),
            ("inform", inform),
            ("decide", decide.fill(body=decides)),
        ),
        value=said.inputs.get("route", "none"),
        wide=True,
    )
