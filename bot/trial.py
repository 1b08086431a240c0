"""The page on which anybody tries the bot without a Teams tenant (`serve --dev` only)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from aiohttp import web

from bot.clock import Clock
from bot.trial_chat import Chats
from bot.trial_clock import TownClock
from bot.trial_connector import SERVICE, Connector
from bot.trial_delivery import Delivery
from bot.trial_events import Events, Stream
from bot.trial_files import Files
from bot.trial_kept import Kept
from bot.trial_page import Page, from_this_machine, guarded
from bot.trial_transcript import Transcripts


@dataclass(frozen=True, kw_only=True)
class TrialPerson:
    """Somebody whose chat can be tried. group: "gemeente", "partners" or another heading.

    A channel of a team is in the group CHANNELS; whoever stands first in the list writes in it.
    """

    id: str
    name: str
    role: str
    organisation: str
    group: str


CHANNELS = "kanaal"


class OnShow(Protocol):
    """What the page shows, and what can be made to happen there."""

    async def people(self) -> list[TrialPerson]:
        """In the order of the list, the coordinator first."""
        ...

    async def draft_html(self) -> str: ...

    async def draft_docx(self) -> tuple[str, bytes]:
        """The file's name and bytes."""
        ...

    async def next_moment(self) -> datetime | None:
        """When something happens by itself."""
        ...

    async def advance(self, to: datetime) -> None:
        """Move the clock to a moment and do everything that was due by then."""
        ...


class _Trial:
    """The parts of the page, which tell each other what happened."""

    def __init__(self, shown: OnShow, clock: Clock) -> None:
        self._shown = shown
        self.stream = Stream()
        self.transcripts = Transcripts(self.stream.publish)
        self.delivery = Delivery(self._told)
        self._files = Files(SERVICE)
        self._town = TownClock(clock, shown.next_moment, shown.advance, self._told)
        self._page = Page(shown.draft_html, shown.draft_docx)
        self._events = Events(self.stream, self._everything, self._town.shown)
        self._chats = Chats(
            self.transcripts, self._files, self.delivery, clock.now, self._writer_of
        )
        self._connector = Connector(self.transcripts, clock.now, self._name_of)

    def routes(self) -> Iterator[web.AbstractRouteDef]:
        parts = (self._page, self._events, self._chats, self._connector, self._files, self._town)
        for part in parts:
            yield from part.routes()

    async def _told(self) -> None:
        """Something happened: the people and the draft may be other ones now."""
        self.stream.publish("turn", await self._now())

    async def _everything(self) -> dict[str, Any]:
        now, messages = await self._now(), self.transcripts.shown()
        return now | {"run": self.transcripts.run, "messages": messages}

    async def _now(self) -> dict[str, Any]:
        everybody = [asdict(person) for person in await self._shown.people()]
        return {"people": everybody, **await self._town.shown()}

    async def _name_of(self, id: str) -> str | None:  # noqa: A002
        return next((one.name for one in await self._shown.people() if one.id == id), None)

    async def _writer_of(self, id: str) -> tuple[str, str] | None:  # noqa: A002
        every = await self._shown.people()
        found = next((person for person in every if person.id == id), None)
        writer = every[0] if found and found.group == CHANNELS else found
        return (writer.id, writer.name) if writer else None


def add_trial(app: web.Application, shown: OnShow, clock: Clock, kept: Path | None = None) -> None:
    """Serve the page at `/`, and a stand-in for the Bot Connector under `/trial/connector`.

    kept: the file that brings the chats back after a restart; without one they are in memory
    only. The app answers at `/api/messages`.
    """
    trial = _Trial(shown, clock)
    app.router.add_routes(trial.routes())
    app.middlewares.append(from_this_machine)
    app.on_response_prepare.append(guarded)
    app.on_shutdown.append(trial.stream.close)
    if kept:
        shelf = Kept(kept, trial.transcripts)
        shelf.read()
        app.cleanup_ctx.append(shelf.kept)
    app.cleanup_ctx.append(trial.delivery.connected)
