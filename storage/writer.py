"""The one thread that writes: what comes in while it writes goes along in the next batch."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

from storage import log
from storage.acknowledged import Mark, Marks, mark_forward, write_marks
from storage.disk import LostError
from storage.errors import why
from storage.ledger import Ledger

T = TypeVar("T")

BEHIND = "de wijziging ervoor is niet bewaard"


@dataclass
class Pending:
    """A commit on its way to the disk; `settle` hears on the loop how it ended."""

    ledger: Ledger
    number: int
    commit: bytes
    settle: Callable[[Exception | None], None]
    trouble: Exception | None = None


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
        self.marks = marks
        self._directory = directory
        self._loop: asyncio.AbstractEventLoop | None = None
        self._log = log.begun(directory)
        self._unsynced: dict[str, Ledger] = {}
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

    def begin_anew(self) -> None:
        """Have every journal on disk, so that the log is not needed. In the thread.

        Raises LostError, or OSError: then the log goes on as it was.
        """
        for ledger in self._unsynced.values():
            ledger.sync()
            mark_forward(self.marks, ledger.place, ledger.home.key, ledger.last)
        write_marks(self._directory, self.marks)
        self._unsynced.clear()
        self._log.cut(0)

    def forget(self, ledger: Ledger) -> None:
        """Close a journal that is not written for now. In the thread."""
        if self._unsynced.get(ledger.place) is ledger:
            ledger.sync()
            del self._unsynced[ledger.place]
        if ledger.last:
            mark_forward(self.marks, ledger.place, ledger.home.key, ledger.last)
        ledger.close()

    def _hand_over(self) -> None:
        """All that one round of the loop brought, at once: to wake the thread costs something."""
        if self._coming:
            self._queue.put(self._coming)
            self._coming = []

    def wipe_log(self) -> None:
        """Nothing that was in the log may be found in it any more. In the thread."""
        self.begin_anew()
        self._log.sync()

    async def close(self) -> None:
        """Put everything to rest; where that fails the log still has it."""
        if not self.lost:
            with suppress(OSError, LostError):
                await self.run(self._rest)
        self._hand_over()
        self._queue.put(None)
        await asyncio.to_thread(self._thread.join)
        self._log.close()

    def _rest(self) -> None:
        ledgers = list(self._unsynced.values())
        self.begin_anew()
        for ledger in ledgers:
            ledger.close()
        log.remove(self._directory)

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
        if self._log.size > log.LONGEST and not self.lost:
            self._do(_Task(self.begin_anew))

    def _write(self, batch: list[Pending]) -> None:
        if self.lost:
            raise LostError(self.lost)
        by_ledger: dict[Ledger, list[Pending]] = {}
        for pending in batch:
            by_ledger.setdefault(pending.ledger, []).append(pending)
        marks = {ledger: ledger.mark() for ledger in by_ledger}
        added = [
            pending for ledger, some in by_ledger.items() for pending in self._added(ledger, some)
        ]
        if not added:
            return
        self._unsynced |= {pending.ledger.place: pending.ledger for pending in added}
        try:
            self._log.add(log.batch((each.ledger.place, each.commit) for each in added))
        except OSError as error:
            for ledger, mark in marks.items():
                ledger.cut(mark)
            for pending in added:
                pending.trouble = error
            return
        self._log.sync()

    def _added(self, ledger: Ledger, some: list[Pending]) -> list[Pending]:
        """Those that are in their journal; the others know why not."""
        next_: list[Pending] = []
        for pending in some:
            if pending.number == ledger.last + 1 + len(next_):
                next_.append(pending)
            else:
                pending.trouble = OSError(errno.ECANCELED, BEHIND)
        try:
            if next_:
                self._know(ledger)
                ledger.add([pending.commit for pending in next_])
        except (OSError, ValueError) as error:
            for pending in next_:
                pending.trouble = error
            return []
        return next_

    def _know(self, ledger: Ledger) -> None:
        """Have a new part among the marks before it is founded: what the log does not have of it
        was never acknowledged. Raises OSError."""
        if ledger.place not in self.marks:
            mark = Mark(ledger.home.key, ledger.last)
            write_marks(self._directory, self.marks | {ledger.place: mark})
            self.marks[ledger.place] = mark

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
