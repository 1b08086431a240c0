"""The assistant as a process to be measured: python -m tests.benchmarks.served STORE PORT.

No page and no sign-in; the clock stands still. `GET /delay` tells how much later than asked its
loop came back since the last time somebody asked, in ms.
"""

from __future__ import annotations

import asyncio
import signal
import statistics
import sys
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime

from aiohttp import web

from bot.clock import MovedClock
from bot.commands.serving import spare_the_loop
from bot.deployment import Deployment
from bot.serving import assistant
from storage import open_store
from tests.benchmarks.ours import credentials, entrance, sender

NOW = datetime(2026, 9, 14, 8, tzinfo=UTC)
EVERY = 0.005


class Delay:
    """A watch on the loop, from the first time that somebody asks."""

    def __init__(self) -> None:
        self._late: list[float] = []
        self._watching: asyncio.Task[None] | None = None

    async def watching(self, _: web.Application) -> AsyncIterator[None]:
        yield
        if self._watching:
            self._watching.cancel()

    async def tell(self, _: web.Request) -> web.Response:
        self._watching = self._watching or asyncio.create_task(self._watch())
        late, self._late = self._late, []
        p99 = statistics.quantiles(late, n=100)[98] if len(late) > 1 else 0.0
        return web.json_response({"p99": p99, "worst": max(late, default=0.0), "n": len(late)})

    async def _watch(self) -> None:
        while True:
            begin = time.perf_counter()
            await asyncio.sleep(EVERY)
            self._late.append((time.perf_counter() - begin - EVERY) * 1000)


async def main(url: str, port: int) -> None:
    store = open_store(url)
    delay = Delay()
    app = assistant(
        store,
        Deployment(credentials=credentials(), entrance=entrance()),
        clock=StandingClock(NOW),
        sender=sender(),
    )
    app.cleanup_ctx.append(delay.watching)
    app.router.add_get("/delay", delay.tell)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    spare_the_loop()
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, stopped.set)
    try:
        await stopped.wait()
    finally:
        await runner.cleanup()
        await store.close()


class StandingClock:
    """Always the same moment, and nobody can move it; so there is no page either."""

    def __init__(self, moment: datetime) -> None:
        self._clock = MovedClock(moment)

    def now(self) -> datetime:
        return self._clock.now()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
