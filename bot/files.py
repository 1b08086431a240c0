"""Hands over an offered document once its receiver has accepted it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Final, Protocol

from bot.connector import Connector, SendError
from bot.exchange import Wire
from bot.heard import Answered, Heard, Outgoing
from bot.papers import Fetched
from bot.speaking import who_speaks
from plan.text import Language, Text

FetchFile = Callable[[str], Awaitable[Fetched | None]]

GONE: Final = Text(
    nl="Dit bestand is er niet meer. Vraag het opnieuw; dan krijgt u de nieuwste versie.",
    en="This file is no longer there. Ask for it again to get the latest version.",
)


class FileWire(Wire, Protocol):
    async def hand_over(self, upload: Mapping[str, str]) -> None: ...


class Handing:
    """Deals with the answer to an offered file before the turns hear of it."""

    def __init__(self, connector: Connector, fetch: FetchFile) -> None:
        self._connector = connector
        self._fetch = fetch

    async def deal(self, heard: Heard, wire: FileWire) -> Answered | None:
        """Nothing for other things heard; an answer only when the file is there no more.

        Raises SendError when the upload or the card of the file did not arrive.
        """
        if heard.kind not in {"file_accepted", "file_declined"}:
            return None
        given = heard.kind == "file_declined" or await self._give(heard, wire)
        await _remove_offer(heard, wire)
        if given:
            return None
        language: Language = "en" if heard.locale.lower().startswith("en") else "nl"
        return Answered(then=(Outgoing(text=GONE.within(language)),))

    async def _give(self, heard: Heard, wire: FileWire) -> bool:
        """False when it is not there for this person. What was handed over is not again."""
        found = await self._fetch(heard.file)
        if found is None or found.to not in ("", who_speaks(heard)):
            return False
        if found.taken:
            return True
        await self._connector.upload(heard.upload["upload_url"], found.content)
        await wire.hand_over(heard.upload)
        if found.done:
            await found.done()
        return True


async def _remove_offer(heard: Heard, wire: Wire) -> None:
    """It has been answered; that it stays in sight when this fails does no harm."""
    if heard.about:
        with suppress(SendError):
            await wire.remove(heard.about)
