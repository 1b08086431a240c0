"""An event loop whose time runs on by itself: nobody waits for a wait."""

from __future__ import annotations

import asyncio
import selectors
import threading
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

GRACE = 0.001
"""Real seconds in which whatever is under way (a socket, a thread) may still come."""
QUIET = 2
"""How often in a row there must be nothing."""
START = datetime(2026, 9, 14, 7, tzinfo=UTC)
"""When virtual time begins: a Monday at nine, in Amsterdam."""


def _at_work() -> bool:
    """Whether another thread of this process does something: what it brings is not here yet."""
    tasks, own = Path("/proc/self/task"), str(threading.get_native_id())
    for task in tasks.iterdir() if tasks.exists() else ():
        try:
            state = (task / "stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if task.name != own and state in "RD":
            return True
    return False


class _Jumping(selectors.DefaultSelector):
    """Where the loop would sleep until its next timer, the time jumps there."""

    ahead = 1_000.0

    def select(self, timeout: float | None = None) -> list[Any]:
        if not timeout or timeout < 0:
            return list(super().select(timeout))
        ready, quiet = list(super().select(min(timeout, GRACE))), 0
        while not ready and quiet < QUIET:
            quiet = 0 if _at_work() else quiet + 1
            ready = list(super().select(GRACE))
        if not ready:
            self.ahead += timeout
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """`time()` moves only where the loop would have slept; sockets are real."""

    def __init__(self) -> None:
        self.jumping = _Jumping()
        super().__init__(self.jumping)

    def time(self) -> float:
        return self.jumping.ahead


class VirtualClock:
    """What time it is on the wall; `jump` moves the wall clock and no wait with it."""

    def __init__(self, start: datetime = START) -> None:
        self._start = start
        self._loop = asyncio.get_running_loop()
        self._since = self._loop.time()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._loop.time() - self._since)

    def jump(self, by: timedelta) -> None:
        self._start += by


def run(work: Coroutine[Any, Any, T]) -> T:
    """`work` to its end, in virtual time."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(work)
