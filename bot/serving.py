"""The whole assistant as one web application; to try it, with the page."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from functools import partial

from aiohttp import ClientSession, web

from bot.app import CHANNEL, create_app
from bot.channel import Channel
from bot.clock import Clock, MovedClock
from bot.clock_routes import ClockRoutes
from bot.deployment import Deployment
from bot.heard import Answered, Heard, Outgoing
from bot.lifetimes import finishing, making, sending
from bot.missed import Missed
from bot.observing import hearing
from bot.outbox import Outbox
from bot.papers import Papers
from bot.plans import Plans
from bot.refusals import Refusals
from bot.sender import Sender
from bot.showing import Showing
from bot.stopping import add_stopping
from bot.trial import add_trial
from bot.trying import PlanOnShow
from bot.turns import Turns
from bot.watching import READINESS, Health
from bot.workshop import Workshop
from storage import Store

PLANS = web.AppKey("plans", Plans)
OUTBOX = web.AppKey("outbox", Outbox)
HEARING = web.AppKey("hearing", Turns)


class _Out:
    """The channel, which is there once the app has started."""

    app: web.Application

    @property
    def _channel(self) -> Channel:
        return self.app[CHANNEL]

    async def send(self, address: Mapping[str, str], outgoing: Outgoing) -> str | None:
        return await self._channel.send(address, outgoing)

    async def open(self, address: Mapping[str, str]) -> str:
        return await self._channel.open(address)

    @property
    def halted(self) -> str:
        return self._channel.halted


def new_id() -> str:
    """128 bits that nobody guesses."""
    return secrets.token_hex(16)


class _Parts:
    """What an assistant consists of; the network comes to it when the app starts."""

    def __init__(
        self,
        store: Store,
        deployment: Deployment,
        clock: Clock,
        ids: Callable[[], str],
        at_once: int | None,
    ) -> None:
        self._store = store
        self._deployment = deployment
        self._clock = clock
        self.plans = Plans(store, clock, ids)
        self.workshop = Workshop()
        self._papers = Papers(self.plans, ids, self.workshop.make)
        showing = Showing(ids, self._papers)
        self.out = _Out()
        self.outbox = Outbox(self.plans, showing, clock, self.out, at_once=at_once)
        may_start, changed = deployment.may_start, self.outbox.wake
        self.turns = Turns(self.plans, showing, clock, may_start=may_start, changed=changed)
        self._refusals = Refusals(self.plans)

    def channel(self, sender: Sender | None, session: ClientSession) -> Channel:
        return Channel(
            self._deployment.credentials,
            session,
            hearing(self.turns.hear, self._refused),
            self._papers.fetch,
            self._store.alone,
            sender=sender,
            missed=Missed(self.plans, self._clock, self.outbox.wake),
            entrance=self._deployment.entrance,
            token=self._deployment.token,
        )

    async def _refused(self, heard: Heard, answered: Answered) -> str:
        return await self._refusals.heard(heard, answered, self._clock.now())

    async def keeps(self) -> bool:
        return not await self._store.health()

    async def health(self) -> Health:
        refusal, damage = await self._store.health(), self._store.damage()
        return Health(refusal=refusal, damage=damage, halted=self.out.halted)


def assistant(
    store: Store,
    deployment: Deployment,
    *,
    clock: Clock,
    ids: Callable[[], str] = new_id,
    alone: bool = True,
    sender: Sender | None = None,
) -> web.Application:
    """The app.

    alone: whether what is due goes out by itself; else whoever moves the clock runs the outbox,
    and one message goes at a time, so that the same comes to the same. sender: how fast things
    go out, where that is not as Teams wants it.
    """
    parts = _Parts(store, deployment, clock, ids, at_once=None if alone else 1)
    routes = ClockRoutes(clock, parts.outbox) if isinstance(clock, MovedClock) else None
    app = parts.out.app = create_app(
        channel=partial(parts.channel, sender),
        health=parts.health,
        clock=routes,
        metrics_for_all=deployment.metrics_for_all,
    )
    app[READINESS].checks["store"] = parts.keeps
    app[PLANS], app[OUTBOX], app[HEARING] = parts.plans, parts.outbox, parts.turns
    app.cleanup_ctx.append(sending(parts.plans, parts.outbox, alone))
    app.cleanup_ctx.append(making(parts.workshop))
    add_stopping(app, partial(finishing, app, parts.outbox, parts.turns))
    if deployment.credentials is None and routes:
        make = parts.workshop.make
        shown = PlanOnShow(parts.plans, clock, parts.outbox, routes, make)
        add_trial(app, shown, clock, deployment.chats)
    return app
