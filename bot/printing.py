"""A part of a plan as a file, in the bytes of its kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from plan.blocks import Document, Gap
from plan.content.formats import COLUMNS, FORMATS
from plan.document import compile_part
from plan.dossier import Dossier
from plan.files import FILES
from plan.format import UnknownFormatError
from plan.printers import PRINTERS
from plan.records import PlanFormat, altered
from plan.text import Language, file_name


def printed(
    dossier: Dossier, part: str, kind: str, language: Language, now: datetime
) -> tuple[str, bytes]:
    """A part of the plan as a file: its name and its bytes.

    `kind` is the ending of a printer, or of a file that is no document (`plan.files`). Raises
    UnknownPartError, and UnknownFormatError for a plan with a strange format.
    """
    if kind in FILES:
        return FILES[kind](dossier, part, language, now)
    return _file(_compiled(dossier, part, language, now), kind)


def offered(
    dossier: Dossier, part: str, kind: str, language: Language, now: datetime
) -> tuple[str, bytes]:
    """The same for somebody in a chat: a strange format gives way to the usual one, with a gap."""
    try:
        return printed(dossier, part, kind, language, now)
    except UnknownFormatError as error:
        strange, usual = dossier.plan.format, PlanFormat()
        form = altered(strange, preset=usual.preset, columns=usual.columns)
        plain = dossier.plus([altered(dossier.plan, format=form)])
        document = _compiled(plain, part, language, now)
        first, *others = document.blocks
        gap = Gap(text=error.sentence.within(language))
        return _file(replace(document, blocks=(first, gap, *others)), kind)


def _compiled(dossier: Dossier, part: str, language: Language, now: datetime) -> Document:
    return compile_part(dossier, part, language, now, presets=FORMATS, columns=COLUMNS)


def _file(document: Document, kind: str) -> tuple[str, bytes]:
    printer = PRINTERS[kind]
    return f"{file_name(document.title)}.{printer.ending}", printer.print(document)
