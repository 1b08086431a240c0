"""A turn that touches what is shared: the other plan must hear it, and the talk goes on there."""

from __future__ import annotations

from dataclasses import replace

from dialogs.turn import Said, Turn
from plan.dossier import Dossier
from plan.records import Answer, Closed, Errand, Sharing, Submission
from plan.sharing import sharings, waiting

TOUCHING = (Answer, Submission, Sharing, Closed)


def passed_on(dossier: Dossier, said: Said, turn: Turn) -> Turn:
    """The same turn, with an errand to each plan that it concerns."""
    shared = dossier.plus(turn.keep).all(Sharing) if dossier else ()
    if not shared or not any(isinstance(r, TOUCHING) for r in (*turn.keep, *turn.drop)):
        return turn
    errands = tuple(Errand(key=plan) for plan in dict.fromkeys(s.plan for s in shared))
    return replace(
        turn, keep=(*turn.keep, *errands), goes_on=turn.goes_on or _next(dossier, said, turn)
    )


def _next(dossier: Dossier, said: Said, turn: Turn) -> str | None:
    """The plan with more to ask, once the partner is ready with this one."""
    for ready in turn.keep:
        if isinstance(ready, Submission) and ready.by == said.who.key:
            for other in waiting(sharings(dossier, ready.round, ready.org)):
                return other.plan
    return None
