"""The format as it was filled in by hand, or what is wrong with it."""

from __future__ import annotations

from dialogs.forming.adjusting import OFFERED, needs_reason
from dialogs.forming.described import COSTS_SHOWN, YES, costs_said
from dialogs.reason import reason_of, wrong_with
from dialogs.turn import Said
from plan.answering import clean
from plan.content.formats import CODE, COLUMNS, COSTS, HOURS, MEASURE
from plan.dossier import Dossier
from plan.forming.advice import CHOICES, MEANS_COLUMNS, columns_of, usual_columns
from plan.records import PlanFormat, altered
from plan.text import Text

FEWEST, MOST = 30, 400
"""Words per theme."""
WITHOUT = Text(
    nl="Zonder de kolommen Code en Maatregel zegt een tabel niets.",
    en="Without the columns Code and Measure a table says nothing.",
)
HOW_MANY = Text(
    nl="Vul bij het aantal woorden een getal in van {few} tot {most}.",
    en="For the number of words give a number from {few} to {most}.",
).fill(few=FEWEST, most=MOST)


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
