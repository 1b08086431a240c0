"""A store on TinyDB: one directory with a directory per plan, for one process."""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
from collections.abc import AsyncIterator, Container, Mapping
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path

from storage.acknowledged import NAME as MARKS
from storage.acknowledged import Marks, read_marks, write_marks
from storage.checking import checked
from storage.codec import Contents
from storage.disk import sync_directory, write_synced
from storage.errors import DamagedError
from storage.holding import Locks
from storage.home import Home, read_key
from storage.lock import hold, refuse_network
from storage.log import read_log
from storage.memory import PARTS, Memory, log_aside, recover
from storage.part import TinyPart
from storage.upgrade import Progress, upgrade

SHARED = "shared"


class TinyStore:
    """The plans under one directory, some of them in memory.

    The directory is made where needed. Raises StoreInUseError, UnknownStoreError for a directory
    that cannot be locked, DamagedError, and OSError where the directory cannot be used.
    """

    def __init__(
        self, directory: Path, *, parts: int = PARTS, progress: Progress = lambda done, of: None
    ) -> None:
        self._directory = directory
        self._lock: int | None = _held(directory)
        try:
            marks, odd = _put_in_order(directory, progress)
            self._memory = Memory(directory, marks, parts=parts)
        except BaseException:
            os.close(self._lock)
            raise
        self._memory.damage += odd
        self._marks = marks
        self._parts: dict[str, TinyPart] = {}
        self._locks = Locks()
        self._lost = asyncio.Event()
        self._memory.writer.on_lost = self._lost.set

    async def plans(self) -> tuple[str, ...]:
        return tuple(sorted((await self._places()).values()))

    async def numbers(self) -> Mapping[str, int]:
        return {
            key: self._parts[place].number
            if place in self._parts
            else self._memory.acknowledged(place) or 0
            for place, key in (await self._places()).items()
        }

    def plan(self, key: str) -> TinyPart:
        return self._part(place_of(key), key)

    @property
    def shared(self) -> TinyPart:
        return self._part(SHARED, SHARED)

    @asynccontextmanager
    async def alone(self, name: str) -> AsyncIterator[None]:
        async with self._locks.of(name):
            yield

    @asynccontextmanager
    async def claim(self, plan: str, key: str) -> AsyncIterator[bool]:
        lock = self._locks.of(f"claim {plan} {key}")
        if lock.locked():
            yield False
            return
        async with lock:
            yield True

    async def lost(self) -> str:
        """Returns when the process must end, with the reason: nothing can be kept any more."""
        await self._lost.wait()
        return self._memory.writer.lost

    async def health(self) -> str:
        writer = self._memory.writer
        if writer.trouble and not writer.lost:
            writer.trouble = await self._memory.thread(self._tried)
        return writer.lost or writer.trouble

    def damage(self) -> tuple[str, ...]:
        return tuple(self._memory.damage)

    async def everything(self) -> AsyncIterator[tuple[str | None, Contents]]:
        yield None, await self.shared.contents()
        for key in await self.plans():
            yield key, await self.plan(key).contents()

    async def inspect(self) -> AsyncIterator[str]:
        """What is odd in any of its files, a sentence each. Changes nothing."""
        for sentence in await asyncio.to_thread(lambda: list(checked(self._directory))):
            yield sentence

    async def rewrite(self, key: str | None, contents: Contents) -> None:
        part = self.shared if key is None else self.plan(key)
        await self._memory.rewrite(part, contents)

    async def close(self) -> None:
        if self._lock is None:
            return
        self._memory.closed = "De opslag is gesloten."
        await self._memory.close()
        os.close(self._lock)
        self._lock = None

    async def _places(self) -> dict[str, str]:
        """Place -> key of every plan."""
        here = {place for place, part in self._parts.items() if part.number}
        return await self._memory.thread(
            partial(listed, self._directory, self._marks, self._memory.damage, here)
        )

    def _part(self, place: str, key: str) -> TinyPart:
        if place not in self._parts:
            home = Home(self._directory / place, key)
            self._parts[place] = TinyPart(home, place, self._memory)
        return self._parts[place]

    def _tried(self) -> str:
        """Whether the disk takes something again."""
        path = self._directory / ".tried"
        try:
            write_synced(path, [b"\0" * 4096])
        except OSError as error:
            return f"{self._directory} is niet te beschrijven: {error.strerror}."
        finally:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        return ""


def place_of(key: str) -> str:
    """Where a plan is, under the directory of the store: safe whatever its key, and its own."""
    words = re.sub(r"[^a-z0-9]+", "-", key.lower())[:40].strip("-")
    sum_ = hashlib.sha256(key.encode(errors="surrogatepass")).hexdigest()[:16]
    return "plans/" + f"{words}-{sum_}".lstrip("-")


def listed(
    directory: Path, marks: Marks, damage: list[str], ahead: Container[str] = ()
) -> dict[str, str]:
    """Place -> key of every plan in which something was kept; one that cannot be told, or whose
    directory is gone, is named in `damage`. `ahead`: places past their mark."""
    found = {
        place: mark.key
        for place, mark in marks.copy().items()
        if place != SHARED and (mark.number or place in ahead)
    }
    there = {f"plans/{home.name}" for home in (directory / "plans").glob("[!.]*")}
    told = [f"{directory / place} is weg." for place in found.keys() - there]
    for place in sorted(there - marks.keys()):
        try:
            found[place] = read_key(directory / place)
        except DamagedError as error:
            told.append(str(error))
    damage += [sentence for sentence in told if sentence not in damage]
    return found


def _held(directory: Path) -> int:
    directory.mkdir(parents=True, exist_ok=True)
    refuse_network(directory)
    return hold(directory / "lock")


def _put_in_order(directory: Path, progress: Progress) -> tuple[Marks, list[str]]:
    """What an older program or a stop left behind comes to rest; what was found odd."""
    upgrade(directory, progress)
    (directory / "plans").mkdir(exist_ok=True)
    for made in (directory, directory.parent):
        sync_directory(made)
    marks, odd = read_marks(directory)
    if not (directory / MARKS).exists():
        odd = f"{directory / MARKS} is weg." if any((directory / "plans").iterdir()) else ""
        write_marks(directory, marks)
    log = read_log(directory, marks)
    for place, mark in marks.items():
        if not mark.number and (directory / place).exists():
            log.commits.setdefault(place, {})  # Founded, and then came the stop.
    found, places = [*filter(None, [odd]), *log.odd], {}
    for place in list(log.commits):
        try:
            places[place] = Home(directory / place, key_of(directory, place, marks))
        except DamagedError as error:
            found.append(f"{error} Wat het logboek ervan heeft, staat in {log_aside(directory)}.")
            del log.commits[place]
    found += recover(directory, marks, places, log.commits)
    if log.commits or odd:
        write_marks(directory, marks)
    return marks, found


def key_of(directory: Path, place: str, marks: Marks) -> str:
    """Of the part at a place. Raises DamagedError."""
    if place == SHARED:
        return SHARED
    return marks[place].key if place in marks else read_key(directory / place)
