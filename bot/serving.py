"""The whole assistant as one web application; to try it, with the page."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from aiohttp import web

from bot.app import CHANNEL, create_app
from bot.channel import Channel
from bot.clock import Clock, MovedClock
from bot.clock_routes import ClockRoutes
from bot.credentials import AppToken, Credentials
from bot.entrance import Entrance
from bot.heard import Answered, Heard, Outgoing
from bot.missed import Missed
from bot.observing import hearing
from bot.outbox import Outbox
from bot.papers import Papers
from bot.plans import Plans
from bot.refusals import Refusals
from bot.sender import Sender
from bot.showing import Showing
from bot.stopping import MESSAGES, STOPPING, TURNS, Stopping, add_stopping
from bot.trying import add_page
from bot.turns import Turns
from bot.watching import READINESS, Health
from bot.workshop import Workshop
from storage import Store

PLANS = web.AppKey("plans", Plans)


class _Out:
    """The channel, which is there once the app has started."""

    def __init__(self, channel: Callable[[], Channel]) -> None:
        self._channel = channel

    async def send(self, address: Mapping[str, str], outgoing: Outgoing) -> str | None:
        return await self._channel().send(address, outgoing)

    async def open(self, address: Mapping[str, str]) -> str:
        return await self._channel().open(address)

    @property
    def halted(self) -> str:
        return self._channel().halted


OUTBOX = web.AppKey("outbox", Outbox)
HEARING = web.AppKey("hearing", Turns)


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
    sender: Sender | None = None,
    entrance: Entrance | None = None,
    token: AppToken | None = None,
    metrics_for_all: bool = False,
) -> web.Application:
    """The app. Without credentials it is for trying only: the clock moves and the page is there.

    coordinators: `tenant/object id` of who may start a plan without having one. chats: the file
    in which the page keeps what was said, so that a restart shows it again. alone: whether what
    is due goes out by itself; else whoever moves the clock runs the outbox, and one message goes
    at a time, so that the same comes to the same. metrics_for_all: whether other machines may
    read the figures. entrance, token and sender (how fast things go out, where that is not as
    Teams wants it): as a Channel takes them.
    """
    plans = Plans(store, clock, ids)
    workshop = Workshop()
    papers = Papers(plans, ids, workshop.make)
    showing = Showing(ids, papers)
    outbox = Outbox(
        plans, showing, clock, _Out(lambda: app[CHANNEL]), at_once=None if alone else 1
    )
    turns = Turns(
        plans,
        showing,
        clock,
        may_start=lambda who: who in coordinators or credentials is None,
        changed=outbox.wake,
    )
    refusals = Refusals(plans)

    async def refused(heard: Heard, answered: Answered) -> str:
        return await refusals.heard(heard, answered, clock.now())

    routes = ClockRoutes(clock, outbox) if isinstance(clock, MovedClock) else None
    app = create_app(
        channel=lambda session: Channel(
            credentials,
            session,
            hearing(turns.hear, refused),
            papers.fetch,
            store.alone,
            sender=sender,
            missed=Missed(plans, clock, outbox.wake),
            entrance=entrance,
            token=token,
        ),
        health=lambda: _health(store, app[CHANNEL]),
        clock=routes,
        metrics_for_all=metrics_for_all,
    )
    app[READINESS].checks["store"] = partial(_keeps, store)
    app[PLANS], app[OUTBOX], app[HEARING] = plans, outbox, turns
    app.cleanup_ctx.append(_sending(plans, outbox, alone))
    app.cleanup_ctx.append(_making(workshop))
    add_stopping(app, partial(_finishing, app))
    if credentials is None and routes:
        add_page(app, plans, clock, outbox, routes, workshop.make, chats)
    return app


async def _health(store: Store, channel: Channel) -> Health:
    refusal, damage = await store.health(), store.damage()
    return Health(refusal=refusal, damage=damage, halted=channel.halted)


async def _keeps(store: Store) -> bool:
    return not await store.health()


async def _finishing(app: web.Application, stopping: Stopping) -> AsyncIterator[None]:
    """Turns first, while everything they need is there."""
    yield
    stopping.begin()
    app[OUTBOX].stop()
    await app[CHANNEL].close(stopping.left(TURNS))
    await app[HEARING].settled()


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

    return sending
