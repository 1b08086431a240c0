"""Where a plan stands, worked out from what was closed, submitted and decided."""

from __future__ import annotations

import math
from typing import Literal

from plan.dossier import Dossier
from plan.records import Closed, DecisionStep, Organisation, Planned, Round, Submission
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


def planned(dossier: Dossier, step: str) -> Planned | None:
    return next((p for p in dossier.plan.calendar if p.step == step), None)


def is_open(dossier: Dossier, round_: Round) -> bool:
    """Whether answers to this round still count: its step is open and no later round started."""
    if round_.step == "previous":
        return False
    latest = dossier.round(round_.step)
    return latest is not None and latest.key == round_.key and not closing(dossier, round_.step)


def submission(dossier: Dossier, round_: str, org: str) -> Submission | None:
    return dossier.get(Submission, f"{round_}/{org}")


def response(dossier: Dossier, round_: str, org: str) -> Response:
    if submission(dossier, round_, org):
        return "complete"
    return "partial" if dossier.answers_in(round_, org) else "none"


def asked(dossier: Dossier, round_: Round) -> tuple[Organisation, ...]:
    """The partners a round went to, in the order of the plan."""
    return tuple(org for org in dossier.all(Organisation) if org.key in round_.partners)


def needed(partners: int, share: float) -> int:
    """How many of them must have answered for a share: a round of nobody is never enough."""
    return max(1, math.ceil(partners * share))


ONLY_HEARD = ("ter kennisname", "ter bespreking")


def adopting_body(dossier: Dossier) -> DecisionStep | None:
    """The last body of the route that does more than hear of it (decision 11)."""
    route = sorted(dossier.all(DecisionStep), key=lambda body: body.order)
    deciding = [b for b in route if not (b.role or "").lower().startswith(ONLY_HEARD)]
    return deciding[-1] if deciding else None


def adopted(dossier: Dossier) -> bool:
    """No plan is vastgesteld without a recorded decision of the adopting body."""
    body = adopting_body(dossier)
    return body is not None and (body.decision or "").startswith("akkoord")


def status(dossier: Dossier) -> Literal["concept", "ter besluitvorming", "vastgesteld"]:
    if adopted(dossier):
        return "vastgesteld"
    before = ("session",)
    return "ter besluitvorming" if all(closing(dossier, s) for s in before) else "concept"
