"""The whole assistant as one web application; to try it, with the page."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from aiohttp import web

from bot.app import CHANNEL, Health, create_app
from bot.channel import Channel
from bot.clock import Clock, MovedClock
from bot.clock_routes import ClockRoutes
from bot.credentials import Credentials
from bot.outbox import Outbox
from bot.papers import Papers
from bot.plans import Plans
from bot.showing import Showing
from bot.stopping import MESSAGES, STOPPING, TURNS, Stopping, add_stopping
from bot.trying import add_page
from bot.turns import Turns
from bot.workshop import Workshop
from storage import Store

OUTBOX = web.AppKey("outbox", Outbox)


def new_id() -> str:
    """128 bits that nobody guesses."""
    return secrets.token_hex(16)


def assistant(
    store: Store,
    *,
    credentials: Credentials | None,
    clock: Clock,
    coordinators: frozenset[str] = frozenset(),
    ids: Callable[[], str] = new_id,
    chats: Path | None = None,
    alone: bool = True,
) -> web.Application:
    """The app. Without credentials it is for trying only: the clock moves and the page is there.

    coordinators: `tenant/object id` of who may start a plan without having one. chats: the file
    in which the page keeps what was said, so that a restart shows it again. alone: whether what
    is due goes out by itself; else whoever moves the clock runs the outbox.
    """
    plans = Plans(store)
    workshop = Workshop()
    papers = Papers(plans, ids, workshop.make)
    showing = Showing(ids, papers)
    outbox = Outbox(plans, showing, clock, lambda address, out: app[CHANNEL].send(address, out))
    turns = Turns(
        plans,
        showing,
        clock,
        may_start=lambda who: who in coordinators or credentials is None,
        changed=outbox.wake,
    )
    routes = ClockRoutes(clock, outbox) if isinstance(clock, MovedClock) else None
    app = create_app(
        channel=lambda session: Channel(
            credentials, session, turns.hear, papers.fetch, store.alone
        ),
        health=partial(_health, store),
        clock=routes,
    )
    app[OUTBOX] = outbox
    app.cleanup_ctx.append(_sending(plans, outbox, alone))
    app.cleanup_ctx.append(_making(workshop))
    add_stopping(app, partial(_finishing, app))
    if credentials is None and routes:
        add_page(app, plans, clock, outbox, routes, workshop.make, chats)
    return app


async def _health(store: Store) -> Health:
    return Health(refusal=await store.health(), damage=store.damage())


async def _finishing(app: web.Application, stopping: Stopping) -> AsyncIterator[None]:
    """Turns first, while everything they need is there."""
    yield
    stopping.begin()
    app[OUTBOX].stop()
    await app[CHANNEL].close(stopping.left(TURNS))


def _making(workshop: Workshop) -> Callable[[web.Application], AsyncIterator[None]]:
    async def making(_: web.Application) -> AsyncIterator[None]:
        yield
        await workshop.close()

    return making


def _sending(
    plans: Plans, outbox: Outbox, alone: bool
) -> Callable[[web.Application], AsyncIterator[None]]:
    async def sending(app: web.Application) -> AsyncIterator[None]:
        await plans.finish()
        if not alone:
            yield
            return
        task = asyncio.create_task(outbox.forever())
        yield
        outbox.stop()
        await asyncio.wait((task,), timeout=app[STOPPING].left(MESSAGES))
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    return sending
