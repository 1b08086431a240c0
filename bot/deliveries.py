"""What is on its way now: one parcel at a time to each receiver, so many at once over all."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence

from bot import logs
from bot.delivering import Delivering

AT_ONCE = 64
"""At most so many parcels on their way: no more connections, and no long row before a reply."""
CLOSING = 5.0
"""Seconds that what is on its way gets to arrive when the process stops."""

log = logs.logger(__name__)


class Deliveries:
    """done: called with a plan when nothing of it is on its way any more and something was.

    at_once: how many parcels may be on their way; one keeps them in the order they were started.
    """

    def __init__(
        self, delivering: Delivering, done: Callable[[str], None], at_once: int | None = None
    ) -> None:
        self._delivering = delivering
        self._done = done
        self._room = asyncio.Semaphore(at_once or AT_ONCE)
        self._under_way: dict[tuple[str, str], asyncio.Task[None]] = {}
        self._of_plan: Counter[str] = Counter()
        self._moved: set[str] = set()
        self._stopping = False

    def start(self, plan: str, receiver: str, parcels: Sequence[Sequence[str]]) -> None:
        """Nothing when that receiver is being sent something of the plan; it comes after."""
        place = (plan, receiver)
        if place in self._under_way:
            return
        self._of_plan[plan] += 1
        task = asyncio.create_task(self._deliver(plan, receiver, parcels))
        self._under_way[place] = task
        task.add_done_callback(lambda _: self._ended(place))

    async def settled(self) -> bool:
        """When nothing is on its way; whether something was."""
        some = bool(self._under_way)
        while self._under_way:
            await asyncio.wait(tuple(self._under_way.values()))
        return some

    def stop(self) -> None:
        """No parcel after the one that is on its way."""
        self._stopping = True

    async def close(self, patience: float = CLOSING) -> None:
        """What does not arrive in time is found as on its way by the next process."""
        self.stop()
        tasks = tuple(self._under_way.values())
        if not tasks:
            return
        _, late = await asyncio.wait(tasks, timeout=patience)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _deliver(self, plan: str, receiver: str, parcels: Sequence[Sequence[str]]) -> None:
        for keys in parcels:
            async with self._room:
                if self._stopping:
                    return
                try:
                    delivered = await self._delivering.deliver(plan, receiver, keys)
                except Exception:  # One message that fails must not keep back the others.
                    log.exception("message", plan=plan)
                    return
            if delivered != "nothing":
                self._moved.add(plan)
            if delivered != "done":
                return

    def _ended(self, place: tuple[str, str]) -> None:
        plan, _ = place
        del self._under_way[place]
        self._of_plan[plan] -= 1
        if not self._of_plan[plan]:
            del self._of_plan[plan]
            if plan in self._moved:
                self._moved.discard(plan)
                self._done(plan)
