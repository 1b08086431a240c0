"""The page on which anybody tries the bot without a Teams tenant (`serve --dev` only)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

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
People = Callable[[], Awaitable[list[TrialPerson]]]


def add_trial(
    app: web.Application,
    *,
    people: People,
    clock: Clock,
    draft_html: Callable[[], Awaitable[str]],
    draft_docx: Callable[[], Awaitable[tuple[str, bytes]]],
    next_moment: Callable[[], Awaitable[datetime | None]],
    advance: Callable[[datetime], Awaitable[None]],
    kept: Path | None = None,
) -> None:
    """Serve the page at `/`, and a stand-in for the Bot Connector under `/trial/connector`.

    people: in the order of the list, the coordinator first. draft_docx: the file's name and
    bytes. next_moment: when something happens by itself. advance: move the clock to a moment
    and do everything that was due by then. kept: the file that brings the chats back after a
    restart; without one they are in memory only. The app answers at `/api/messages`.
    """
    stream = Stream()
    transcripts = Transcripts(stream.publish)
    files = Files(SERVICE)

    async def everybody() -> list[dict[str, Any]]:
        return [asdict(person) for person in await people()]

    async def told() -> None:
        """Something happened: the people and the draft may be other ones now."""
        stream.publish("turn", {"people": await everybody(), **await town.shown()})

    async def name_of(id: str) -> str | None:  # noqa: A002
        return next((person.name for person in await people() if person.id == id), None)

    async def writer_of(id: str) -> tuple[str, str] | None:  # noqa: A002
        every = await people()
        found = next((person for person in every if person.id == id), None)
        writer = every[0] if found and found.group == CHANNELS else found
        return (writer.id, writer.name) if writer else None

    async def everything() -> dict[str, Any]:
        shown = {"people": await everybody(), **await town.shown()}
        return shown | {"run": transcripts.run, "messages": transcripts.shown()}

    town = TownClock(clock, next_moment, advance, told)
    delivery = Delivery(told)
    chats = Chats(transcripts, files, delivery, clock.now, writer_of)
    connector = Connector(transcripts, clock.now, name_of)
    events = Events(stream, everything, town.shown)
    for part in (Page(draft_html, draft_docx), events, chats, connector, files, town):
        app.router.add_routes(part.routes())
    app.middlewares.append(from_this_machine)
    app.on_response_prepare.append(guarded)
    app.on_shutdown.append(stream.close)
    if kept:
        shelf = Kept(kept, transcripts)
        shelf.read()
        app.cleanup_ctx.append(shelf.kept)
    app.cleanup_ctx.append(delivery.connected)
