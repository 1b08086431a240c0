"""A turn that touches what is shared: the other plan must hear it, and the talk goes on there."""

from __future__ import annotations

from dataclasses import replace

from dialogs.questionnaire.parts import CARD
from dialogs.turn import Said, Turn
from plan.dossier import Dossier
from plan.records import Answer, Closed, Errand, Handover, Sharing, Submission
from plan.rights import is_coordinator
from plan.sharing import sharings, waiting
from plan.standing import response

TOUCHING = (Answer, Submission, Sharing, Closed, Handover)


def passed_on(dossier: Dossier, said: Said, turn: Turn) -> Turn:
    """The same turn, with an errand to each plan that it concerns."""
    if not (dossier.all(Sharing) or any(isinstance(record, Sharing) for record in turn.keep)):
        return turn
    after = dossier.plus(turn.keep, turn.drop)
    turn = replace(turn, goes_on=turn.goes_on or _next(after, said, turn))
    if not any(isinstance(record, TOUCHING) for record in (*turn.keep, *turn.drop)):
        return turn
    errands = tuple(Errand(key=plan) for plan in dict.fromkeys(s.plan for s in after.all(Sharing)))
    return replace(turn, keep=(*turn.keep, *errands))


def _next(after: Dossier, said: Said, turn: Turn) -> str | None:
    """The plan with more to ask, when this one just thanked its partner and asks no more."""
    if is_coordinator(after, said.who):
        return None
    for reply in turn.replies:
        about = reply.view.about if reply.view and reply.view.dialog == CARD else {}
        key, org = about.get("round", ""), about.get("org", "")
        if about.get("kind") == "complete" and response(after, key, org) == "complete":
            return next((s.plan for s in waiting(sharings(after, key, org))), None)
    return None
