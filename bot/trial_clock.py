"""The clock of the trial page: an hour, a day, or to the next thing that happens."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.clock import Clock

TOWN = ZoneInfo("Europe/Amsterdam")


@dataclass
class TownClock:
    """Moves the town's time forward, one move at a time. told: called after each move."""

    clock: Clock
    next_moment: Callable[[], Awaitable[datetime | None]]
    advance: Callable[[datetime], Awaitable[None]]
    told: Callable[[], Awaitable[None]]
    _moving: asyncio.Lock = field(default_factory=asyncio.Lock)

    def routes(self) -> list[web.RouteDef]:
        return [web.post("/trial/clock", self.move)]

    async def shown(self) -> dict[str, Any]:
        """As the page reads it: ISO moments, `next` None when nothing is going to happen."""
        coming = await self.next_moment()
        return {
            "now": self.clock.now().isoformat(),
            "next": coming.isoformat() if coming else None,
        }

    async def move(self, request: web.Request) -> web.Response:
        """{by}: "hour", "day" or "next"; 409 when there is no next thing."""
        try:
            by = (await request.json())["by"]
        except (ValueError, KeyError, TypeError):
            raise web.HTTPBadRequest(text='{"by": "hour", "day" or "next"}') from None
        async with self._moving:
            to = await self._target(by)
            if to is None:
                raise web.HTTPConflict(text="Nothing is going to happen.")
            await self.advance(to)
        await self.told()
        return web.json_response(await self.shown())

    async def _target(self, by: str) -> datetime | None:
        now = self.clock.now()
        if by == "hour":
            return now + timedelta(hours=1)
        if by == "day":
            # The same time on the town's next day, also when summer time begins or ends.
            return (now.astimezone(TOWN) + timedelta(days=1)).astimezone(UTC)
        if by == "next":
            coming = await self.next_moment()
            # What is overdue happens a moment from now: the clock ticks on and never goes back.
            return max(coming, now + timedelta(seconds=1)) if coming else None
        raise web.HTTPBadRequest(text='{"by": "hour", "day" or "next"}')
