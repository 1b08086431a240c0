"""An end that loses nothing: what is under way is finished, within a time that is bounded."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from queue import SimpleQueue
from types import FrameType
from typing import Final

from aiohttp import web

REQUESTS: Final = 8.5
"""Seconds after which nobody waits for the response to a request any more."""
TURNS: Final = 10.0
"""Seconds from the signal on that turns get to finish, those that were acknowledged included."""
MESSAGES: Final = 12.0
"""The same for the message that is on its way out."""
LONGEST: Final = 14.5
"""Seconds from the signal on after which the process ends whatever is still going on."""
SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)
LATE: Final = 70
"""What the process ends with when that was not in time (EX_SOFTWARE)."""


class Stopping:
    """When the end began. `announced` is told, for whoever asks whether more may come."""

    def __init__(self, announced: Callable[[], None] = lambda: None) -> None:
        self._announced = announced
        self._began: float | None = None

    def begin(self) -> None:
        if self._began is None:
            self._began = time.monotonic()
            self._announced()

    def left(self, seconds: float) -> float:
        """What is left of so many seconds since it began; all of them when it has not."""
        since = time.monotonic() - self._began if self._began is not None else 0.0
        return max(seconds - since, 0.0)


STOPPING = web.AppKey("stopping", Stopping)


def add_stopping(app: web.Application, finish: Callable[[Stopping], AsyncIterator[None]]) -> None:
    """Lets `finish` do its part before anything else of the app is closed.

    The server stops listening first and waits for its requests. There is no 503: Teams does not
    bring a message again for it, while a proxy waits for whoever refuses the connection.
    """
    stopping = app[STOPPING] = Stopping()

    async def begun(_: web.Application) -> None:
        stopping.begin()

    app.on_shutdown.append(begun)
    app.cleanup_ctx.append(lambda _: finish(stopping))


def when_signalled(stopped: asyncio.Event) -> None:
    """Sets `stopped` at the first signal; a second one, or LONGEST, ends the process at once.

    That is as safe as kill -9: what was acknowledged is on disk. The loop is asked for neither:
    it may be what does not get on.
    """
    loop, told = asyncio.get_running_loop(), list[int]()
    begun: SimpleQueue[int] = SimpleQueue()  # The one queue that a signal may put something in.

    def signalled(number: int, _: FrameType | None) -> None:
        if told:
            _end("De assistent stopt op de plaats.", 128 + number)
        told.append(number)
        begun.put(number)
        loop.call_soon_threadsafe(stopped.set)

    threading.Thread(target=_end_in_time, args=(begun,), daemon=True).start()
    for number in SIGNALS:
        signal.signal(number, signalled)


def _end_in_time(begun: SimpleQueue[int]) -> None:
    begun.get()
    time.sleep(LONGEST)
    _end("De assistent stopt nu; niet alles kwam af.", LATE)


def _end(sentence: str, code: int) -> None:
    with suppress(OSError):
        os.write(2, f"{sentence}\n".encode())
    os._exit(code)
