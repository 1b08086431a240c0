"""Changing the format by hand, after it was fixed only with a reason."""

from __future__ import annotations

from dialogs.forming.described import (
    COSTS_SHOWN,
    HOURS_SHOWN,
    NO,
    YES,
    YES_NO,
    costs_said,
    hours_shown,
)
from dialogs.forming.written import DIALOG, about, first_year
from dialogs.reason import reason_input, reason_of, wrong_with
from dialogs.turn import Said
from dialogs.view import Button, Element, Pick, Problem, View, Write
from plan.answering import clean
from plan.content.formats import (
    CODE,
    COLUMNS,
    CONTACT,
    COSTS,
    HOURS,
    LEAD,
    LOCAL_CONTACT,
    MEASURE,
    PARTNERS,
    PLANNING,
    RESULT,
    SCOPE,
    VERDICT,
)
from plan.dossier import Dossier
from plan.forming.advice import CHOICES, MEANS_COLUMNS, columns_of, usual_columns
from plan.records import PlanFormat, altered
from plan.text import Text

OFFERED = (
    CODE,
    MEASURE,
    VERDICT,
    LEAD,
    PARTNERS,
    PLANNING,
    RESULT,
    SCOPE,
    LOCAL_CONTACT,
    CONTACT,
)
"""Columns to tick; those of hours and costs follow from where these are shown."""
FEWEST, MOST = 30, 400
"""Words per theme."""


def needs_reason(dossier: Dossier) -> bool:
    """After it was fixed, and where last year had one: a change must be worth the unrest."""
    return dossier.plan.format.locked_at is not None or not first_year(dossier)


def adjust_view(dossier: Dossier, said: Said, wrong: Text | None = None) -> View:
    """Every wish on one card, as it is now."""
    plan, given = dossier.plan, said.inputs
    form = plan.format
    ticked = ",".join(c for c in columns_of(plan) if c not in MEANS_COLUMNS)
    why: tuple[Element, ...] = ()
    if needs_reason(dossier):
        label = Text(
            nl="Waarom wijzig je het? De reden komt in het register.",
            en="Why do you change it? The reason goes into the register.",
        )
        why = (reason_input(label, said, None),)
    return View(
        title=Text(nl="Het format aanpassen", en="Change the format"),
        elements=(
            *((Problem(text=wrong),) if wrong else ()),
            Pick(
                id="preset",
                label=Text(nl="Vorm", en="Form"),
                choices=tuple(
                    (f.id, f.title + Text.verbatim(": ") + f.meant_for) for f in CHOICES
                ),
                value=given.get("preset", form.preset),
                wide=True,
                required=True,
            ),
            Pick(
                id="columns",
                label=Text(nl="Kolommen in de tabel", en="Columns in the table"),
                choices=tuple((column.id, column.title) for column in OFFERED),
                value=given.get("columns", ticked),
                several=True,
                wide=True,
                required=True,
            ),
            Write(
                id="words",
                label=Text(nl="Woorden tekst per thema", en="Words of text per theme"),
                value=given.get("words", str(form.narrative_words)),
                lines=False,
                limit=4,
                required=True,
            ),
            _pick("looks_back", LOOK_BACK, dict(YES_NO), YES if form.looks_back else NO, said),
            _pick("hours", WHERE_HOURS, HOURS_SHOWN, hours_shown(plan), said),
            _pick("costs", WHERE_COSTS, COSTS_SHOWN, costs_said(plan), said),
            _pick("pages", PAGES, dict(YES_NO), YES if form.partner_pages else NO, said),
            *why,
        ),
        buttons=(
            Button(verb="adjust", label=Text(nl="Opslaan", en="Save"), primary=True),
            Button(verb="show", label=Text(nl="Terug", en="Back"), checks=False),
        ),
        dialog=DIALOG,
        about=about(dossier),
    )


LOOK_BACK = Text(nl="Terugblik opnemen?", en="Include a look-back?")
WHERE_HOURS = Text(nl="Waar staan de uren?", en="Where are the hours?")
WHERE_COSTS = Text(nl="Waar staan de kosten?", en="Where are the costs?")
PAGES = Text(nl="Achterin een bladzijde per partner?", en="A page per partner at the back?")
WITHOUT = Text(
    nl="Zonder de kolommen Code en Maatregel zegt een tabel niets.",
    en="Without the columns Code and Measure a table says nothing.",
)
HOW_MANY = Text(
    nl="Vul bij de woorden een getal in van {few} tot {most}.",
    en="Give a number of words from {few} to {most}.",
).fill(few=FEWEST, most=MOST)


def _pick(id_: str, label: Text, choices: dict[str, Text], value: str, said: Said) -> Pick:
    return Pick(
        id=id_,
        label=label,
        choices=tuple(choices.items()),
        value=said.inputs.get(id_, value),
        wide=True,
    )


def adjusted(dossier: Dossier, said: Said) -> PlanFormat | Text:
    """The format as it was filled in, or what is wrong with it."""
    ticked = set(said.inputs.get("columns", "").split(","))
    words = clean(said.inputs.get("words", ""))
    if not {CODE.id, MEASURE.id} <= ticked:
        return WITHOUT
    if not words.isdecimal() or not FEWEST <= int(words) <= MOST:
        return HOW_MANY
    why = reason_of(said)
    wrong = wrong_with(why) if needs_reason(dossier) else None
    if wrong:
        return wrong
    form = dossier.plan.format
    presets = {one.id: one for one in CHOICES}
    preset = said.inputs.get("preset", form.preset)
    preset = preset if preset in presets else form.preset
    costs = said.inputs.get("costs", "")
    return altered(
        form,
        preset=preset,
        columns=_columns(dossier, said, preset, ticked),
        narrative_words=int(words),
        looks_back=said.inputs.get("looks_back") == YES,
        capacity_visible=said.inputs.get("hours") != "internal",
        budget_visible=costs if costs in COSTS_SHOWN else costs_said(dossier.plan),
        partner_pages=said.inputs.get("pages") == YES,
        reason=why or None,
    )


def _columns(dossier: Dossier, said: Said, preset: str, ticked: set[str]) -> tuple[str, ...]:
    """Those that were ticked; of another form its own, where the ticks were left as they were."""
    plan = dossier.plan
    before = {c for c in columns_of(plan) if c not in MEANS_COLUMNS}
    chosen = next((form for form in CHOICES if form.id == preset), None)
    if chosen and preset != plan.format.preset and ticked == before:
        columns = usual_columns(chosen)
    else:
        columns = tuple(c.id for c in COLUMNS if c in OFFERED and c.id in ticked)
    hours, costs = said.inputs.get("hours") == "table", said.inputs.get("costs") == "table"
    return columns + (HOURS.id,) * hours + (COSTS.id,) * costs
