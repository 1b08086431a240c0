"""Checks on who carries the plan: spread of leads, confirmation, and presence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plan.checks.active import active, takes_part
from plan.checks.finding import Check, Hit, Thresholds, measures_counted
from plan.dossier import Dossier
from plan.records import BilateralCheck, Round
from plan.text import Text


def _heaps(dossier: Dossier, settings: Thresholds) -> Iterator[Hit]:
    leads = [measure.lead for measure in dossier.measures if measure.lead]
    orgs = Counter(lead.org for lead in leads if lead.org)
    people = Counter(lead.person for lead in leads if lead.person)
    named = [
        *(
            (key, n, settings.organisation_share, dossier.organisation_name(key))
            for key, n in orgs.items()
        ),
        *((key, n, settings.person_share, dossier.person_name(key)) for key, n in people.items()),
    ]
    total = len(dossier.measures)
    for key, number, share, name in named:
        if number > share * total:
            yield Hit(subjects=key, fields={"who": name, "number": number, "total": total})


HEAP_OF_LEADS = Check(
    id="C09",
    severity="W",
    title=Text(nl="Veel bij één trekker", en="Concentration of leads"),
    message=Text(
        nl="{who} trekt {number} van de {total} maatregelen.",
        en="{who} leads {number} of {total} measures.",
    ),
    why=Text(
        nl="Als deze trekker wegvalt, ligt een groot deel van het plan stil.",
        en="If this lead drops out, a large part of the plan comes to a standstill.",
    ),
    action=Text(
        nl="Kijk welke maatregelen een ander kan trekken.",
        en="See which measures somebody else can lead.",
    ),
    find=_heaps,
)


def _not_confirmed(dossier: Dossier, _: Thresholds) -> Iterator[Hit]:
    confirmed = _latest_word(dossier)
    for org in dossier.consulted:
        number = len(active(dossier.measures_with(org.key)))
        if number and confirmed.get(org.key) != "ja":
            fields = {"org": org.name, "number": measures_counted(number)}
            yield Hit(subjects=org.key, fields=fields)


def _latest_word(dossier: Dossier) -> dict[str, str]:
    """What each organisation said in the latest round of checks that asked it."""
    rounds = [one for one in dossier.all(Round) if one.step.startswith("check")]
    found: dict[str, str] = {}
    for one in sorted(rounds, key=lambda one: (one.opened_at, one.step, one.number)):
        found.update(dict.fromkeys(one.partners, "geen_reactie"))
        checks = (check for check in dossier.all(BilateralCheck) if check.round == one.key)
        found.update({check.org: check.commitment for check in checks})
    return found


NOT_CONFIRMED = Check(
    id="C10",
    severity="W",
    title=Text(nl="Niet bevestigd", en="Not confirmed"),
    message=Text(
        nl="{org} heeft nog niet bevestigd, maar staat bij {number}.",
        en="{org} has not confirmed yet, but is in {number}.",
    ),
    why=Text(
        nl="Een bijdrage die niemand heeft toegezegd, is geen afspraak.",
        en="A contribution that nobody promised is no agreement.",
    ),
    action=Text(
        nl="Bel de contactpersoon of haal de organisatie uit de maatregel.",
        en="Call the contact, or take the organisation out of the measure.",
    ),
    find=_not_confirmed,
)


def _absent(dossier: Dossier, _: Thresholds) -> Iterator[Hit]:
    there = {org for measure in dossier.measures for org in takes_part(measure)}
    for org in dossier.consulted:
        if org.key not in there:
            yield Hit(subjects=org.key, fields={"org": org.name})


ABSENT = Check(
    id="C29",
    severity="I",
    title=Text(nl="Gevraagd maar afwezig", en="Consulted but absent"),
    message=Text(
        nl="{org} deed mee maar staat nergens. Klopt dat?",
        en="{org} took part but is nowhere. Is that right?",
    ),
    why=Text(
        nl="Wie meepraat en niets terugziet, doet de volgende keer niet meer mee.",
        en="Those who join in and see nothing come of it will not join in again.",
    ),
    action=Text(
        nl="Noem de organisatie bij een maatregel of leg uit waarom niet.",
        en="Name the organisation in a measure, or explain why not.",
    ),
    find=_absent,
)
