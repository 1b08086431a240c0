"""The clock that can be moved, for whoever tries the bot out (`--dev` only)."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Protocol

from aiohttp import web

from bot.clock import MovedClock


class Due(Protocol):
    """What happens by itself as time goes by."""

    async def run(self, now: datetime) -> None:
        """Does everything that is due at `now`."""

    async def next(self) -> datetime | None:
        """When the next thing is due; None when nothing is coming."""


class ClockRoutes:
    """GET and POST /clock."""

    def __init__(self, clock: MovedClock, due: Due) -> None:
        self._clock = clock
        self._due = due
        self._moving = asyncio.Lock()

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/clock", self.show), web.post("/clock", self.move)]

    async def advance(self, moment: datetime) -> None:
        """Goes to `moment`, and does on the way what falls due, at the time it does.

        ValueError when `moment` has passed.
        """
        async with self._moving:
            if moment < self._clock.now():
                raise ValueError("the moment has passed")
            coming = await self._due.next()
            while coming is not None and coming < moment:
                await self._reach(coming)
                before, coming = coming, await self._due.next()
                if coming == before:
                    break  # It could not be done; it stays due.
            await self._reach(moment)

    async def show(self, _: web.Request) -> web.Response:
        """`{"now": ISO, "next": ISO or null}`."""
        coming = await self._due.next()
        return web.json_response(
            {
                "now": self._clock.now().isoformat(),
                "next": coming.isoformat() if coming else None,
            }
        )

    async def move(self, request: web.Request) -> web.Response:
        """`{"now": ISO}`, with its time zone; 400 for anything else and for what has passed."""
        try:
            wanted = await request.json()
            moment = datetime.fromisoformat(wanted["now"])
            if moment.tzinfo is None:
                raise web.HTTPBadRequest(text="The moment has no time zone.")
        except (ValueError, KeyError, TypeError, RecursionError):
            raise web.HTTPBadRequest(text='Send {"now": "2027-01-04T09:00:00+01:00"}.') from None
        try:
            await self.advance(moment)
        except ValueError:
            raise web.HTTPBadRequest(text="That moment has passed.") from None
        return await self.show(request)

    async def _reach(self, moment: datetime) -> None:
        self._clock.reach(moment)
        await self._due.run(self._clock.now())
