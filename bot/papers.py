"""Documents, made beside the loop, and kept for a while after they were offered."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot import logs
from bot.heard import OfferedFile
from bot.plans import Change, Plans
from bot.printing import offered
from dialogs import Paper
from plan.document import PARTS
from plan.dossier import Dossier
from plan.files import DESCRIPTIONS, FILES
from plan.records import OfferedPaper, altered
from plan.text import Language, Text
from storage import NotKeptError

KEPT = 50
"""Offered documents that need not be made again when they are accepted."""
VALID = timedelta(days=1)
"""After that an offer is forgotten when the next one is made."""

log = logs.logger(__name__)


Make = Callable[[Dossier, str, str, Language, datetime], Awaitable[tuple[str, bytes]]]
"""Name and bytes of a part of a plan, of a kind."""


async def in_a_thread(
    dossier: Dossier, part: str, kind: str, language: Language, now: datetime
) -> tuple[str, bytes]:
    """For who has no loop to keep free."""
    return await asyncio.to_thread(offered, dossier, part, kind, language, now)


class Papers:
    """Makes documents and remembers the last ones that were offered."""

    def __init__(self, plans: Plans, new_id: Callable[[], str], make: Make = in_a_thread) -> None:
        self._plans = plans
        self._new_id = new_id
        self._make = make
        self._offered: OrderedDict[str, tuple[str, bytes]] = OrderedDict()

    async def offer(
        self, plan: str, dossier: Dossier, paper: Paper, language: Language, now: datetime
    ) -> OfferedFile:
        """A document that can be accepted under its id, here or where the plan is known too."""
        offer = OfferedPaper(
            key=self._new_id(),
            plan=plan,
            part=paper.part,
            kind=paper.kind,
            language=language,
            form=paper.form,
            at=now,
        )
        name, content = await self._made(dossier, offer)
        self._offered[offer.key] = (name, content)
        while len(self._offered) > KEPT:
            self._offered.popitem(last=False)
        await self._keep(offer)
        words = _described(paper, name).within(language)
        return OfferedFile(id=offer.key, name=name, description=words, size=len(content))

    async def fetch(self, id_: str) -> tuple[str, bytes] | None:
        """Name and bytes of an offered document; None when it is gone."""
        if id_ in self._offered:
            return self._offered[id_]
        offer = (await self._plans.shared()).get(OfferedPaper, id_)
        dossier = await self._plans.dossier(offer.plan) if offer else None
        return await self._made(dossier, offer) if dossier and offer else None

    async def _made(self, dossier: Dossier, offer: OfferedPaper) -> tuple[str, bytes]:
        if offer.form:
            dossier = dossier.plus([altered(dossier.plan, format=offer.form)])
        return await self._make(dossier, offer.part, offer.kind, offer.language, offer.at)

    async def _keep(self, offer: OfferedPaper) -> None:
        """For the other processes, with what is too old left out."""

        def kept(shared: Dossier) -> Change:
            old = [o for o in shared.all(OfferedPaper) if o.at < offer.at - VALID]
            return [offer], old

        try:
            await self._plans.share(kept)
        except NotKeptError:  # It can be accepted here.
            log.exception("offer not kept")


def _described(paper: Paper, name: str) -> Text:
    """What a document is for; of a file that is no document, or its name."""
    id_ = paper.part.partition(":")[0]
    if paper.kind in FILES:
        return DESCRIPTIONS.get(id_) or Text.verbatim(name)
    return PARTS[id_].description
