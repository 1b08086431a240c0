"""What lives as long as the app does, and how each of it ends without losing anything."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress

from aiohttp import web

from bot.app import CHANNEL
from bot.outbox import Outbox
from bot.plans import Plans
from bot.stopping import MESSAGES, STOPPING, TURNS, Stopping
from bot.turns import Turns
from bot.watching import READINESS
from bot.workshop import Workshop

Lifetime = Callable[[web.Application], AsyncIterator[None]]


def making(workshop: Workshop) -> Lifetime:
    async def made(_: web.Application) -> AsyncIterator[None]:
        yield
        await workshop.close()

    return made


def sending(plans: Plans, outbox: Outbox, alone: bool) -> Lifetime:
    """alone: whether what is due goes out by itself."""

    async def sent(app: web.Application) -> AsyncIterator[None]:
        await plans.seats.finish()
        if not alone:
            yield
            return
        task = asyncio.create_task(outbox.forever())

        async def sends() -> bool:
            return not task.done()

        app[READINESS].checks["outbox"] = sends
        yield
        outbox.stop()
        await asyncio.wait((task,), timeout=app[STOPPING].left(MESSAGES))
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await outbox.close(app[STOPPING].left(MESSAGES))

    return sent


async def finishing(
    app: web.Application, outbox: Outbox, turns: Turns, stopping: Stopping
) -> AsyncIterator[None]:
    """Turns first, while everything they need is there."""
    yield
    stopping.begin()
    outbox.stop()
    await app[CHANNEL].close(stopping.left(TURNS))
    await turns.settled()
