"""Checks on what a measure promises: its effect so far, its words and its dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from plan.checks.active import on_measure
from plan.checks.finding import Check, Hit, Thresholds
from plan.dossier import Dossier
from plan.records import Measure
from plan.text import Text


def _without_effect(dossier: Dossier, settings: Thresholds) -> Iterator[Hit]:
    year = dossier.plan.year
    years = range(year - settings.years_without_effect, year)
    for measure in dossier.measures:
        effects = {past.year: past.effect for past in measure.history}
        continued = measure.decision in ("continue", "intensify") and not measure.decision_reason
        if continued and all(effects.get(past) == "uitgebleven" for past in years):
            yield on_measure(dossier, measure)


WITHOUT_EFFECT = Check(
    id="C07",
    severity="W",
    title=Text(nl="Twee jaar zonder effect, toch door", en="Two years without effect, continued"),
    message=Text(
        nl='"{m}" leverde twee jaar niets zichtbaars op. Stoppen, aanpassen of uitleggen?',
        en='"{m}" showed no effect for two years. Stop, adjust or explain?',
    ),
    why=Text(
        nl="Wie doorgaat met wat niet werkt, houdt geen inzet over voor wat wel werkt.",
        en="Going on with what does not work leaves no effort for what does work.",
    ),
    action=Text(
        nl="Kies stoppen of aanpassen, of geef een reden om door te gaan.",
        en="Choose stop or adjust, or give a reason to go on.",
    ),
    find=_without_effect,
)


def _vague(dossier: Dossier, settings: Thresholds) -> Iterator[Hit]:
    words = "|".join(r"\s+".join(map(re.escape, word.split())) for word in settings.vague)
    pattern = re.compile(rf"\b(?:{words})\b", re.IGNORECASE) if words else None
    for measure in dossier.measures:
        if pattern and pattern.search(measure.title):
            yield on_measure(dossier, measure)


VAGUE = Check(
    id="C12",
    severity="I",
    title=Text(nl="Vaag geformuleerd", en="Vague wording"),
    message=Text(
        nl='Maak "{m}" concreet: wie doet wat, hoe vaak?',
        en='Make "{m}" concrete: who does what, how often?',
    ),
    why=Text(
        nl="Een vage maatregel kan niemand nakomen of controleren.",
        en="A vague measure can neither be kept nor checked.",
    ),
    action=Text(
        nl="Gebruik een werkwoord en noem wat er gebeurt en hoe vaak.",
        en="Use a verb, and say what happens and how often.",
    ),
    find=_vague,
)


def _out_of_order(dossier: Dossier, _: Thresholds) -> Iterator[Hit]:
    """Compared with its own end; a measure without one has to wait before it starts."""
    for measure in dossier.measures:
        until = measure.planning.end or measure.planning.start
        for key in measure.depends_on:
            first = dossier.get(Measure, key)
            ends = first.planning.end if first else None
            if first and until and ends and ends > until:
                yield on_measure(dossier, measure, first=first.title)
                break


OUT_OF_ORDER = Check(
    id="C25",
    severity="I",
    title=Text(nl="Volgorde klopt niet", en="Order problem"),
    message=Text(
        nl='"{m}" begint voordat "{first}" klaar is.',
        en='"{m}" starts before "{first}" is finished.',
    ),
    why=Text(
        nl="De maatregel heeft nodig wat er dan nog niet is.",
        en="The measure needs what is not there yet by then.",
    ),
    action=Text(
        nl="Verschuif een van de twee of haal de afhankelijkheid weg.",
        en="Move one of the two, or take the dependency away.",
    ),
    find=_out_of_order,
)


def _outside_year(dossier: Dossier, _: Thresholds) -> Iterator[Hit]:
    start = date(dossier.plan.year, 1, 1)
    for measure in dossier.measures:
        end = measure.planning.end
        if end and end < start and measure.decision != "stop":
            yield on_measure(dossier, measure, year=end.year)


OUTSIDE_YEAR = Check(
    id="C30",
    severity="W",
    title=Text(nl="Loopt af voor het planjaar", en="Ends before the plan year"),
    message=Text(
        nl='"{m}" loopt in {year} af. Verlengen of stoppen?',
        en='"{m}" ends in {year}. Extend or stop?',
    ),
    why=Text(
        nl="Wat voor het planjaar afloopt, hoort niet in dit plan.",
        en="What ends before the plan year does not belong in this plan.",
    ),
    action=Text(
        nl="Kies een nieuwe einddatum of besluit te stoppen.",
        en="Choose a new end date, or decide to stop.",
    ),
    find=_outside_year,
)
