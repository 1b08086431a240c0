"""What the first draft needs before it can be closed (domain 2.3, J2; 2.4, V3)."""

from __future__ import annotations

from plan.checks import findings
from plan.checks.active import active
from plan.dossier import Dossier
from plan.gates.words import when_missing
from plan.records import (
    Confirmed,
    Dismissal,
    IvpTheme,
    Measure,
    Proposal,
)
from plan.standing import needed
from plan.text import Text
from plan.verdicts import unjudged

PLANNED_SHARE = 0.8
"""The part of the measures that must have a lead and a period (domain 2.3, J2)."""


def priorities_have_items(dossier: Dossier) -> tuple[Text, ...]:
    """A priority that was left out with a reason (C15) asks for nothing any more."""
    bare = [
        theme.title
        for theme in dossier.all(IvpTheme)
        if theme.category == "priority"
        and not dossier.items_of(theme.key)
        and not dossier.get(Dismissal, f"C15/{theme.key}")
    ]
    return when_missing(
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
    return when_missing(
        bool(bare),
        f"Actiepunten zonder maatregel: {', '.join(bare)}.",
        f"Action items without a measure: {', '.join(bare)}.",
    )


def measures_planned(dossier: Dossier) -> tuple[Text, ...]:
    going_on = active(dossier.measures)
    ready = sum(1 for measure in going_on if has_lead_and_period(measure))
    total = len(going_on)
    if not total:
        return (NO_MEASURE,)
    return when_missing(
        ready < needed(total, PLANNED_SHARE),
        f"Met een trekker en een periode: {ready} van de {total} maatregelen; 80 procent is "
        f"nodig.",
        f"With a lead and a period: {ready} of {total} measures; 80 per cent is needed.",
    )


def has_lead_and_period(measure: Measure) -> bool:
    lead, planning = measure.lead, measure.planning
    return bool(lead and lead.org and lead.person and (planning.start or planning.cadence))


def there_are_measures(dossier: Dossier) -> tuple[Text, ...]:
    return () if dossier.measures else (NO_MEASURE,)


NO_MEASURE = Text(
    nl="Er staat nog geen maatregel in het plan.", en="There is no measure in the plan yet."
)


def old_measures_judged(dossier: Dossier) -> tuple[Text, ...]:
    """A measure without history was new last year; it is not carried over silently either."""
    open_ = unjudged(dossier)
    return when_missing(
        bool(open_),
        f"Nog zonder besluit: {len(open_)} van de {len(dossier.measures)} maatregelen.",
        f"No verdict yet: {len(open_)} of {len(dossier.measures)} measures.",
    )


def proposals_answered(dossier: Dossier) -> tuple[Text, ...]:
    open_ = [f"“{p.title}”" for p in dossier.all(Proposal) if p.status == "open"]
    return when_missing(
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
    return when_missing(
        bool(bare),
        f"Nieuwe maatregelen zonder trekker, periode of onderbouwing: {', '.join(bare)}.",
        f"New measures without lead, period or rationale: {', '.join(bare)}.",
    )


def mix_checked(dossier: Dossier) -> tuple[Text, ...]:
    """Whoever drafts a theme sees its mix check before saying that it is ready."""
    open_ = [t.title for t in dossier.themes if not dossier.get(Confirmed, f"draft/{t.key}")]
    return when_missing(
        bool(open_),
        f"Mixcheck nog niet bekeken: {', '.join(open_)}.",
        f"Mix check not looked at yet: {', '.join(open_)}.",
    )


def no_personal_data(dossier: Dossier) -> tuple[Text, ...]:
    """The hard one: what looks like personal data must go first (C26)."""
    found = sum(f.check == "C26" and not f.dismissed for f in findings(dossier))
    return when_missing(
        found > 0,
        f"Teksten die herleidbaar lijken tot een persoon: {found}.",
        f"Texts that look traceable to a person: {found}.",
    )
