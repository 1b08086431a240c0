"""Who reacted to a bilateral check, and what came of who did not."""

from __future__ import annotations

from plan.dossier import Dossier
from plan.records import BilateralCheck, Round
from plan.standing import response


def check_of(dossier: Dossier, round_: str, org: str) -> BilateralCheck | None:
    return dossier.get(BilateralCheck, f"{round_}/{org}")


def reacted(dossier: Dossier, round_: str, org: str) -> bool:
    """Whether a partner said something in a round, in chat or as loaded from a file."""
    return response(dossier, round_, org) == "complete"


def is_settled(dossier: Dossier, round_: str, org: str) -> bool:
    """Silence was agreed to mean something, or the partner's manager was told."""
    check = check_of(dossier, round_, org)
    return check is not None and (check.silent or check.escalated_at is not None)


def unheard(dossier: Dossier, round_: Round) -> tuple[str, ...]:
    """The partners without a reaction of whom nothing was settled yet."""
    return tuple(
        org
        for org in round_.partners
        if not reacted(dossier, round_.key, org) and not is_settled(dossier, round_.key, org)
    )


def reaction(dossier: Dossier, round_: str, org: str) -> str:
    """What came of a check: the commitment, or how its silence was settled."""
    check = check_of(dossier, round_, org)
    if check is None or check.commitment != "geen_reactie":
        return check.commitment if check else "geen_reactie"
    if check.silent:
        return "stilzwijgend"
    return "leidinggevende" if check.escalated_at else "geen_reactie"


def check_rounds(dossier: Dossier) -> tuple[Round, ...]:
    """The rounds of checks, oldest first."""
    found = (one for one in dossier.all(Round) if one.step.startswith("check"))
    return tuple(sorted(found, key=lambda one: (one.opened_at, one.step, one.number)))
