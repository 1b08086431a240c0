"""The card of an amendment: the measure as it is, to be changed, and why."""

from __future__ import annotations

from datetime import date

from dialogs.filled import fault
from dialogs.reason import reason_input, wrong_with
from dialogs.running.common import given
from dialogs.turn import Said
from dialogs.view import Button, Day, Element, Pick, Problem, View, Write
from plan.amendments import NEW, bodies
from plan.dossier import Dossier
from plan.records import Measure, Organisation, Person
from plan.text import Text

DIALOG = "running.amending"
TITLE, LONGER = 120, 600
GOES_ON = (
    ("on", Text(nl="De maatregel loopt door", en="The measure goes on")),
    ("stop", Text(nl="De maatregel stopt", en="The measure stops")),
)


def amend_view(
    dossier: Dossier, said: Said, key: str, wrong: Text | None = None, *, fresh: bool = False
) -> View:
    """Everything filled in; `fresh` leaves out what was typed, because the measure moved on."""
    measure = dossier.get(Measure, key)
    typed = {} if fresh else dict(said.inputs)
    title = Text(nl="Wijziging van {code}", en="Amendment of {code}").fill(code=key)
    new = Text(nl="Nieuwe maatregel", en="New measure")
    return View(
        title=title if measure else new,
        elements=(
            *((Problem(text=wrong),) if wrong else ()),
            *_texts(measure, typed),
            _lead(dossier, measure, typed),
            *_period(measure, typed),
            _going_on(typed) if measure else _item(dossier, typed),
            reason_input(WHY, said, None),
            _route(dossier, typed),
        ),
        buttons=(Button(verb="amend", label=Text(nl="Wijzigen", en="Amend"), primary=True),),
        dialog=DIALOG,
        about={"measure": measure.key if measure else NEW},
    )


WHY = Text(
    nl="Waarom? De partners van deze maatregel lezen de reden.",
    en="Why? The partners of this measure read the reason.",
)


def _texts(measure: Measure | None, typed: dict[str, str]) -> tuple[Element, ...]:
    fields = (
        ("title", Text(nl="Maatregel", en="Measure"), TITLE),
        ("description", Text(nl="Omschrijving (niet verplicht)", en="Description (optional)"), 0),
        ("result", Text(nl="Resultaat (niet verplicht)", en="Result (optional)"), 0),
    )
    return tuple(
        Write(
            id=name,
            label=label,
            value=typed.get(name, (getattr(measure, name) if measure else None) or ""),
            limit=limit or LONGER,
            lines=not limit,
            required=name == "title",
        )
        for name, label, limit in fields
    )


def _lead(dossier: Dossier, measure: Measure | None, typed: dict[str, str]) -> Element:
    """Everybody with an organisation; leaving it as it is keeps the lead."""
    as_is = ("", Text(nl="Zoals het nu is", en="As it is now"))
    people = [
        (p.key, Text.verbatim(f"{dossier.organisation_name(p.org)} – {p.name}"))
        for org in dossier.all(Organisation)
        for p in dossier.people_of(org.key)
    ]
    now = measure.lead.person if measure and measure.lead else None
    value = typed.get("lead", now if now in dict(people) else "")
    known = bool(value) and value == now
    return Pick(
        id="lead",
        label=Text(nl="Trekker", en="Lead"),
        choices=tuple(people) if known else (as_is, *people),
        value=value or "",
    )


def _period(measure: Measure | None, typed: dict[str, str]) -> tuple[Element, ...]:
    planning = measure.planning if measure else None
    start, end = (planning.start, planning.end) if planning else (None, None)
    return (
        Day(
            id="start",
            label=Text(nl="Begin", en="Start"),
            value=typed.get("start", start.isoformat() if start else ""),
        ),
        Day(
            id="end",
            label=Text(nl="Einde", en="End"),
            value=typed.get("end", end.isoformat() if end else ""),
        ),
    )


def _going_on(typed: dict[str, str]) -> Element:
    label = Text(nl="Loopt de maatregel door?", en="Does the measure go on?")
    return Pick(
        id="goes_on", label=label, choices=GOES_ON, value=typed.get("goes_on", "on"), wide=True
    )


def _item(dossier: Dossier, typed: dict[str, str]) -> Element:
    items = tuple((i.key, Text.verbatim(f"{i.key} {i.title}")) for i in dossier.items)
    return Pick(
        id="item",
        label=Text(nl="Bij welk actiepunt?", en="Under which action item?"),
        choices=items,
        value=typed.get("item", items[0][0] if items else ""),
    )


def _route(dossier: Dossier, typed: dict[str, str]) -> Element:
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
        value=typed.get("route", "none"),
        wide=True,
    )


def wrong_with_it(dossier: Dossier, said: Said, *, new: bool) -> Text | None:
    """What is wrong with what was filled in; None when it can be kept."""
    typed = given(said, ("title", "description", "result", "why", "start", "end"))
    if not typed["title"]:
        return Text(nl="Hoe heet de maatregel?", en="What is the measure called?")
    if new and said.inputs.get("item", "") not in {item.key for item in dossier.items}:
        return Text(nl="Kies een actiepunt.", en="Choose an action item.")
    if new and dossier.get(Person, said.inputs.get("lead")) is None:
        return Text(nl="Wie trekt de nieuwe maatregel?", en="Who leads the new measure?")
    limits = {"title": TITLE, "description": LONGER, "result": LONGER}
    texts = (fault(typed[name], limit) for name, limit in limits.items())
    return next((w for w in texts if w), None) or _wrong_days(typed) or wrong_with(typed["why"])


def _wrong_days(typed: dict[str, str]) -> Text | None:
    try:
        days = [date.fromisoformat(typed[name]) for name in ("start", "end") if typed[name]]
    except ValueError:
        return Text(nl="Vul een datum in.", en="Fill in a date.")
    if days == sorted(days):
        return None
    return Text(nl="Het einde ligt voor het begin.", en="The end is before the start.")
