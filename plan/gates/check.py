"""What a bilateral round needs before it can be closed (domain 2.3, J3 and J4)."""

from __future__ import annotations

from plan.dossier import Dossier
from plan.gates.words import when_missing
from plan.promises import open_conditions
from plan.reactions import is_settled
from plan.records import (
    BilateralCheck,
    Comment,
    Round,
)
from plan.text import Text
from plan.track import Gate


def partners_checked(step: str) -> Gate:
    """Every partner of a bilateral round said something, or its silence was settled.

    That is as it was agreed in the request, or after its manager was told (domain 2.3, J3).
    """

    def gate(dossier: Dossier) -> tuple[Text, ...]:
        round_ = dossier.round(step)
        if round_ is None or not round_.partners:
            return (
                Text(
                    nl="De bilaterale checks zijn nog niet verstuurd.",
                    en="The bilateral checks have not been sent yet.",
                ),
            )
        silent = [
            dossier.organisation_name(org)
            for org in round_.partners
            if _commitment(dossier, round_.key, org) == "geen_reactie"
            and not is_settled(dossier, round_.key, org)
        ]
        return when_missing(
            bool(silent),
            f"Nog zonder reactie op de check: {', '.join(silent)}.",
            f"No response to the check yet: {', '.join(silent)}.",
        )

    return gate


def remarks_processed(step: str) -> Gate:
    """Every remark of the step's rounds has a disposition and its sender a reply."""

    def gate(dossier: Dossier) -> tuple[Text, ...]:
        keys = {round_.key for round_ in dossier.all(Round) if round_.step == step}
        open_ = [
            c.key
            for c in dossier.all(Comment)
            if c.round in keys and (c.disposition == "open" or not c.reply)
        ]
        return when_missing(
            bool(open_),
            f"Opmerkingen zonder antwoord ({len(open_)}): {', '.join(open_)}.",
            f"Remarks without an answer ({len(open_)}): {', '.join(open_)}.",
        )

    return gate


def conditions_settled(dossier: Dossier) -> tuple[Text, ...]:
    """After the second round no condition is left that is not met or goes to the session."""
    round_ = dossier.round("check_2")
    if round_ is None:
        return ()
    left = [dossier.organisation_name(org) for org in open_conditions(dossier, round_)]
    return when_missing(
        bool(left),
        f"Nog een open voorwaarde bij: {', '.join(left)}.",
        f"A condition is still open with: {', '.join(left)}.",
    )


def _commitment(dossier: Dossier, round_: str, org: str) -> str:
    check = dossier.get(BilateralCheck, f"{round_}/{org}")
    return check.commitment if check else "geen_reactie"
