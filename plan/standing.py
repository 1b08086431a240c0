"""Where a plan stands, worked out from what was closed, submitted and decided."""

from __future__ import annotations

import math
from typing import Literal

from plan.dossier import Dossier
from plan.records import (
    BilateralCheck,
    Closed,
    Confirmed,
    DecisionStep,
    Edition,
    Organisation,
    Planned,
    Round,
    Submission,
)
from plan.track import Step, Track

Response = Literal["complete", "partial", "none"]


def closing(dossier: Dossier, step: str) -> Closed | None:
    """The record that a step is closed, unless it was opened again."""
    last = max(
        (c for c in dossier.all(Closed) if c.step == step), key=lambda c: c.at, default=None
    )
    return last if last and last.reopened_at is None else None


def current_step(dossier: Dossier, track: Track) -> Step | None:
    """The first step that nobody has closed; None when all are."""
    return next((step for step in track.steps if not closing(dossier, step.id)), None)


LAST_CHECK = {"first_year": "check_2", "follow_up": "check"}


def session_reached(dossier: Dossier) -> bool:
    """Whether all partners were asked about their own parts: from then on they see the whole."""
    return closing(dossier, LAST_CHECK[dossier.plan.track]) is not None


def planned(dossier: Dossier, step: str) -> Planned | None:
    return next((p for p in dossier.plan.calendar if p.step == step), None)


def is_settled(dossier: Dossier, round_: Round, org: str) -> bool:
    """Whether an organisation has nothing left to answer in it."""
    return not is_open(dossier, round_) or response(dossier, round_.key, org) == "complete"


def is_open(dossier: Dossier, round_: Round) -> bool:
    """Whether answers to this round still count: no later round, nor was its step closed since.

    A step that is opened anew asks everyone again, in a round of its own (decision 3). A round of
    the running plan is no step: it is closed under its own key.
    """
    if round_.step == "previous" or is_over(dossier):
        return False
    if closing(dossier, round_.step) or closing(dossier, round_.key):
        return False
    closed = any(c.step == round_.step and c.at >= round_.opened_at for c in dossier.all(Closed))
    return dossier.round(round_.step) == round_ and not closed


def submission(dossier: Dossier, round_: str, org: str) -> Submission | None:
    return dossier.get(Submission, f"{round_}/{org}")


def response(dossier: Dossier, round_: str, org: str) -> Response:
    check = dossier.get(BilateralCheck, f"{round_}/{org}")
    loaded = check is not None and check.commitment != "geen_reactie"
    if loaded or submission(dossier, round_, org):
        return "complete"
    return "partial" if dossier.answers_in(round_, org) else "none"


def asked(dossier: Dossier, round_: Round) -> tuple[Organisation, ...]:
    """The partners a round went to, in the order of the plan."""
    return tuple(org for org in dossier.all(Organisation) if org.key in round_.partners)


def needed(partners: int, share: float) -> int:
    """How many of them must have answered for a share: a round of nobody is never enough."""
    return max(1, math.ceil(partners * share))


ONLY_HEARD = ("ter kennisname", "ter bespreking")


def deciding_bodies(dossier: Dossier) -> tuple[DecisionStep, ...]:
    """The bodies that do more than hear of it; the last of them adopts (decision 11)."""
    route = sorted(dossier.all(DecisionStep), key=lambda body: body.order)
    return tuple(body for body in route if not body.skipped and not only_heard(body))


def only_heard(body: DecisionStep) -> bool:
    """Whether a body hears of the plan without deciding on it."""
    return (body.role or "").casefold().startswith(ONLY_HEARD)


def agreed(body: DecisionStep) -> bool:
    """Akkoord, or akkoord met wijziging."""
    return (body.decision or "").casefold().startswith("akkoord")


def adopted(dossier: Dossier) -> bool:
    """No plan is vastgesteld without a recorded decision of the adopting body."""
    bodies = deciding_bodies(dossier)
    return bool(bodies) and agreed(bodies[-1])


OVER = "closed"
"""The key under which the coordinator confirms that a plan is over."""


def is_over(dossier: Dossier) -> bool:
    """Whether the plan was closed: nothing is asked in it any more."""
    return dossier.get(Confirmed, OVER) is not None


def running(dossier: Dossier, track: Track) -> bool:
    """Every step closed and the plan adopted, until it is closed itself."""
    done = current_step(dossier, track) is None and adopted(dossier)
    return done and not is_over(dossier)


def amended(dossier: Dossier) -> bool:
    """Whether it was changed after it was adopted."""
    return any(
        not edition.key.partition(" ")[0].endswith(".0") for edition in dossier.all(Edition)
    )


Status = Literal["concept", "ter besluitvorming", "vastgesteld", "gewijzigd", "afgesloten"]


def status(dossier: Dossier) -> Status:
    """Vastgesteld once the decision is closed: before that nobody was told and it is no 1.0."""
    if is_over(dossier):
        return "afgesloten"
    if adopted(dossier) and (closing(dossier, "decision") or dossier.all(Edition)):
        return "gewijzigd" if amended(dossier) else "vastgesteld"
    return "ter besluitvorming" if closing(dossier, "session") else "concept"


def next_minor(version: str) -> str:
    """`0.2 concept` after `0.1 concept`; a version without numbers stays as it is."""
    number, blank, words = version.partition(" ")
    major, dot, minor = number.partition(".")
    return f"{major}.{int(minor) + 1}{blank}{words}" if dot and minor.isdecimal() else version
