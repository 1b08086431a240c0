"""What the parts of one store share: its writer, its threads, and room for some of them."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from storage.acknowledged import Marks, mark_forward
from storage.codec import Contents
from storage.disk import Grown, LostError
from storage.errors import DamagedError, NotKeptError, why
from storage.home import Home
from storage.ledger import Ledger
from storage.loading import Loaded
from storage.mending import mend, only, settle
from storage.writer import Writer

if TYPE_CHECKING:
    from storage.part import TinyPart

T = TypeVar("T")

PARTS = 32
"""Parts in memory at once; those used longest ago make room, and are on disk."""


class Memory:
    """Only the loop touches it, but for `load`."""

    def __init__(self, directory: Path, marks: Marks, *, parts: int = PARTS) -> None:
        self.directory = directory
        self.writer = Writer(directory, marks)
        self.damage: list[str] = []
        self.closed = ""
        self._marks = marks
        self._parts = parts
        self._threads = ThreadPoolExecutor(max_workers=4, thread_name_prefix="storage")
        self._used: OrderedDict[str, TinyPart] = OrderedDict()
        self._latest: TinyPart | None = None
        self._left: dict[str, int] = {}
        """Where parts were when they left; a mark follows when their journal is on disk."""
        self._leaving: set[asyncio.Task[None]] = set()

    async def thread(self, call: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, call)

    def refusal(self) -> str:
        """Why nothing may be changed."""
        return self.closed or self.writer.lost

    def acknowledged(self, place: str) -> int | None:
        """The last commit of a part that is not in memory; None when that is not known."""
        mark, left = self._marks.get(place), self._left.get(place)
        return max(mark.number if mark else 0, left or 0) if mark or left else None

    def used(self, part: TinyPart) -> None:
        """It goes to the end of the row; the first ones that nothing happens in leave."""
        if part is self._latest:
            return
        self._latest = part
        self._used[part.place] = part
        self._used.move_to_end(part.place)
        if len(self._used) <= self._parts:
            return
        for place in list(self._used)[: len(self._used) - self._parts]:
            if self._used[place].is_idle():
                self._leave(self._used.pop(place))

    def load(self, home: Home, place: str) -> Loaded:
        """As it is on disk, with what is damaged told once. Any thread."""
        try:
            loaded = home.load({}, self.acknowledged(place))
        except DamagedError as error:
            if str(error) not in self.damage:
                self.damage.append(str(error))
            raise
        if not loaded.whole:
            mend(self.directory, home, loaded, self.acknowledged(place))
            self.damage += loaded.odd
        elif loaded.number > (self.acknowledged(place) or 0):
            settle(loaded)
        return loaded

    async def opened(self, home: Home, place: str) -> tuple[Loaded, Ledger]:
        """The part, and its journal to go on in."""

        def open_() -> tuple[Loaded, Ledger]:
            loaded = self.load(home, place)
            journal = Grown(loaded.journal, loaded.size) if loaded.journal else None
            return loaded, Ledger(home, place, loaded.number, journal)

        return await self.thread(open_)

    async def rewrite(self, part: TinyPart, contents: Contents) -> None:
        """This and nothing else, also on disk: no older file has anything of the part."""
        await part.settled()
        self._used.pop(part.place, None)
        self._latest = None
        ledger = part.leave_memory()
        try:
            if ledger:
                await self.writer.run(lambda: self.writer.books.forget(ledger))
            number = await self.thread(
                lambda: only(self.directory, part.home, part.number + 1, contents)
            )
            self._left[part.place] = number
            mark_forward(self._marks, part.place, part.home.key, number)
            part.rewritten(number)
            await self.writer.run(self.writer.books.wipe_log)
        except (OSError, ValueError, LostError) as error:
            raise NotKeptError(f"Niet bewaard in {part.home.path}: {why(error)}.") from error

    async def close(self) -> None:
        for part in list(self._used.values()):
            await part.settled()
        for part in self._used.values():
            self._leave(part)
        self._used.clear()
        await asyncio.gather(*self._leaving)
        await self.writer.close()
        await asyncio.to_thread(self._threads.shutdown)

    def _leave(self, part: TinyPart) -> None:
        ledger = part.leave_memory()
        if ledger is None:
            return
        if part.number:
            self._left[part.place] = part.number
        task = asyncio.create_task(self._closed(ledger))
        self._leaving.add(task)
        task.add_done_callback(self._leaving.discard)

    async def _closed(self, ledger: Ledger) -> None:
        if not self.writer.lost:
            with suppress(LostError):  # The writer tells of it.
                await self.writer.run(lambda: self.writer.books.forget(ledger))
