"""The format of a plan in words, and what it still asks of the plan."""

from __future__ import annotations

from dialogs.view import Element, Facts, Heading
from plan.content.formats import COLUMNS, COSTS, FORMATS, HOURS
from plan.content.functions import FUNCTIONS
from plan.dossier import Dossier
from plan.format import costs_shown
from plan.forming.advice import columns_of
from plan.forming.demands import Demand, demands
from plan.forming.lack import Lack
from plan.question import label_of
from plan.records import Plan
from plan.text import Text, joined

YES, NO = "ja", "nee"
YES_NO = ((YES, Text(nl="Ja", en="Yes")), (NO, Text(nl="Nee", en="No")))
LACKS = 3
"""Of each demand this many things are named; the rest is counted."""

HOURS_SHOWN = {
    "table": Text(nl="Bij elke maatregel", en="With every measure"),
    "chapter": Text(
        nl="Per organisatie, in het hoofdstuk over inzet en middelen",
        en="Per organisation, in the chapter on effort and means",
    ),
    "internal": Text(nl="Alleen voor intern gebruik", en="For internal use only"),
}
COSTS_SHOWN = {
    "table": Text(nl="Bij elke maatregel", en="With every measure"),
    "annex": Text(nl="Per maatregel in een bijlage", en="Per measure in an annex"),
    "summary": Text(nl="Alleen het totaal per dekking", en="The total per cover only"),
    "internal": Text(nl="Alleen voor intern gebruik", en="For internal use only"),
}


def title_of(plan: Plan) -> Text:
    """What the preset is called."""
    found = next((form for form in FORMATS if form.id == plan.format.preset), None)
    return found.title if found else Text.verbatim(plan.format.preset)


def hours_shown(plan: Plan) -> str:
    if not plan.format.capacity_visible:
        return "internal"
    return "table" if HOURS.id in columns_of(plan) else "chapter"


def costs_said(plan: Plan) -> str:
    """Costs with every measure need their column."""
    shown = costs_shown(plan.format)
    return "summary" if shown == "table" and COSTS.id not in columns_of(plan) else shown


def facts(plan: Plan) -> Facts:
    """The format, each wish in a row."""
    titles = {column.id: column.title for column in COLUMNS}
    columns = [titles.get(c, Text.verbatim(c)) for c in columns_of(plan)]
    words = Text(nl="ongeveer {n} woorden", en="about {n} words")
    form = plan.format
    serves = Text(nl="Dient voor", en="Serves")
    return Facts(
        rows=(
            *(((serves, functions_said(plan)),) if plan.functions else ()),
            (Text(nl="Vorm", en="Form"), title_of(plan)),
            (Text(nl="Kolommen", en="Columns"), joined(columns, ", ")),
            (
                Text(nl="Tekst per thema", en="Text per theme"),
                words.fill(n=form.narrative_words),
            ),
            (Text(nl="Terugblik", en="Look-back"), said(form.looks_back)),
            (Text(nl="Uren", en="Hours"), HOURS_SHOWN[hours_shown(plan)]),
            (Text(nl="Kosten", en="Costs"), COSTS_SHOWN[costs_said(plan)]),
            (Text(nl="Bladzijde per partner", en="Page per partner"), said(form.partner_pages)),
        )
    )


def said(wish: bool) -> Text:
    return dict(YES_NO)[YES if wish else NO]


def functions_said(plan: Plan) -> Text:
    return joined([label_of(FUNCTIONS, one) for one in plan.functions], "; ")


def demanded(dossier: Dossier) -> tuple[Element, ...]:
    """Every demand on form and content, met or what is lacking and where."""
    found = demands(dossier)
    met = sum(demand.met for demand in found)
    title = Text(
        nl="Eisen aan vorm en inhoud: {n} van de {total} in orde",
        en="Requirements for form and content: {n} of {total} met",
    )
    rows = tuple((demand.title, _standing(dossier, demand)) for demand in found)
    return (Heading(text=title.fill(n=met, total=len(found)), level=3), Facts(rows=rows))


def _standing(dossier: Dossier, demand: Demand) -> Text:
    if demand.met:
        return Text(nl="In orde", en="Met")
    named = [_where(dossier, lack) for lack in demand.lacks[:LACKS]]
    more = len(demand.lacks) - LACKS
    rest = Text(nl="en nog {n}", en="and {n} more").fill(n=more)
    words = Text(nl="Nog niet. {lacks}", en="Not yet. {lacks}")
    return words.fill(lacks=joined([*named, *((rest,) if more > 0 else ())], "; "))


def _where(dossier: Dossier, lack: Lack) -> Text:
    if lack.theme is None:
        return lack.text
    return Text.verbatim(f"{dossier.title(lack.theme)}: ") + lack.text
