"""From what a plan is for and a few answers to the format that suits it (domain 2.3, 4.3)."""

from __future__ import annotations

from dataclasses import dataclass

from plan.content.formats import COMPACT, COSTS, FORMATS, HOURS, PER_FIELD, REGIONAL, VERDICT
from plan.content.formats import SHEET_PER_THEME as SHEET
from plan.content.functions import ACCOUNT, COOPERATION, ROBUST, STEERING, WORKLOAD
from plan.format import Format, Shown, preset
from plan.question import Option
from plan.records import Plan, PlanFormat
from plan.text import Text

CHOICES = (SHEET, COMPACT, PER_FIELD, REGIONAL)
"""The presets for a whole plan."""
MEANS_COLUMNS = (HOURS.id, COSTS.id)
"""They follow from where hours and costs are shown."""
SHORT, USUAL, AMPLE = 60, 120, 150
"""Words of text per theme."""

USED_TO = (
    Option(id=SHEET.id, text=Text(nl="Een blad per thema", en="A sheet per theme")),
    Option(
        id=COMPACT.id,
        text=Text(
            nl="Een kort overzicht van een paar bladzijden", en="A short overview of a few pages"
        ),
    ),
    Option(
        id=PER_FIELD.id,
        text=Text(
            nl="De indeling van Kernbeleid, per veiligheidsveld",
            en="The Kernbeleid layout, by safety field",
        ),
    ),
)
IN_PLAN, IN_ANNEX, INTERNAL = "plan", "bijlage", "intern"
MEANS = (
    Option(id=IN_PLAN, text=Text(nl="In het plan zelf", en="In the plan itself")),
    Option(id=IN_ANNEX, text=Text(nl="In een bijlage", en="In an annex")),
    Option(id=INTERNAL, text=Text(nl="Alleen voor intern gebruik", en="For internal use only")),
)
LENGTHS = (
    Option(
        id=str(SHORT),
        text=Text(nl="Kort: drie of vier zinnen", en="Short: three or four sentences"),
    ),
    Option(id=str(USUAL), text=Text(nl="Een alinea", en="A paragraph")),
    Option(id=str(AMPLE), text=Text(nl="Ruim: twee alinea's", en="Ample: two paragraphs")),
)
COSTS_OF: dict[str, Shown] = {IN_PLAN: "table", IN_ANNEX: "annex", INTERNAL: "internal"}


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What the coordinator answered."""

    functions: tuple[str, ...]
    shared: bool
    """Whether several municipalities make it together."""
    used_to: str = SHEET.id
    """The preset most like what MT and college are used to."""
    means: str = IN_ANNEX
    """Where hours and costs stand."""
    looks_back: bool = False
    words: int = USUAL


def several(plan: Plan) -> bool:
    """Whether municipalities share this plan or its IVP, as far as is known."""
    known = plan.together_with or (plan.region and plan.region.shared_ivp)
    return bool(known) or plan.format.preset == REGIONAL.id


def advised(wishes: Wishes) -> PlanFormat:
    """The format that suits these wishes."""
    form = REGIONAL if wishes.shared else preset(wishes.used_to, CHOICES)
    wanted = wishes.functions
    words = max(wishes.words, USUAL) if ROBUST in wanted else wishes.words
    return PlanFormat(
        preset=form.id,
        columns=_columns(form, wishes),
        narrative_words=min(words, SHORT) if form is COMPACT else words,
        looks_back=wishes.looks_back or ACCOUNT in wanted,
        capacity_visible=wishes.means != INTERNAL,
        budget_visible=COSTS_OF[wishes.means],
        partner_pages=COOPERATION in wanted and form is not COMPACT,
    )


def usual_columns(form: Format) -> tuple[str, ...]:
    """The columns of a preset without hours and costs."""
    return tuple(c.id for c in form.columns if c.id not in MEANS_COLUMNS)


def _columns(form: Format, wishes: Wishes) -> tuple[str, ...]:
    columns = usual_columns(form)
    if STEERING in wishes.functions and VERDICT.id not in columns:
        columns = (*columns[:2], VERDICT.id, *columns[2:])
    in_table = wishes.means == IN_PLAN
    hours = in_table or (WORKLOAD in wishes.functions and wishes.means != INTERNAL)
    return columns + (HOURS.id,) * hours + (COSTS.id,) * in_table


def columns_of(plan: Plan) -> tuple[str, ...]:
    """The columns of a plan: its own, or those of its preset."""
    form = next((f for f in FORMATS if f.id == plan.format.preset), SHEET)
    return plan.format.columns or tuple(column.id for column in form.columns)


def reasons(plan: Plan) -> tuple[Text, ...]:
    """Why this format suits this plan, in words."""
    form = plan.format
    found = [WHY_PRESET[form.preset]] if form.preset in WHY_PRESET else []
    applies = {
        COOPERATION: form.partner_pages,
        STEERING: VERDICT.id in columns_of(plan),
        ROBUST: form.narrative_words >= USUAL,
        ACCOUNT: form.looks_back,
        WORKLOAD: HOURS.id in columns_of(plan),
    }
    found += [WHY_FUNCTION[f] for f in plan.functions if applies.get(f)]
    return tuple(found)


WHY_PRESET = {
    SHEET.id: Text(
        nl="Een blad per thema past bij de meeste gemeenten: eerst het doel en wat er speelt, "
        "dan per actiepunt een tabel.",
        en="A sheet per theme suits most municipalities: first the goal and what is going on, "
        "then a table per action item.",
    ),
    COMPACT.id: Text(
        nl="Een tabel per thema houdt het plan kort, zoals MT en college gewend zijn.",
        en="One table per theme keeps the plan short, as the MT and the college are used to.",
    ),
    PER_FIELD.id: Text(
        nl="Een hoofdstuk per veiligheidsveld sluit aan op de indeling van Kernbeleid.",
        en="A chapter per safety field follows the layout of Kernbeleid.",
    ),
    REGIONAL.id: Text(
        nl="Meerdere gemeenten delen dit plan: bovenlokale thema's komen in een gezamenlijk "
        "deel, lokale in een eigen deel, met overal dezelfde kolommen.",
        en="Several municipalities share this plan: supra-local themes go into a shared part, "
        "local ones into an own part, with the same columns everywhere.",
    ),
}
WHY_FUNCTION = {
    COOPERATION: Text(
        nl="Voor de samenwerking krijgt elke partner achterin een eigen bladzijde.",
        en="For cooperation every partner gets a page of its own at the back.",
    ),
    STEERING: Text(
        nl="Voor de sturing staat bij elke maatregel het besluit, met trekker en planning.",
        en="For steering every measure shows its verdict, with lead and planning.",
    ),
    ROBUST: Text(
        nl="Om de aanpak te laten zien is er ruimte voor tekst bij elk thema.",
        en="To show the approach there is room for text in every theme.",
    ),
    ACCOUNT: Text(
        nl="Voor de verantwoording komt er een terugblik in.",
        en="To account for the past period there is a look-back.",
    ),
    WORKLOAD: Text(
        nl="Voor het overzicht van het werk staan de uren bij elke maatregel.",
        en="For the overview of the work every measure shows its hours.",
    ),
}
