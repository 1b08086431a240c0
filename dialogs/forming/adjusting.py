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
from dialogs.reason import reason_input
from dialogs.turn import Said
from dialogs.untouched import noted
from dialogs.view import Button, Element, Pick, Problem, View, Write
from plan.content.formats import (
    CODE,
    CONTACT,
    LEAD,
    LOCAL_CONTACT,
    MEASURE,
    PARTNERS,
    PLANNING,
    RESULT,
    SCOPE,
    VERDICT,
)
from plan.document.preview import preview_theme
from plan.dossier import Dossier
from plan.forming.advice import CHOICES, MEANS_COLUMNS, columns_of
from plan.text import Text

SHOW = Button(verb="preview", label=Text(nl="Voorbeeld in Word", en="Preview in Word"))
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


def needs_reason(dossier: Dossier) -> bool:
    """After it was fixed, and where last year had one: a change must be worth the unrest."""
    return dossier.plan.format.locked_at is not None or not first_year(dossier)


def adjust_view(dossier: Dossier, said: Said, wrong: Text | None = None) -> View:
    """Every wish on one card, as it is now."""
    return noted(lambda one: _drawn(dossier, one, wrong), said)


def _drawn(dossier: Dossier, said: Said, wrong: Text | None) -> View:
    plan, given = dossier.plan, said.inputs
    form = plan.format
    ticked = ",".join(c for c in columns_of(plan) if c not in MEANS_COLUMNS)
    why: tuple[Element, ...] = ()
    if needs_reason(dossier):
        label = Text(
            nl="Waarom wijzig je het? De reden komt in het register.",
            en="Why are you changing it? The reason goes into the register.",
        )
        why = (reason_input(label, said, None, required=True),)
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
                label=Text(nl="Aantal woorden per thema", en="Number of words per theme"),
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
            *((SHOW,) if why and preview_theme(dossier) else ()),
            Button(verb="show", label=Text(nl="Terug", en="Back"), checks=False),
        ),
        dialog=DIALOG,
        about=about(dossier),
    )


LOOK_BACK = Text(nl="Terugblik opnemen?", en="Include a look-back?")
WHERE_HOURS = Text(nl="Waar staan de uren?", en="Where are the hours?")
WHERE_COSTS = Text(nl="Waar staan de kosten?", en="Where are the costs?")
PAGES = Text(nl="Achterin een bladzijde per partner?", en="A page per partner at the back?")


def _pick(id_: str, label: Text, choices: dict[str, Text], value: str, said: Said) -> Pick:
    return Pick(
        id=id_,
        label=label,
        choices=tuple(choices.items()),
        value=said.inputs.get(id_, value),
        wide=True,
    )
