"""What the assistant owes people: made when it is due, sent once, caught up after a stop."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial

from bot import errands
from bot.again import again
from bot.clock import Clock
from bot.delivering import Delivering, Send
from bot.moments import Moments
from bot.plans import Plans
from bot.showing import Showing
from plan.records import Message
from plan.reminders import due, next_moment, unsent
from storage import DamagedError

EVERY = 30.0
"""Seconds between two looks at what is due."""
AT_MOST = 0.1
"""Seconds that turns get the loop to themselves after a look at a plan."""

log = logging.getLogger(__name__)


class Outbox:
    """Once in a while: keep the messages that are due and new, then send what is unsent.

    Only plans that changed, here or in another process, and those whose moment has come are
    looked at; after a start all of them once, plan by plan.
    """

    def __init__(self, plans: Plans, showing: Showing, clock: Clock, send: Send) -> None:
        self._plans = plans
        self._clock = clock
        self._delivering = Delivering(plans, showing, send)
        self._moments = Moments()
        self._changed: dict[str, None] = {}
        self._owing: set[str] = set()
        self._wake = asyncio.Event()
        self._running = asyncio.Lock()
        self._stopping = False

    def wake(self, plan: str = "") -> None:
        """Something was kept that may be due now, in this plan or in a new one."""
        if plan:
            self._changed[plan] = None
        self._wake.set()

    def stop(self) -> None:
        """Ends `forever` after the message in hand; the others go out after the next start."""
        self._stopping = True
        self._wake.set()

    async def forever(self) -> None:
        """Until it is stopped; what goes wrong in one look is logged and tried at the next."""
        while not self._stopping:
            self._wake.clear()
            try:
                await self._round(self._clock.now(), self._in_between, patient=True)
            except Exception:
                log.exception("outbox")
            try:
                async with asyncio.timeout(EVERY):
                    await self._wake.wait()
            except TimeoutError:
                continue

    async def run(self, now: datetime) -> None:
        """Everything that is due at `now`, in every plan."""
        await self._round(now, _at_once)

    async def next(self) -> datetime | None:
        """When the next thing is due over all plans; None when nothing is coming."""
        now, found = self._clock.now(), list[datetime]()
        for plan, number in (await self._plans.numbers()).items():
            if not self._moments.knows_coming(plan, number, now):
                self._moments.comes(plan, number, await self._next_of(plan, now))
            moment = self._moments.coming(plan)
            found += [moment] if moment else []
        return min(found, default=None)

    async def _next_of(self, plan: str, now: datetime) -> datetime | None:
        try:
            return next_moment(await self._plans.dossier(plan), now)
        except DamagedError:  # Nothing comes of it until it is mended.
            return None

    async def _round(self, now: datetime, pause: Pause, *, patient: bool = False) -> None:
        async with self._running:
            self._changed.clear()
            await self._plans.finish()
            changed = self._moments.changed(await self._plans.numbers())
            for plan in dict.fromkeys((*self._owing, *changed)):
                await pause(partial(self._pass_on, plan))
            # By now an errand may have changed another plan.
            numbers = await self._plans.numbers()
            for plan in self._moments.due(numbers, now, patient=patient):
                await pause(partial(self._look, plan, numbers[plan], now))

    async def _in_between(self, look: Callable[[], Awaitable[None]]) -> None:
        """A look, as much time for turns, and then at once what those changed."""
        before = time.thread_time()
        await look()
        await asyncio.sleep(min(time.thread_time() - before, AT_MOST))
        while self._changed:
            numbers, changed = await self._plans.numbers(), tuple(self._changed)
            self._changed.clear()
            for plan in changed:
                await self._look(plan, numbers.get(plan, 0), self._clock.now())

    async def _pass_on(self, plan: str) -> None:
        self._owing.discard(plan)
        if not await errands.run(self._plans, plan):
            self._owing.add(plan)

    async def _look(self, plan: str, number: int, now: datetime) -> None:
        """What is due in a plan is made and goes out."""
        if self._stopping:
            return
        try:
            await again(partial(self._make, plan, now))
            await self._send(plan, now)
            self._moments.looked(plan, number, await self._plans.dossier(plan), now)
        except Exception:  # One plan that fails must not keep back the others.
            log.exception("plan %s", plan)
            self._moments.failed(plan, number, now)

    async def _make(self, plan: str, now: datetime) -> None:
        if due(await self._plans.dossier(plan), now):
            async with self._plans.alone(plan) as held:
                await held.keep(due(held.dossier, now))

    async def _send(self, plan: str, now: datetime) -> None:
        dossier = await self._plans.dossier(plan)
        for message in unsent(dossier.all(Message), now):
            if self._stopping:
                return
            try:
                await self._delivering.deliver(plan, message.key, now)
            except Exception:  # One message that fails must not keep back the others.
                log.exception("message of %s", plan)


Pause = Callable[[Callable[[], Awaitable[None]]], Awaitable[None]]
"""Does something, and what has to be done before the next."""


async def _at_once(look: Callable[[], Awaitable[None]]) -> None:
    await look()
