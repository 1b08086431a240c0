"""Cross-links (dwarsverbanden): the themes that touch each other, whichever of them says so."""

from __future__ import annotations

from plan.dossier import Dossier
from plan.records import Theme, altered


def linked(dossier: Dossier, theme: Theme) -> tuple[Theme, ...]:
    """The other themes of the plan that it is tied to, in their own order."""
    return tuple(
        one
        for one in dossier.themes
        if one.key != theme.key and (one.key in theme.cross_links or theme.key in one.cross_links)
    )


def tied(theme: Theme, other: str, note: str) -> Theme:
    """The theme with one more cross-link and the words about it behind those it has."""
    links = tuple(dict.fromkeys((*theme.cross_links, other)))
    known = theme.cross_links_note or ""
    words = known if note in known else f"{known}\n{note}".strip()
    return altered(theme, cross_links=links, cross_links_note=words or None)
