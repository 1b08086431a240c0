"""The plan as a document: blocks from a dossier, in any format, at any moment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from plan.blocks import Document
from plan.document.compiling import UnknownPartError, compile_draft
from plan.document.parts import PARTS, Making
from plan.dossier import Dossier
from plan.format import Column, Format
from plan.text import Language

__all__ = ["PARTS", "UnknownPartError", "compile_draft", "compile_part"]


def compile_part(
    dossier: Dossier,
    part: str,
    language: Language,
    now: datetime,
    *,
    presets: Iterable[Format],
    columns: Iterable[Column],
) -> Document:
    """One part: the id of one of `PARTS`, and after a colon what it is about where it needs that.

    `presets` and `columns` are those of `plan.content.formats`. Raises UnknownPartError for
    another part or a strange subject, UnknownFormatError for a strange preset or column.
    """
    id_, colon, about = part.partition(":")
    found = PARTS.get(id_)
    if found is None or bool(found.about) != bool(about) or (colon and not about):
        known = ", ".join(p.id + (f":{p.about}" if p.about else "") for p in PARTS.values())
        raise UnknownPartError(f"Het onderdeel {part!r} is er niet; wel: {known}.")
    making = Making(
        dossier=dossier,
        about=about,
        language=language,
        now=now,
        presets=tuple(presets),
        columns=tuple(columns),
    )
    return found.compile(making)
