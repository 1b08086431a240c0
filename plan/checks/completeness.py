"""Checks on what a measure still lacks: a lead, a period, a result, cover, a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from plan.checks.active import on_measure
from plan.checks.finding import Check, Hit, Thresholds, quantity
from plan.dossier import Dossier
from plan.labels import is_cover
from plan.records import Measure
from plan.text import Text


def _measures_that(
    lack: Callable[[Measure], bool],
) -> Callable[[Dossier, Thresholds], Iterable[Hit]]:
    def find(dossier: Dossier, _: Thresholds) -> Iterable[Hit]:
        return (on_measure(dossier, measure) for measure in dossier.measures if lack(measure))

    return find


def _no_lead(measure: Measure) -> bool:
    """A lead is an organisation and a person in it."""
    return not (measure.lead and measure.lead.org and measure.lead.person)


NO_LEAD = Check(
    id="C02",
    severity="B",
    title=Text(nl="Geen trekker", en="No lead"),
    message=Text(
        nl='"{m}" heeft geen trekker. Wie spreken we aan?',
        en='"{m}" has no lead. Whom do we turn to?',
    ),
    why=Text(
        nl="Zonder één trekker met een naam schuift het werk door naar een ander.",
        en="Without one lead with a name, work is passed on to somebody else.",
    ),
    action=Text(
        nl="Kies een organisatie en een persoon.", en="Choose an organisation and a person."
    ),
    find=_measures_that(_no_lead),
)


def _no_planning(measure: Measure) -> bool:
    return measure.planning.start is None and not measure.planning.cadence


NO_PLANNING = Check(
    id="C03",
    severity="B",
    title=Text(nl="Geen planning", en="No planning"),
    message=Text(nl='Wanneer begint "{m}"?', en='When does "{m}" start?'),
    why=Text(
        nl="Zonder begin of ritme kan niemand tijd vrijmaken.",
        en="Without a start or a rhythm nobody can set time aside.",
    ),
    action=Text(
        nl="Vul een begindatum in, of geef aan hoe vaak het gebeurt.",
        en="Enter a start date, or say how often it happens.",
    ),
    find=_measures_that(_no_planning),
)


def _no_result(measure: Measure) -> bool:
    return not (measure.result and measure.indicator)


NO_RESULT = Check(
    id="C11",
    severity="W",
    title=Text(nl="Geen resultaat of indicator", en="No result or indicator"),
    message=Text(
        nl='Waaraan zien we in december dat "{m}" is gelukt?',
        en='How will we see in December that "{m}" has worked?',
    ),
    why=Text(
        nl="Wat niet te zien is, kunnen we volgend jaar niet beoordelen.",
        en="What cannot be seen cannot be judged next year.",
    ),
    action=Text(
        nl="Vul het resultaat en de indicator in.", en="Fill in the result and the indicator."
    ),
    find=_measures_that(_no_result),
)


def _no_rationale(measure: Measure) -> bool:
    unknown = measure.evidence in (None, "onbekend")
    return measure.decision == "new" and unknown and not measure.evidence_note


NO_RATIONALE = Check(
    id="C16",
    severity="W",
    title=Text(nl="Nieuw zonder onderbouwing", en="New without rationale"),
    message=Text(
        nl='Waarom denken we dat "{m}" werkt? Noem een voorbeeld of ervaring.',
        en='Why do we think that "{m}" works? Name an example or experience.',
    ),
    why=Text(
        nl="Een nieuwe maatregel kost inzet die ergens anders wegvalt.",
        en="A new measure takes effort away from something else.",
    ),
    action=Text(
        nl="Schrijf in één zin op waarop de maatregel steunt.",
        en="Write in one sentence what the measure rests on.",
    ),
    find=_measures_that(_no_rationale),
)


def _no_cover(dossier: Dossier, _: Thresholds) -> Iterable[Hit]:
    for measure in dossier.measures:
        cost, cover = measure.budget_eur or 0, measure.funding or ""
        if cost > 0 and not is_cover(cover):
            yield on_measure(dossier, measure, amount=quantity(cost))


COSTS_WITHOUT_COVER = Check(
    id="C19",
    severity="W",
    title=Text(nl="Kosten zonder dekking", en="Costs without cover"),
    message=Text(
        nl='Voor "{m}" is € {amount} nodig zonder dekking.',
        en='"{m}" needs € {amount} without cover.',
    ),
    why=Text(
        nl="Zonder dekking kan de maatregel niet beginnen.",
        en="Without cover the measure cannot start.",
    ),
    action=Text(
        nl="Noem de dekking of leg de keuze voor aan het MT.",
        en="Name the cover, or put the choice to the MT.",
    ),
    find=_no_cover,
)


def _no_regional_lead(measure: Measure) -> bool:
    return measure.scope not in (None, "local") and not measure.regional_lead


NO_REGIONAL_LEAD = Check(
    id="C27",
    severity="I",
    title=Text(nl="Bovenlokaal zonder regionale trekker", en="Supra-local without regional lead"),
    message=Text(
        nl='Wie trekt "{m}" namens het basisteam?',
        en='Who leads "{m}" on behalf of the base team?',
    ),
    why=Text(
        nl="Zonder trekker wachten de gemeenten op elkaar.",
        en="Without a lead the municipalities wait for each other.",
    ),
    action=Text(
        nl="Kies de organisatie die de maatregel voor alle gemeenten trekt.",
        en="Choose the organisation that leads the measure for all municipalities.",
    ),
    find=_measures_that(_no_regional_lead),
)
