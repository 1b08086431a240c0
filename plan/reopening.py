"""What opening a closed step again means for a plan that was adopted."""

from __future__ import annotations

from plan.dossier import Dossier
from plan.editions import CONCEPT, is_concept, latest
from plan.records import DecisionStep
from plan.route import undecided
from plan.standing import next_minor


def reopened_version(dossier: Dossier) -> str:
    """A minor number further; what was adopted is a draft again until it is adopted anew."""
    version = next_minor(dossier.plan.version)
    adopted = latest(dossier) is not None and not is_concept(dossier.plan)
    return f"{version} {CONCEPT}" if adopted else version


def decided_anew(dossier: Dossier, step: str) -> tuple[DecisionStep, ...]:
    """The bodies decide again on a plan that changes after adoption.

    Opening the decision itself leaves what was decided; the edition keeps it either way.
    """
    if latest(dossier) is None or step == "decision":
        return ()
    return undecided(dossier.all(DecisionStep))
