"""What the format needs before it can be closed (domain 2.3, J1)."""

from __future__ import annotations

from plan.dossier import Dossier
from plan.gates.words import when_missing
from plan.records import Confirmed, IvpTheme
from plan.text import Text


def format_frozen(dossier: Dossier) -> tuple[Text, ...]:
    return when_missing(
        dossier.plan.format.locked_at is None,
        "Het format is nog niet vastgelegd.",
        "The format has not been set yet.",
    )


def preview_seen(dossier: Dossier) -> tuple[Text, ...]:
    """One theme must be looked at in the new form; without a theme there is nothing to see."""
    themes = (*dossier.themes, *dossier.all(IvpTheme))
    return when_missing(
        bool(themes) and dossier.get(Confirmed, "format_preview") is None,
        "Het voorbeeld van één thema is nog niet bekeken.",
        "The preview of one theme has not been looked at yet.",
    )
