"""Never more at once than Teams takes, in one conversation and in all of them together."""

from __future__ import annotations

import asyncio
import math
from bisect import bisect_right
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.connector import SendError
from storage.holding import Locks

Windows = tuple[tuple[int, float], ...]

WINDOWS: Windows = ((6, 1.0), (7, 2.0), (55, 30.0), (1700, 3600.0))
"""At most so many in so many seconds in a conversation. Teams takes 7 in one second, 8 in two, 60
in thirty and 1,800 in an hour."""
RATE = 48.0
"""Requests a second over all conversations, evenly: Teams takes 50 of one app in one tenant."""
SECOND = 1.0
IDLE = 3600.0
KNOWN = 10_000
"""So many conversations are known before those that are idle are forgotten."""


def monotonic() -> float:
    """The seconds that the loop counts by; setting the machine's clock does not change them."""
    return asyncio.get_running_loop().time()


@dataclass
class _Place:
    """What went to a conversation, oldest first, by the monotonic clock, as far back as counts."""

    sent: list[float] = field(default_factory=list)
    closed_until: float = 0.0

    def opens(self, now: float, windows: Windows) -> float:
        """From when one more may go."""
        at = max(now, self.closed_until)
        for most, seconds in windows:
            if len(self.sent) >= most:
                at = max(at, self.sent[-most] + seconds)
        return at

    def went(self, now: float, kept: float) -> None:
        """kept: for so many seconds this is remembered."""
        del self.sent[: bisect_right(self.sent, now - kept)]
        self.sent.append(now)


class Pacing:
    """Whoever sends waits for a turn. All waits are on the monotonic clock."""

    def __init__(
        self,
        seconds: Callable[[], float] = monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        *,
        windows: Windows = WINDOWS,
        rate: float = RATE,
    ) -> None:
        self._seconds = seconds
        self._sleep = sleep
        self._gap = 1.0 / rate
        self._windows = windows
        self._back = max((seconds for _, seconds in windows), default=0.0)
        self._together: Windows = ((int(rate), SECOND),) if math.isfinite(rate) else ()
        self._all = _Place()
        self._next = 0.0
        self._places: dict[str, _Place] = {}
        self._locks = Locks()

    @asynccontextmanager
    async def turn(self, conversation: str, patience: float = math.inf) -> AsyncIterator[None]:
        """One at a time in a conversation, and as long after the last as it takes.

        Raises SendError `Busy` when that takes more than `patience` seconds.
        """
        until, lock = self._seconds() + patience, self._locks.of(conversation)
        await self._taken(lock, patience)
        try:
            place = self._places.setdefault(conversation, _Place())
            await self._wait(place.opens(self._seconds(), self._windows), until)
            await self._slot(until)
            place.went(self._seconds(), self._back)
            yield
        finally:
            lock.release()
            self._forget()

    def hold(self, conversation: str, seconds: float) -> None:
        """Nothing goes to a conversation for so long."""
        place = self._places.setdefault(conversation, _Place())
        place.closed_until = max(place.closed_until, self._seconds() + seconds)

    async def _taken(self, lock: asyncio.Lock, patience: float) -> None:
        try:
            async with asyncio.timeout(None if math.isinf(patience) else patience):
                await lock.acquire()
        except TimeoutError:
            raise SendError(None, "Busy") from None

    async def _wait(self, moment: float, until: float) -> None:
        """Until a moment, which may not be later than `until`."""
        if moment > until:
            raise SendError(None, "Busy")
        if (left := moment - self._seconds()) > 0:
            await self._sleep(left)

    async def _slot(self, until: float) -> None:
        """A place in the row of all that goes out, taken at once and then waited for.

        Those that were held up come as soon as they can, and no more in a second for it.
        """
        slot = max(self._seconds(), self._next)
        if slot <= until:
            self._next = slot + self._gap
        await self._wait(slot, until)
        while (late := self._all.opens(self._seconds(), self._together)) > self._seconds():
            await self._sleep(late - self._seconds())
        self._all.went(self._seconds(), SECOND)

    def _forget(self) -> None:
        if len(self._places) <= KNOWN:
            return
        before = self._seconds() - IDLE
        for key, place in list(self._places.items()):
            idle = not place.sent or place.sent[-1] < before
            if idle and place.closed_until < self._seconds():
                del self._places[key]


def unpaced() -> Pacing:
    """For a connector of our own, which has no limits."""
    return Pacing(windows=(), rate=math.inf)
