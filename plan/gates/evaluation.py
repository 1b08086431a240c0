"""What the evaluative round needs before it can close (domain 2.4, V1)."""

from __future__ import annotations

from plan.dossier import Dossier
from plan.gates.words import when_missing
from plan.records import (
    Concluded,
    Confirmed,
    Measure,
)
from plan.standing import needed, response
from plan.text import Text

SHARE = 0.75
"""The part of the consulted partners that must have answered (domain 2.4, V1)."""


def enough_response(dossier: Dossier) -> tuple[Text, ...]:
    round_ = dossier.round("evaluation")
    if round_ is None:
        return (
            Text(
                nl="De vragenlijst is nog niet verstuurd.",
                en="The questionnaire has not been sent yet.",
            ),
        )
    partners = round_.partners
    there = sum(response(dossier, round_.key, org) == "complete" for org in partners)
    want = needed(len(partners), SHARE)
    return when_missing(
        there < want,
        f"Klaar: {there} van de {len(partners)} partners; nodig: {want} (75 procent).",
        f"Ready: {there} of {len(partners)} partners; needed: {want} (75 per cent).",
    )


def priority_leads_answered(dossier: Dossier) -> tuple[Text, ...]:
    """Consulted leads only; the coordinator answers for the own organisation (decision 14)."""
    round_ = dossier.round("evaluation")
    if round_ is None:
        return ()
    leading = {
        measure.lead.org
        for measure in dossier.measures
        if measure.lead and dossier.category(dossier.theme_of(measure)) == "priority"
    }
    silent = [
        org.name
        for org in dossier.consulted
        if org.key in leading and response(dossier, round_.key, org.key) != "complete"
    ]
    return when_missing(
        bool(silent),
        f"Nog geen volledig antwoord van trekkers van prioriteiten: {', '.join(silent)}.",
        f"No full answer yet from leads of priorities: {', '.join(silent)}.",
    )


def measures_concluded(dossier: Dossier) -> tuple[Text, ...]:
    open_, total = unconcluded(dossier), len(dossier.measures)
    return when_missing(
        bool(open_),
        f"Voortgang en effect nog niet vastgesteld: {len(open_)} van de {total} maatregelen.",
        f"Progress and effect not settled yet: {len(open_)} of {total} measures.",
    )


def unconcluded(dossier: Dossier) -> tuple[Measure, ...]:
    """The measures whose progress or effect the coordinator has not concluded."""
    done = {c.key for c in dossier.all(Concluded) if c.progress and c.effect}
    return tuple(measure for measure in dossier.measures if measure.key not in done)


def note_confirmed(dossier: Dossier) -> tuple[Text, ...]:
    return when_missing(
        not dossier.get(Confirmed, "evaluation_note"),
        "De evaluatienotitie heb je nog niet bevestigd.",
        "You have not confirmed the evaluation note yet.",
    )
