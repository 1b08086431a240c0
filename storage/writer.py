"""The one thread that writes: what comes in while it writes goes along in the next batch."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

from storage.acknowledged import Marks
from storage.books import Books, Pending
from storage.disk import LostError
from storage.errors import why

T = TypeVar("T")


@dataclass
class _Task:
    run: Callable[[], object]
    done: Future[object] = field(default_factory=Future)


class Writer:
    """Nobody hears that something is kept before it is on disk."""

    def __init__(self, directory: Path, marks: Marks) -> None:
        self.lost = ""
        """Why nothing can be kept any more, ever."""
        self.trouble = ""
        """Why the last batch was not kept, whole or in part."""
        self.troubles = 0
        """How often that was."""
        self.books = Books(directory, marks)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._coming: list[Pending | _Task] = []
        self._queue: SimpleQueue[list[Pending | _Task] | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="storage", daemon=True)
        self._thread.start()
        self.on_lost: Callable[[], None] = lambda: None

    def submit(self, pending: Pending) -> None:
        """From the loop that is to hear of it."""
        if not self._coming:
            self._loop = asyncio.get_running_loop()
            self._loop.call_soon(self._hand_over)
        self._coming.append(pending)

    def troubled(self, sentence: str) -> None:
        self.troubles += 1
        self.trouble = sentence

    async def run(self, task: Callable[[], T]) -> T:
        """In the writer's thread, after everything that was submitted before.

        Once asked it is done, also when nobody waits for it any more.
        """
        asked = _Task(task)
        asked.done.set_running_or_notify_cancel()
        self._loop = asyncio.get_running_loop()
        self._hand_over()
        self._queue.put([asked])
        return await asyncio.wrap_future(asked.done)  # type: ignore[arg-type]

    def _hand_over(self) -> None:
        """All that one round of the loop brought, at once: to wake the thread costs something."""
        if self._coming:
            self._queue.put(self._coming)
            self._coming = []

    async def close(self) -> None:
        """Put everything to rest; where that fails the log still has it."""
        if not self.lost:
            with suppress(OSError, LostError):
                await self.run(self.books.rest)
        self._hand_over()
        self._queue.put(None)
        await asyncio.to_thread(self._thread.join)
        self.books.close()

    def _run(self) -> None:
        while (first := self._queue.get()) is not None:
            batch: list[Pending] = []
            for one in chain(first, *self._waiting()):
                if isinstance(one, _Task):
                    self._keep(batch)
                    batch = []
                    self._do(one)
                else:
                    batch.append(one)
            self._keep(batch)

    def _waiting(self) -> Iterator[list[Pending | _Task]]:
        while not self._queue.empty():
            more = self._queue.get()
            if more is None:
                self._queue.put(None)
                return
            yield more

    def _do(self, task: _Task) -> None:
        try:
            task.done.set_result(task.run())
        except LostError as error:
            self._lose(error)
            task.done.set_exception(error)
        except BaseException as error:
            task.done.set_exception(error)

    def _keep(self, batch: list[Pending]) -> None:
        if not batch:
            return
        try:
            self._write(batch)
        except Exception as error:
            self._lose(error)
            for pending in batch:
                pending.trouble = error
        failed = [pending.trouble for pending in batch if pending.trouble]
        self.trouble = ""
        if failed:
            self.troubled(why(failed[0]))
        self._tell(batch)
        if self.books.is_full and not self.lost:
            self._do(_Task(self.books.begin_anew))

    def _write(self, batch: list[Pending]) -> None:
        if self.lost:
            raise LostError(self.lost)
        self.books.write(batch)

    def _lose(self, error: Exception) -> None:
        self.lost = self.lost or str(error) or repr(error)
        self._on_loop(self.on_lost)

    def _tell(self, batch: list[Pending]) -> None:
        def settle() -> None:
            for pending in batch:
                pending.settle(pending.trouble)

        self._on_loop(settle)

    def _on_loop(self, call: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # The loop may be gone already.
            if self._loop:
                self._loop.call_soon_threadsafe(call)
