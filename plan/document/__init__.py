"""The plan as a document: blocks from a dossier, in any format, at any moment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from plan.blocks import Document
from plan.document.compiling import (
    UnknownPartError,
    compile_draft,
    compile_evaluation,
    compile_partner,
    compile_register,
)
from plan.dossier import Dossier
from plan.format import Column, Format, form_of, preset
from plan.text import Language

__all__ = [
    "UnknownPartError",
    "compile_draft",
    "compile_evaluation",
    "compile_part",
    "compile_partner",
    "compile_register",
]

PARTS = ("plan", "partner:ORG", "evaluation", "register")


def compile_part(
    dossier: Dossier,
    part: str,
    language: Language,
    now: datetime,
    *,
    presets: Iterable[Format],
    columns: Iterable[Column],
) -> Document:
    """One part: `plan`, `partner:ORG`, `evaluation` or `register`.

    `presets` and `columns` are those of `plan.content.formats`. Raises UnknownPartError for
    another part or a strange organisation, UnknownFormatError for a strange preset or column.
    """
    known = tuple(presets)
    kind, _, about = part.partition(":")
    if kind == "partner" and about:
        return compile_partner(dossier, about, preset("per_partner", known), language, now)
    form = form_of(dossier.plan, known, columns)
    match part:
        case "plan":
            return compile_draft(dossier, form, language, now)
        case "evaluation":
            return compile_evaluation(dossier, form, language, now)
        case "register":
            return compile_register(dossier, form, language, now)
        case _:
            raise UnknownPartError(f"Het onderdeel {part!r} is er niet; wel: {', '.join(PARTS)}.")
