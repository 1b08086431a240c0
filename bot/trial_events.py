"""Everything that changes on the trial page, sent to every open page as it happens."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

BEAT = 15.0
"""Seconds of silence after which an open page gets a sign of life."""
BACKLOG = 500
"""Events that wait for a slow page; with more of them it gets everything anew."""

Event = tuple[str, Mapping[str, Any]]
Page = asyncio.Queue[Event | None]
EVERYTHING: Event = ("all", {})


@dataclass
class Stream:
    """The open pages, each with the events that wait for it; None ends a connection."""

    _pages: set[Page] = field(default_factory=set)

    def join(self) -> Page:
        page = Page(BACKLOG)
        self._pages.add(page)
        page.put_nowait(EVERYTHING)
        return page

    def leave(self, page: Page) -> None:
        self._pages.discard(page)

    def publish(self, event: str, data: Mapping[str, Any]) -> None:
        for page in self._pages:
            if page.full():
                _only(page, EVERYTHING)
            else:
                page.put_nowait((event, data))

    async def close(self, _app: web.Application) -> None:
        """So that stopping the server does not wait for open pages."""
        for page in self._pages:
            _only(page, None)


@dataclass(frozen=True)
class Events:
    """Serves the stream. Each connection begins with everything as it is now.

    A page that lost its connection, or was too slow, needs no history: it gets everything anew
    and draws only what has another version than it knew.
    """

    stream: Stream
    everything: Callable[[], Awaitable[Mapping[str, Any]]]
    beat: Callable[[], Awaitable[Mapping[str, Any]]]

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/trial/events", self.serve)]

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Server-Sent Events until the page goes away or the server stops."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        page = self.stream.join()
        try:
            # A page that was closed shows itself by a write that fails.
            with contextlib.suppress(ConnectionError):
                while (event := await self._next(page)) is not None:
                    await response.write(_frame(*event))
        finally:
            self.stream.leave(page)
        return response

    async def _next(self, page: Page) -> Event | None:
        try:
            async with asyncio.timeout(BEAT):
                event = await page.get()
        except TimeoutError:
            return "beat", await self.beat()
        return ("all", await self.everything()) if event is EVERYTHING else event


def _only(page: Page, event: Event | None) -> None:
    while not page.empty():
        page.get_nowait()
    page.put_nowait(event)


def _frame(event: str, data: Mapping[str, Any]) -> bytes:
    return f"retry: 1000\nevent: {event}\ndata: {json.dumps(data)}\n\n".encode()
