"""A plan as bytes: a document of some kind, or the records behind it as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

import msgspec

from bot.printing import printed
from plan.blocks import Document
from plan.content.formats import COLUMNS, FORMATS
from plan.document import compile_part
from plan.document.chosen import of_partner, of_plan, of_register
from plan.dossier import Dossier
from plan.files import FILES
from plan.printers import PRINTERS
from plan.records import Record
from plan.text import Language

EXPORTS = (*PRINTERS, *FILES, "json")


def exported(dossier: Dossier, kind: str, part: str, language: Language, now: datetime) -> bytes:
    """The bytes of a file. Raises UnknownPartError when there is no such part."""
    if kind != "json":
        return printed(dossier, part, kind, language, now)[1]
    said = _said(dossier, part, language, now)
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def _said(dossier: Dossier, part: str, language: Language, now: datetime) -> object:
    """The records of a part; the evaluation has only the figures of its note."""
    kind, _, about = part.partition(":")
    if part == "plan":
        return by_class(of_plan(dossier))
    if part == "register":
        return by_class(of_register(dossier, language))
    if kind == "partner" and about:
        return by_class(of_partner(dossier, about, language))
    note = compile_part(dossier, part, language, now, presets=FORMATS, columns=COLUMNS)
    return figures(note)


def by_class(records: Iterable[Record]) -> dict[str, list[object]]:
    """Records by their class, in the order of their keys."""
    found: dict[str, list[object]] = {}
    for record in sorted(records, key=lambda r: (type(r).__name__, r.key)):
        found.setdefault(type(record).__name__, []).append(msgspec.to_builtins(record))
    return found


def figures(document: Document) -> dict[str, object]:
    """A document as the blocks it is made of, each with its class."""
    return {
        "title": document.title,
        "blocks": [
            {"block": type(block).__name__, **msgspec.to_builtins(block)}
            for block in document.blocks
        ],
    }
