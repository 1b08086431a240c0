"""What the decision needs before the plan is adopted (domain 2.3, J6)."""

from __future__ import annotations

from plan.dossier import Dossier
from plan.gates.words import when_missing
from plan.standing import agreed, deciding_bodies
from plan.text import Text


def bodies_decided(dossier: Dossier) -> tuple[Text, ...]:
    """Every body that decides; who only hears of it may follow later (decision 11)."""
    bodies = deciding_bodies(dossier)
    if not bodies:
        return (
            Text(
                nl="Er is nog niet vastgelegd wie het plan vaststelt.",
                en="It has not been recorded yet who adopts the plan.",
            ),
        )
    open_ = [body.body for body in bodies if not agreed(body)]
    return when_missing(
        bool(open_),
        f"Nog geen besluit van: {', '.join(open_)}.",
        f"No decision yet from: {', '.join(open_)}.",
    )
