"""What the assistant owes people: made when it is due, sent once, caught up after a stop."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from functools import partial

from bot import errands, logs
from bot.again import again
from bot.budget import elsewhere
from bot.clock import Clock
from bot.deliveries import CLOSING, Deliveries
from bot.delivering import Delivering, Out
from bot.moments import Moments
from bot.owed import Owed
from bot.plans import Plans
from bot.policy import Policy
from bot.post import Going, going
from bot.showing import Showing
from plan.reminders import due, next_moment, set_aside
from storage import DamagedError

EVERY = 30.0
"""Seconds between two looks at what is due."""
TOGETHER = 1.0
"""Seconds in which what changes is looked at in one go: a plan costs more than a turn."""
AT_MOST = 0.1
"""Seconds that turns get the loop to themselves after a look at a plan."""

log = logs.logger(__name__)


class Outbox:
    """Once in a while: keep the messages that are due and new, then send what is unsent.

    Only plans that changed, here or in another process, and those whose moment has come are
    looked at; after a start all of them once, plan by plan. at_once: as Deliveries takes it.
    """

    def __init__(
        self,
        plans: Plans,
        showing: Showing,
        clock: Clock,
        out: Out,
        policy: Policy = Policy(),  # noqa: B008
        at_once: int | None = None,
    ) -> None:
        self._plans = plans
        self._clock = clock
        self._out = out
        delivering = Delivering(plans, showing, clock, out, policy)
        self._deliveries = Deliveries(delivering, self.wake, at_once)
        self._moments = Moments()
        self._owed = Owed()
        self._changed: dict[str, None] = {}
        self._owing: set[str] = set()
        self._wake = asyncio.Event()
        self._running = asyncio.Lock()
        self._stop = asyncio.Event()
        self._looked = 0.0

    def wake(self, plan: str = "") -> None:
        """Something was kept that may be due now, in this plan or in a new one."""
        if plan:
            self._changed[plan] = None
        self._wake.set()

    def stop(self) -> None:
        """Ends `forever` after the message in hand; the others go out after the next start."""
        self._stop.set()
        self._deliveries.stop()
        self._wake.set()

    async def forever(self) -> None:
        """Until it is stopped; what goes wrong in one look is logged and tried at the next."""
        while not self._stop.is_set():
            self._wake.clear()
            try:
                await self._round(self._clock.now(), self._in_between, patient=True)
            except Exception:
                log.exception("outbox")
            try:
                async with asyncio.timeout(self._moments.wait(self._clock.now(), EVERY)):
                    await self._wake.wait()
                    await self._stopped_within(TOGETHER)
            except TimeoutError:
                continue

    async def _stopped_within(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stop.wait()

    async def run(self, now: datetime) -> None:
        """Everything that is due at `now`, in every plan; returns when it is out or given up."""
        await self._round(now, _at_once)
        if await self._deliveries.settled():
            await self._round(now, _at_once)  # What had to wait for what was on its way.
            await self._deliveries.settled()

    async def close(self, patience: float = CLOSING) -> None:
        """Nothing new goes out; what is on its way gets some time."""
        await self._deliveries.close(patience)

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
            await self._plans.seats.finish()
            changed = self._moments.changed(await self._plans.numbers())
            for plan in dict.fromkeys((*self._owing, *changed)):
                await pause(partial(self._pass_on, plan))
            # By now an errand may have changed another plan.
            numbers = await self._plans.numbers()
            for plan in self._moments.due(numbers, now, patient=patient):
                await pause(partial(self._look, plan, numbers[plan], now))

    async def _in_between(self, look: Callable[[], Awaitable[None]]) -> None:
        """A look, as much time for turns, and then, once in a while, what those changed."""
        before = time.thread_time()
        await look()
        await asyncio.sleep(min(time.thread_time() - before, AT_MOST))
        if self._changed and time.monotonic() >= self._looked + TOGETHER:
            self._looked = time.monotonic()
            numbers, changed = await self._plans.numbers(), tuple(self._changed)
            self._changed.clear()
            for plan in changed:
                await self._look(plan, numbers.get(plan, 0), self._clock.now())

    async def _pass_on(self, plan: str) -> None:
        self._owing.discard(plan)
        if not await errands.run(self._plans, plan):
            self._owing.add(plan)

    async def _look(self, plan: str, number: int, now: datetime) -> None:
        """What is due in a plan is made and set on its way."""
        if self._stop.is_set():
            return
        try:
            await again(partial(self._make, plan, now))
            for one in await self._going(plan, now):
                self._deliveries.start(plan, one.receiver, one.parcels)
            self._moments.looked(plan, number, await self._plans.dossier(plan), now)
            self._owed.looked(plan, await self._plans.dossier(plan))
        except Exception:  # One plan that fails must not keep back the others.
            log.exception("plan", plan=plan)
            self._moments.failed(plan, number, now)

    async def _make(self, plan: str, now: datetime) -> None:
        dossier = await self._plans.dossier(plan)
        if not dossier:
            return
        if due(dossier, now):
            async with self._plans.alone(plan) as held:
                dossier = await held.keep(due(held.dossier, now))
        others = await elsewhere(self._plans, dossier, now)
        if set_aside(dossier, now, others):
            async with self._plans.alone(plan) as held:
                await held.keep(set_aside(held.dossier, now, others))

    async def _going(self, plan: str, now: datetime) -> tuple[Going, ...]:
        dossier = await self._plans.dossier(plan)
        if not dossier or self._out.halted:
            return ()
        return going(dossier, now, await elsewhere(self._plans, dossier, now))


Pause = Callable[[Callable[[], Awaitable[None]]], Awaitable[None]]
"""Does something, and what has to be done before the next."""


async def _at_once(look: Callable[[], Awaitable[None]]) -> None:
    await look()
