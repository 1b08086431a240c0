"""What each step needs before it can close (domain 2.3, 2.4: "Done")."""

from __future__ import annotations

from plan.checks import findings
from plan.dossier import Dossier
from plan.records import (
    BilateralCheck,
    CollectiveSession,
    Comment,
    Concluded,
    Confirmed,
    DiscussionPoint,
    IvpTheme,
    Measure,
    Outcome,
    Proposal,
    Round,
)
from plan.standing import agreed, deciding_bodies, needed, response
from plan.text import Text
from plan.track import Gate

SHARE = 0.75
"""The part of the consulted partners that must have answered (domain 2.4, V1)."""
PLANNED_SHARE = 0.8
"""The part of the measures that must have a lead and a period (domain 2.3, J2)."""


CONDITIONAL = ("ja_mits", "intern_akkoord_nodig")


def _when(lacks: bool, nl: str, en: str) -> tuple[Text, ...]:
    return (Text(nl=nl, en=en),) if lacks else ()


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
    return _when(
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
    return _when(
        bool(silent),
        f"Nog geen volledig antwoord van trekkers van prioriteiten: {', '.join(silent)}.",
        f"No full answer yet from leads of priorities: {', '.join(silent)}.",
    )


def measures_concluded(dossier: Dossier) -> tuple[Text, ...]:
    open_, total = unconcluded(dossier), len(dossier.measures)
    return _when(
        bool(open_),
        f"Voortgang en effect nog niet vastgesteld: {len(open_)} van de {total} maatregelen.",
        f"Progress and effect not settled yet: {len(open_)} of {total} measures.",
    )


def unconcluded(dossier: Dossier) -> tuple[Measure, ...]:
    """The measures whose progress or effect the coordinator has not concluded."""
    done = {c.key for c in dossier.all(Concluded) if c.progress and c.effect}
    return tuple(measure for measure in dossier.measures if measure.key not in done)


def note_confirmed(dossier: Dossier) -> tuple[Text, ...]:
    return _when(
        not dossier.get(Confirmed, "evaluation_note"),
        "De evaluatienotitie heb je nog niet bevestigd.",
        "You have not confirmed the evaluation note yet.",
    )


def format_frozen(dossier: Dossier) -> tuple[Text, ...]:
    return _when(
        dossier.plan.format.locked_at is None,
        "Het format is nog niet vastgelegd.",
        "The format has not been fixed yet.",
    )


def priorities_have_items(dossier: Dossier) -> tuple[Text, ...]:
    bare = [
        theme.title
        for theme in dossier.all(IvpTheme)
        if theme.category == "priority" and not dossier.items_of(theme.key)
    ]
    return _when(
        bool(bare),
        f"Prioriteiten zonder actiepunt: {', '.join(bare)}.",
        f"Priorities without an action item: {', '.join(bare)}.",
    )


def items_have_measures(dossier: Dossier) -> tuple[Text, ...]:
    bare = [
        item.title
        for item in dossier.items
        if not dossier.measures_under(item.key) and not item.gap_reason
    ]
    return _when(
        bool(bare),
        f"Actiepunten zonder maatregel: {', '.join(bare)}.",
        f"Action items without a measure: {', '.join(bare)}.",
    )


def measures_planned(dossier: Dossier) -> tuple[Text, ...]:
    ready = sum(1 for measure in dossier.measures if has_lead_and_period(measure))
    total = len(dossier.measures)
    return _when(
        ready < needed(total, PLANNED_SHARE),
        f"Met een trekker en een periode: {ready} van de {total} maatregelen; 80 procent is "
        f"nodig.",
        f"With a lead and a period: {ready} of {total} measures; 80 per cent is needed.",
    )


def has_lead_and_period(measure: Measure) -> bool:
    lead, planning = measure.lead, measure.planning
    return bool(lead and lead.org and lead.person and (planning.start or planning.cadence))


def there_are_measures(dossier: Dossier) -> tuple[Text, ...]:
    return _when(
        not dossier.measures,
        "Er staat nog geen maatregel in het plan.",
        "There is no measure in the plan yet.",
    )


def old_measures_judged(dossier: Dossier) -> tuple[Text, ...]:
    """A measure without history was new last year; it is not carried over silently either."""
    open_ = [measure.key for measure in dossier.measures if measure.decision is None]
    return _when(
        bool(open_),
        f"Nog zonder besluit: {len(open_)} van de {len(dossier.measures)} maatregelen.",
        f"No verdict yet: {len(open_)} of {len(dossier.measures)} measures.",
    )


def proposals_answered(dossier: Dossier) -> tuple[Text, ...]:
    open_ = [p.title for p in dossier.all(Proposal) if p.status == "open"]
    return _when(
        bool(open_),
        f"Voorstellen zonder besluit: {', '.join(open_)}.",
        f"Proposals without a verdict: {', '.join(open_)}.",
    )


def new_measures_complete(dossier: Dossier) -> tuple[Text, ...]:
    bare = [
        measure.key
        for measure in dossier.measures
        if measure.decision == "new"
        and not (
            has_lead_and_period(measure)
            and (measure.evidence_note or measure.evidence not in (None, "onbekend"))
        )
    ]
    return _when(
        bool(bare),
        f"Nieuwe maatregelen zonder trekker, periode of onderbouwing: {', '.join(bare)}.",
        f"New measures without lead, period or rationale: {', '.join(bare)}.",
    )


def no_personal_data(dossier: Dossier) -> tuple[Text, ...]:
    """The hard one: what looks like personal data must go first (C26)."""
    found = sum(f.check == "C26" and not f.dismissed for f in findings(dossier))
    return _when(
        found > 0,
        f"Teksten die herleidbaar lijken tot een persoon: {found}.",
        f"Texts that look traceable to a person: {found}.",
    )


def partners_checked(step: str) -> Gate:
    """Every partner of a bilateral round said something; past a silent one only by override."""

    def gate(dossier: Dossier) -> tuple[Text, ...]:
        round_ = dossier.round(step)
        if round_ is None or not round_.partners:
            return (
                Text(
                    nl="De bilaterale checks zijn nog niet verstuurd.",
                    en="The bilateral checks have not been sent yet.",
                ),
            )
        silent = [
            dossier.organisation_name(org)
            for org in round_.partners
            if _commitment(dossier, round_.key, org) == "geen_reactie"
        ]
        return _when(
            bool(silent),
            f"Nog zonder reactie op de check: {', '.join(silent)}.",
            f"No response to the check yet: {', '.join(silent)}.",
        )

    return gate


def remarks_processed(step: str) -> Gate:
    """Every remark of the step's rounds has a disposition and its sender a reply."""

    def gate(dossier: Dossier) -> tuple[Text, ...]:
        keys = {round_.key for round_ in dossier.all(Round) if round_.step == step}
        open_ = [
            c.key
            for c in dossier.all(Comment)
            if c.round in keys and (c.disposition == "open" or not c.reply)
        ]
        return _when(
            bool(open_),
            f"Opmerkingen zonder antwoord ({len(open_)}): {', '.join(open_)}.",
            f"Comments without an answer ({len(open_)}): {', '.join(open_)}.",
        )

    return gate


def conditions_settled(dossier: Dossier) -> tuple[Text, ...]:
    """After the second round no condition is left, unless it goes to the session."""
    round_ = dossier.round("check_2")
    if round_ is None:
        return ()
    to_session = {c.org for c in dossier.all(Comment) if c.disposition == "to_session"}
    left = [
        dossier.organisation_name(org)
        for org in round_.partners
        if _commitment(dossier, round_.key, org) in CONDITIONAL and org not in to_session
    ]
    return _when(
        bool(left),
        f"Nog een open voorwaarde bij: {', '.join(left)}.",
        f"A condition is still open with: {', '.join(left)}.",
    )


def _commitment(dossier: Dossier, round_: str, org: str) -> str:
    check = dossier.get(BilateralCheck, f"{round_}/{org}")
    return check.commitment if check else "geen_reactie"


def points_settled(dossier: Dossier) -> tuple[Text, ...]:
    if not dossier.all(CollectiveSession):
        return (
            Text(
                nl="De collectieve sessie is nog niet gepland.",
                en="The collective session has not been planned yet.",
            ),
        )
    settled = {outcome.point for outcome in dossier.all(Outcome)}
    open_ = [p.question for p in dossier.all(DiscussionPoint) if p.key not in settled]
    return _when(
        bool(open_),
        f"Bespreekpunten zonder uitkomst: {' · '.join(open_)}",
        f"Discussion points without an outcome: {' · '.join(open_)}",
    )


def report_sent(dossier: Dossier) -> tuple[Text, ...]:
    return _when(
        not dossier.get(Confirmed, "session_report"),
        "Het verslag van de sessie is nog niet verstuurd.",
        "The report of the session has not been sent yet.",
    )


def bodies_decided(dossier: Dossier) -> tuple[Text, ...]:
    """Every body that decides; who only hears of it may follow later (decision 11)."""
    bodies = deciding_bodies(dossier)
    if not bodies:
        return (
            Text(
                nl="Er is nog niet vastgelegd wie het plan vaststelt.",
                en="It has not been recorded yet who adopts the plan.",
            ),
        )
    open_ = [body.body for body in bodies if not agreed(body)]
    return _when(
        bool(open_),
        f"Nog geen besluit van: {', '.join(open_)}.",
        f"No decision yet from: {', '.join(open_)}.",
    )
