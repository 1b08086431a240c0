"""Checks on action items: what hangs under them and what they hang from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from plan.checks.active import active
from plan.checks.finding import Check, Hit, Thresholds
from plan.dossier import Dossier
from plan.records import ActionItem, Measure
from plan.text import Text


def _hit(item: ActionItem) -> Hit:
    return Hit(subjects=item.key, theme=item.theme, fields={"item": item.title})


def _without_measure(dossier: Dossier, _: Thresholds) -> Iterator[Hit]:
    for item in dossier.items:
        if not dossier.measures_under(item.key) and not item.gap_reason:
            yield _hit(item)


WITHOUT_MEASURE = Check(
    id="C01",
    severity="B",
    title=Text(nl="Actiepunt zonder maatregel", en="Item without measure"),
    message=Text(
        nl='Onder "{item}" staat nog niets. Maatregel toevoegen, verplaatsen of het actiepunt '
        "schrappen?",
        en='There is nothing under "{item}" yet. Add a measure, move it, or drop the item?',
    ),
    why=Text(
        nl="Een actiepunt zonder maatregel verandert niets.",
        en="An action item without a measure changes nothing.",
    ),
    action=Text(
        nl="Voeg een maatregel toe of leg vast waarom dit leeg blijft.",
        en="Add a measure, or note why this stays empty.",
    ),
    find=_without_measure,
)


def _only_repression(dossier: Dossier, settings: Thresholds) -> Iterator[Hit]:
    for item in dossier.items:
        measures = active(dossier.measures_under(item.key))
        if len(measures) >= settings.repression_from and all(
            measure.chain_phase == "repressie" for measure in measures
        ):
            yield _hit(item)


ONLY_REPRESSION = Check(
    id="C04",
    severity="W",
    title=Text(nl="Alleen optreden", en="Only repression"),
    message=Text(
        nl='"{item}" bestaat alleen uit optreden. Wat kan er eerder?',
        en='"{item}" is repression only. What could be done earlier?',
    ),
    why=Text(
        nl="Wie alleen optreedt, blijft optreden: de oorzaak verandert niet.",
        en="If you only act, you keep on acting: the cause does not change.",
    ),
    action=Text(
        nl="Kies een voorbeeld van een preventieve maatregel.",
        en="Choose an example of a preventive measure.",
    ),
    find=_only_repression,
)


def _not_tied(dossier: Dossier, _: Thresholds) -> Iterator[Hit]:
    return (_hit(item) for item in dossier.items if not item.ivp_line)


NOT_TIED_TO_IVP = Check(
    id="C14",
    severity="W",
    title=Text(nl="Niet gekoppeld aan het IVP", en="Not linked to the IVP"),
    message=Text(
        nl='Bij welke hoofdlijn van het IVP hoort "{item}"?',
        en='To which main line of the IVP does "{item}" belong?',
    ),
    why=Text(
        nl="Het uitvoeringsplan werkt uit wat de raad in het IVP heeft vastgesteld.",
        en="The plan works out what the council adopted in the IVP.",
    ),
    action=Text(nl="Kies een hoofdlijn van het IVP.", en="Choose a main line of the IVP."),
    find=_not_tied,
)


def _overlap(dossier: Dossier, _: Thresholds) -> Iterator[Hit]:
    for item in dossier.items:
        alike: dict[tuple[str | None, ...], list[Measure]] = {}
        for measure in active(dossier.measures_under(item.key)):
            profile = _profile(measure)
            if profile:
                alike.setdefault(profile, []).append(measure)
        for group in alike.values():
            for a, b in combinations(sorted(group, key=lambda one: one.key), 2):
                yield Hit(
                    subjects=(a.key, b.key),
                    theme=item.theme,
                    fields={"a": a.title, "b": b.title},
                )


def _profile(measure: Measure) -> tuple[str | None, ...]:
    """What two measures have in common when they overlap; empty when part of it is unknown."""
    kind = (measure.chain_phase, measure.target, measure.instrument)
    lead = measure.lead
    return (lead.org, lead.person, *kind) if lead and lead.org and all(kind) else ()


OVERLAP = Check(
    id="C20",
    severity="I",
    title=Text(nl="Mogelijke overlap", en="Possible overlap"),
    message=Text(
        nl='"{a}" en "{b}" lijken op elkaar. Samenvoegen?',
        en='"{a}" and "{b}" look alike. Merge them?',
    ),
    why=Text(
        nl="Dezelfde trekker doet onder één actiepunt twee keer hetzelfde soort werk.",
        en="The same lead does the same kind of work twice under one item.",
    ),
    action=Text(
        nl="Voeg ze samen of maak het verschil duidelijk.",
        en="Merge them, or make the difference clear.",
    ),
    find=_overlap,
)
