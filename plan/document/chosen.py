"""The records behind a part of the plan: all of them, a partner's own, or the register's."""

from __future__ import annotations

from collections.abc import Iterator

from plan.document.compiling import known_partner
from plan.document.withheld import held_back
from plan.dossier import Dossier
from plan.format import costs_shown
from plan.personal import suspects
from plan.records import (
    ActionItem,
    Address,
    Answer,
    Card,
    Closed,
    CollectiveSession,
    Comment,
    Desk,
    DiscussionPoint,
    Event,
    IvpTheme,
    Measure,
    Outcome,
    Plan,
    Planning,
    Proposal,
    Record,
    Theme,
    altered,
)
from plan.text import Language

NOT_OF_THE_PLAN = (Card, Address, Desk)
REGISTER = (Comment, Proposal, CollectiveSession, DiscussionPoint, Outcome, Closed, Event)
HIDDEN = ("summary", "internal")
"""The ways to show costs in which no measure has an amount of its own."""


def of_plan(dossier: Dossier) -> tuple[Record, ...]:
    """Every record of the plan, as it was kept."""
    return tuple(r for r in dossier.records() if not isinstance(r, NOT_OF_THE_PLAN))


def of_register(dossier: Dossier, language: Language) -> tuple[Record, ...]:
    """What was said and what was done with it, with suspect texts held back."""
    found = [record for kind in REGISTER for record in dossier.all(kind)]
    return held_back(dossier, found, language, suspects)


def of_partner(dossier: Dossier, org: str, language: Language) -> tuple[Record, ...]:
    """What one partner may see: its own parts and words, and the heading of the plan.

    Suspect texts are held back. Raises UnknownPartError when the plan does not know it.
    """
    own = (known_partner(dossier, org), *dossier.people_of(org))
    said = held_back(dossier, (*_parts(dossier, org), *_words(dossier, org)), language, suspects)
    (heading,) = held_back(dossier, (_heading(dossier.plan),), language, suspects)
    return heading, *own, *said


def _heading(plan: Plan) -> Plan:
    """The plan without its planning, its shape and the people behind it."""
    return Plan(
        key=plan.key,
        title=plan.title,
        year=plan.year,
        duration_years=plan.duration_years,
        track=plan.track,
        municipality=plan.municipality,
        ivp=plan.ivp,
        version=plan.version,
        reference_date=plan.reference_date,
        coordinator=plan.coordinator,
        language=plan.language,
    )


def _parts(dossier: Dossier, org: str) -> Iterator[Record]:
    measures = dossier.measures_with(org)
    items = {measure.item for measure in measures}
    themes = {dossier.theme_of(measure) for measure in measures}
    for kind in (IvpTheme, Theme):
        yield from (theme for theme in dossier.all(kind) if theme.key in themes)
    yield from (item for item in dossier.all(ActionItem) if item.key in items)
    yield from (_seen(dossier.plan, measure, org) for measure in measures)


def _seen(plan: Plan, measure: Measure, org: str) -> Measure:
    """A measure without the hours and promises of others, nor what the plan keeps internal."""
    internal = measure.visibility == "internal"
    paid = costs_shown(plan.format) not in HIDDEN and not internal
    return altered(
        measure,
        capacity=tuple(claim for claim in measure.capacity if claim.org == org),
        commitment={name: said for name, said in measure.commitment.items() if name == org},
        planning=Planning() if internal else measure.planning,
        budget_eur=measure.budget_eur if paid else None,
        funding=measure.funding if paid else None,
    )


def _words(dossier: Dossier, org: str) -> Iterator[Record]:
    yield from (answer for answer in dossier.all(Answer) if answer.org == org)
    yield from (comment for comment in dossier.all(Comment) if comment.org == org)
    yield from (proposal for proposal in dossier.all(Proposal) if org in proposal.by)
