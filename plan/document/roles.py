"""What is asked of a body on the route."""

from __future__ import annotations

from plan.document.draft import Draft
from plan.records import DecisionStep
from plan.route import adopting
from plan.standing import only_heard


def role_of(draft: Draft, body: DecisionStep) -> str:
    """What is asked of a body: the last one that decides adopts the plan (decision 11)."""
    last = adopting(draft.dossier)
    if last and body.key == last.key:
        return draft.say("ter vaststelling", "for adoption")
    if only_heard(body):
        return body.role or ""
    return draft.say("ter besluitvorming", "for a decision")
