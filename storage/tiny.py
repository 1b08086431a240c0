"""A store on TinyDB: one directory with a directory per plan, for one process."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path

from storage.checking import checked
from storage.codec import Contents
from storage.disk import write_synced
from storage.errors import why
from storage.holding import Locks
from storage.home import Home
from storage.memory import PARTS, Memory
from storage.order import SHARED, held, listed, place_of, put_in_order
from storage.part import TinyPart
from storage.upgrade import Progress


class TinyStore:
    """The plans under one directory, some of them in memory.

    The directory is made where needed. Raises StoreInUseError, UnknownStoreError for a directory
    that cannot be locked, DamagedError, and OSError where the directory cannot be used.
    """

    def __init__(
        self, directory: Path, *, parts: int = PARTS, progress: Progress = lambda done, of: None
    ) -> None:
        self._directory = directory
        self._lock: int | None = held(directory)
        try:
            marks, odd = put_in_order(directory, progress)
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
            troubles = writer.troubles
            now = await self._memory.thread(self._tried)
            if writer.troubles == troubles:  # Else something failed while the disk was tried.
                writer.trouble = now
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
            return f"{self._directory} is niet te beschrijven: {why(error)}."
        finally:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        return ""
