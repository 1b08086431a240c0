"""What the format needs before it can be closed (domain 2.3, J1)."""

from __future__ import annotations

from plan.dossier import Dossier
from plan.gates.words import when_missing
from plan.text import Text


def format_frozen(dossier: Dossier) -> tuple[Text, ...]:
    return when_missing(
        dossier.plan.format.locked_at is None,
        "Het format is nog niet vastgelegd.",
        "The format has not been fixed yet.",
    )
