"""What opening a closed step again means for a plan that was adopted."""

from __future__ import annotations

from plan.dossier import Dossier
from plan.editions import CONCEPT, is_concept, latest
from plan.records import Closed, DecisionStep, Record, altered
from plan.route import undecided
from plan.standing import closing, next_minor

DECISION = "decision"


def reopened_version(dossier: Dossier) -> str:
    """A minor number further; what was adopted is a draft again until it is adopted anew."""
    version = next_minor(dossier.plan.version)
    adopted = latest(dossier) is not None and not is_concept(dossier.plan)
    return f"{version} {CONCEPT}" if adopted else version


def decided_anew(dossier: Dossier, again: Closed) -> tuple[Record, ...]:
    """The bodies decide again on a plan that changes after adoption: that step is open too.

    Opening the decision itself leaves what was decided; the edition keeps it either way.
    """
    if latest(dossier) is None or again.step == DECISION:
        return ()
    last = closing(dossier, DECISION)
    bodies = undecided(dossier.all(DecisionStep))
    if last is None:
        return bodies
    opened = altered(
        last,
        reopened_at=again.reopened_at,
        reopened_by=again.reopened_by,
        reopened_why=again.reopened_why,
    )
    return (*bodies, opened)
