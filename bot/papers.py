"""Documents, made beside the loop, and kept for a while after they were offered."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.heard import OfferedFile
from dialogs import Paper
from plan.blocks import Document, Gap
from plan.content.formats import COLUMNS, FORMATS
from plan.document import PARTS, compile_part
from plan.dossier import Dossier
from plan.files import DESCRIPTIONS, FILES
from plan.format import UnknownFormatError
from plan.printers import PRINTERS
from plan.records import PlanFormat, altered
from plan.text import Language, Text, slug

KEPT = 50
"""Offered documents that can still be accepted."""


class Papers:
    """Makes documents and remembers the last ones that were offered."""

    def __init__(self, new_id: Callable[[], str]) -> None:
        self._new_id = new_id
        self._offered: OrderedDict[str, tuple[str, bytes]] = OrderedDict()

    async def offer(
        self, dossier: Dossier, paper: Paper, language: Language, now: datetime
    ) -> OfferedFile:
        """A document that can be accepted under its id."""
        if paper.form:
            dossier = dossier.plus([altered(dossier.plan, format=paper.form)])
        name, content = await asyncio.to_thread(
            offered, dossier, paper.part, paper.kind, language, now
        )
        id_ = self._new_id()
        self._offered[id_] = (name, content)
        while len(self._offered) > KEPT:
            self._offered.popitem(last=False)
        words = _described(paper, name).within(language)
        return OfferedFile(id=id_, name=name, description=words, size=len(content))

    async def fetch(self, id_: str) -> tuple[str, bytes] | None:
        """Name and bytes of an offered document; None when it is gone."""
        return self._offered.get(id_)


def _described(paper: Paper, name: str) -> Text:
    """What a document is for; of a file that is no document, or its name."""
    id_ = paper.part.partition(":")[0]
    if paper.kind in FILES:
        return DESCRIPTIONS.get(id_) or Text.verbatim(name)
    return PARTS[id_].description


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
    return f"{slug(document.title)[:80] or 'document'}.{printer.ending}", printer.print(document)
