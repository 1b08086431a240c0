"""Documents, made beside the loop, and kept for a while after they were offered."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.heard import OfferedFile
from bot.printing import offered
from dialogs import Paper
from plan.document import PARTS
from plan.dossier import Dossier
from plan.files import DESCRIPTIONS, FILES
from plan.records import altered
from plan.text import Language, Text

KEPT = 50
"""Offered documents that can still be accepted."""


Make = Callable[[Dossier, str, str, Language, datetime], Awaitable[tuple[str, bytes]]]
"""Name and bytes of a part of a plan, of a kind."""


async def in_a_thread(
    dossier: Dossier, part: str, kind: str, language: Language, now: datetime
) -> tuple[str, bytes]:
    """For who has no loop to keep free."""
    return await asyncio.to_thread(offered, dossier, part, kind, language, now)


class Papers:
    """Makes documents and remembers the last ones that were offered."""

    def __init__(self, new_id: Callable[[], str], make: Make = in_a_thread) -> None:
        self._new_id = new_id
        self._make = make
        self._offered: OrderedDict[str, tuple[str, bytes]] = OrderedDict()

    async def offer(
        self, dossier: Dossier, paper: Paper, language: Language, now: datetime
    ) -> OfferedFile:
        """A document that can be accepted under its id."""
        if paper.form:
            dossier = dossier.plus([altered(dossier.plan, format=paper.form)])
        name, content = await self._make(dossier, paper.part, paper.kind, language, now)
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
