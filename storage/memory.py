"""What the parts of one store share: its writer, its threads, and room for some of them."""

from __future__ import annotations

import asyncio
import errno
import os
import shutil
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from storage.acknowledged import Mark, Marks, mark_forward
from storage.codec import Contents
from storage.disk import Grown, LostError, sync_directory, write_synced
from storage.errors import DamagedError, NotKeptError, StoreError
from storage.frames import framed
from storage.home import Home, Loaded
from storage.ledger import Ledger
from storage.log import NAME as LOG
from storage.writer import Writer

if TYPE_CHECKING:
    from storage.part import TinyPart

T = TypeVar("T")

PARTS = 32
"""Parts in memory at once; those used longest ago make room, and are on disk."""
QUARANTINE = "quarantine"


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
        for place in list(self._used)[: max(0, len(self._used) - self._parts)]:
            if self._used[place].is_idle():
                self._leave(self._used.pop(place))

    def troubled(self, sentence: str) -> None:
        self.writer.trouble = sentence

    def load(self, home: Home, place: str) -> Loaded:
        """As it is on disk, with what is damaged told once. Any thread."""
        loaded = home.load({}, self.acknowledged(place))
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
                await self.writer.run(lambda: self.writer.forget(ledger))
            number = await self.thread(
                lambda: only(self.directory, part.home, part.number + 1, contents)
            )
            self._left[part.place] = number
            mark_forward(self._marks, part.place, part.home.key, number)
            part.rewritten(number)
            await self.writer.run(self.writer.wipe_log)
        except (OSError, ValueError, LostError) as error:
            raise NotKeptError(f"{part.home.path} is niet geschreven: {error}.") from error

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
                await self.writer.run(lambda: self.writer.forget(ledger))


def mend(directory: Path, home: Home, loaded: Loaded, acknowledged: int | None) -> None:
    """Put the damaged files aside, with a report, and go on from what is left.

    Raises StoreError when the disk does not let us.
    """
    aside = directory / QUARANTINE / f"{home.path.name}-{_moment()}"
    # Above the name of every file, also of one that cannot be read: the newest counts.
    loaded.number = max(loaded.number, acknowledged or 0, home.newest())
    try:
        home.path.mkdir(parents=True, exist_ok=True)
        sync_directory(home.path.parent)
        put_aside(home.path, aside, loaded.odd)
        loaded.weight = home.write_snapshot(loaded.number, loaded.contents)
        loaded.journal = home.begin_journal(loaded.number)
        loaded.size = loaded.journal.stat().st_size
        home.forget_old(1)
    except OSError as error:
        raise StoreError(f"{home.path} is beschadigd en niet te herstellen: {error}.") from error
    loaded.horizon, loaded.changed = loaded.number, {}
    loaded.odd = [f"{sentence} De bestanden staan in {aside}." for sentence in loaded.odd]


def put_aside(path: Path, aside: Path, odd: list[str], which: str = "*") -> None:
    """Copies of the files in a directory, and what is odd, on disk. Raises OSError."""
    aside.mkdir(parents=True, exist_ok=True)
    for file in path.glob(which):
        write_synced(aside / file.name, [file.read_bytes()])
    if odd:
        write_synced(aside / "report.txt", ["".join(f"{line}\n" for line in odd).encode()])
    for made in (aside, aside.parent, aside.parent.parent):
        sync_directory(made)


def only(directory: Path, home: Home, number: int, contents: Contents) -> int:
    """The part as this and nothing else, in one new generation; its number.

    Raises OSError, ValueError.
    """
    number = max(number, home.newest() + 1)
    if home.path.exists():
        home.write_snapshot(number, contents)
        home.begin_journal(number)
    else:
        _founded(home, number, contents)
    home.forget_old(1)
    for aside in (directory / QUARANTINE).glob(f"{home.path.name}-*Z"):
        shutil.rmtree(aside)
    for older in directory.glob("schema-*"):
        shutil.rmtree(older / home.path.relative_to(directory), ignore_errors=True)
    sync_directory(home.path)
    return number


def _founded(home: Home, number: int, contents: Contents) -> None:
    """A part that was not there comes to be with all of this, or not at all."""
    beside = Home(home.path.with_name(f".{home.path.name}.new"), home.key)
    shutil.rmtree(beside.path, ignore_errors=True)
    beside.path.mkdir()
    beside.write_snapshot(number, contents)
    beside.begin_journal(number)
    beside.path.rename(home.path)
    sync_directory(home.path.parent)


def settle(loaded: Loaded) -> None:
    """What was under way at a stop and counts has to be on disk before anybody sees it."""
    if loaded.journal is None:
        return
    number = os.open(loaded.journal, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(number)
    except OSError as error:
        raise StoreError(f"{loaded.journal} is niet op schijf gekomen.") from error
    finally:
        os.close(number)


def recover(
    directory: Path, marks: Marks, places: Mapping[str, Home], log: Mapping[str, dict[int, bytes]]
) -> list[str]:
    """After a stop: bring what the log has into the journals, on disk; what was found odd.

    It is written anew although it can be read: what a sync refused may be in memory only, and a
    second sync would say that all is well. Raises OSError, and then the log still has it.
    """
    odd: list[str] = []
    for place, commits in log.items():
        home, mark = places[place], marks.get(place)
        try:
            loaded = home.load(commits, mark.number if mark else None)
        except DamagedError as error:
            odd.append(f"{error} Wat het logboek ervan heeft, staat in {log_aside(directory)}.")
            mark_forward(marks, place, home.key, max(commits, default=0))
            continue
        if loaded.whole:
            _complete(loaded)
            home.write_snapshot(loaded.number, loaded.contents)
            home.begin_journal(loaded.number)
            home.forget_old()
        else:
            mend(directory, home, loaded, max([*commits, mark.number if mark else 0]))
            odd += loaded.odd
        marks[place] = Mark(home.key, loaded.number)
    return odd


def log_aside(directory: Path) -> Path:
    """Where a copy of the log is from now on. Raises OSError."""
    aside = directory / QUARANTINE / f"log-{_moment()}"
    put_aside(directory, aside, [], LOG)
    return aside


def _moment() -> str:
    return time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())


def _complete(loaded: Loaded) -> None:
    """Bring what the log has into the journal, for when a later snapshot is damaged."""
    if loaded.journal is None:
        return
    journal = Grown(loaded.journal, loaded.marked)
    try:
        journal.add(b"".join(framed(loaded.later[number]) for number in sorted(loaded.later)))
        journal.sync()
    except LostError as error:
        raise OSError(errno.EIO, str(error)) from error
    finally:
        journal.close()
