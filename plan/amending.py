"""What a body wants changed: which parts are still to be done, and whom that touches."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from plan.calendar import local, working_day_after
from plan.changes import altered_fields, standing
from plan.dossier import Dossier, involved
from plan.records import (
    ActionItem,
    Change,
    Comment,
    Confirmed,
    Consent,
    DecisionStep,
    IvpTheme,
    Measure,
    Organisation,
    Theme,
)
from plan.route import on_route
from plan.standing import closing
from plan.text import Text

KIND = "amended"
"""The kind of a Consent, and the first part of the keys that belong to it."""
CANNOT = Text(nl="Kan niet leven met de wijziging.", en="Cannot live with the change.")
"""What an objection says when its partner wrote no words."""
ANSWER_DAYS = 5
"""Working days a partner gets to say whether it can live with a change."""
REMIND_ON = (3, 5)
"""The working days on which it is reminded: a decision does not wait for weeks."""
SHARED = frozenset(
    ("title", "description", "decision", "planning", "result", "milestones", "scope", "item")
)
"""What concerns everybody in a measure when it changes."""
MONEY = frozenset(("budget_eur", "funding"))


def amends(body: DecisionStep) -> bool:
    said = (body.decision or "").casefold()
    return said.startswith("akkoord") and "wijziging" in said


def because(body: DecisionStep) -> str:
    """What a change says led to it."""
    return f"decision/{body.key}"


def done_key(body: DecisionStep, subject: str = "") -> str:
    """The key of the `Confirmed` that a part was worked in; without a part: that it needs none."""
    return "/".join(part for part in (KIND, body.key, subject) if part)


def _amending(dossier: Dossier) -> tuple[DecisionStep, ...]:
    """The bodies whose changes still matter: once the step is closed nothing is asked any more."""
    if closing(dossier, "decision"):
        return ()
    return tuple(body for body in on_route(dossier) if amends(body))


def to_name(dossier: Dossier) -> DecisionStep | None:
    """The first body that agreed with a change of which nobody said yet what it is about."""
    return next(
        (
            body
            for body in _amending(dossier)
            if not body.amended and not dossier.get(Confirmed, done_key(body))
        ),
        None,
    )


def to_work_in(dossier: Dossier) -> tuple[tuple[DecisionStep, str], ...]:
    """The named parts that still have to be changed."""
    return tuple(
        (body, subject)
        for body in _amending(dossier)
        for subject in body.amended
        if exists(dossier, subject) and not dossier.get(Confirmed, done_key(body, subject))
    )


def exists(dossier: Dossier, subject: str) -> bool:
    return any(dossier.get(kind, subject) for kind in (Measure, ActionItem, Theme, IvpTheme))


def touched(dossier: Dossier, made: Change) -> tuple[str, ...]:
    """The partners whose contribution a change of a measure alters, in the order of the plan."""
    fields, measure = altered_fields(made), dossier.get(Measure, made.subject)
    orgs: set[str] = set()
    if SHARED & fields.keys() and measure:
        orgs |= set(involved(measure))
    if MONEY & fields.keys() and measure and measure.lead and measure.lead.org:
        orgs.add(measure.lead.org)
    for was, became in (fields[name] for name in ("lead",) if name in fields):
        orgs |= {one["org"] for one in (was, became) if one and one.get("org")}
    for name in ("partners", "capacity"):
        orgs |= _differing(*fields.get(name, (None, None)))
    return tuple(org.key for org in dossier.all(Organisation) if org.key in orgs and org.consulted)


def _differing(was: Any, became: Any) -> set[str]:
    """The organisations that came, went or got something else."""
    old = {one["org"]: one for one in was or ()}
    new = {one["org"]: one for one in became or ()}
    return {org for org in {**old, **new} if old.get(org) != new.get(org)}


def wanted(dossier: Dossier) -> dict[tuple[str, str], datetime]:
    """Which partner is to be asked about which measure, with the last change to it."""
    found: dict[tuple[str, str], datetime] = {}
    if closing(dossier, "decision"):
        return found
    for made in standing(dossier):
        if made.kind == "Measure" and made.because.startswith("decision/"):
            for org in touched(dossier, made):
                found[made.subject, org] = made.at
    return found


def to_ask(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """(measure, partner): whose contribution changed since it was last asked."""
    asked = {(c.subject, c.org): c.asked_at for c in dossier.all(Consent) if c.kind == KIND}
    return tuple(
        pair for pair, at in wanted(dossier).items() if pair not in asked or asked[pair] < at
    )


def asked(dossier: Dossier, org: str | None = None) -> tuple[Consent, ...]:
    """What was put to partners and still stands; of one partner when named."""
    put = [c for c in dossier.all(Consent) if c.kind == KIND and org in (None, c.org)]
    still = wanted(dossier) if put else {}
    return tuple(consent for consent in put if (consent.subject, consent.org) in still)


def unanswered(dossier: Dossier, org: str | None = None) -> tuple[Consent, ...]:
    return tuple(consent for consent in asked(dossier, org) if consent.answer is None)


def request_of(consent: Consent) -> str:
    """What its messages belong to: all that was asked of everybody in one go."""
    return f"{KIND}/{consent.asked_at.isoformat()}"


def answer_by(asked_at: datetime) -> date:
    return working_day_after(local(asked_at).date(), ANSWER_DAYS)


def objections(dossier: Dossier) -> tuple[Comment, ...]:
    """A partner said it cannot live with a change, and nobody said yet what is done with that."""
    return tuple(
        comment
        for comment in dossier.all(Comment)
        if comment.round.startswith(f"{KIND}/") and comment.disposition == "open"
    )


def body_that_changed(dossier: Dossier, subject: str) -> DecisionStep | None:
    """The body that changed a measure last."""
    led = [c.because for c in standing(dossier) if c.subject == subject]
    keys = [one.removeprefix("decision/") for one in led if one.startswith("decision/")]
    return dossier.get(DecisionStep, keys[-1]) if keys else None


def first_change(dossier: Dossier, subject: str) -> datetime | None:
    """When a body first had this part changed: what it was before is what a partner knows."""
    return next(_decided(dossier, subject), None)


def _decided(dossier: Dossier, subject: str) -> Iterator[datetime]:
    return (
        made.at
        for made in standing(dossier)
        if made.subject == subject and made.because.startswith("decision/")
    )
