"""A store on TinyDB: one directory with one file per plan, for one process."""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
from collections.abc import AsyncIterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path

from storage.codec import Contents
from storage.file import PartFile, read_key
from storage.holding import Locks
from storage.lock import hold
from storage.part import TinyPart
from storage.whole import sync_directory

_FILE = "records.jsonl"


class TinyStore:
    """The plans under one directory, each in memory from its first use on.

    With `reading` nothing is made, locked or changed, and each `find` sees what was on disk at
    that moment; so it may stand beside the process that writes. Without it the directory is made
    where needed. Raises StoreInUseError, and OSError where the directory cannot be used.
    """

    def __init__(self, directory: Path, *, reading: bool = False) -> None:
        self._directory = directory
        self._refusal = "De opslag is alleen geopend om te lezen." if reading else ""
        self._lock = None if reading else _made_and_held(directory)
        self._threads = ThreadPoolExecutor(thread_name_prefix="storage")
        self._parts: dict[Path, TinyPart] = {}
        self._locks = Locks()

    async def plans(self) -> tuple[str, ...]:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._keys)

    def plan(self, key: str) -> TinyPart:
        return self._part(self._directory / "plans" / directory_name(key), key)

    @property
    def shared(self) -> TinyPart:
        return self._part(self._directory / "shared", "shared")

    async def numbers(self) -> Mapping[str, int]:
        return {key: self.plan(key).number for key in await self.plans()}

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

    async def health(self) -> str:
        return ""

    def damage(self) -> tuple[str, ...]:
        return ()

    async def everything(self) -> AsyncIterator[tuple[str | None, Contents]]:
        yield None, await self.shared.contents()
        for key in await self.plans():
            yield key, await self.plan(key).contents()

    async def rewrite(self, key: str | None, contents: Contents) -> None:
        await (self.shared if key is None else self.plan(key)).rewrite(contents)

    async def close(self) -> None:
        self._refusal = "De opslag is gesloten."
        for part in self._parts.values():
            await part.refuse(self._refusal)
        await asyncio.to_thread(self._threads.shutdown)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _keys(self) -> tuple[str, ...]:
        # A name with a dot is a plan that was never finished.
        homes = (self._directory / "plans").glob("[!.]*")
        return tuple(sorted(read_key(home / _FILE) for home in homes))

    def _part(self, home: Path, key: str) -> TinyPart:
        if home not in self._parts:
            file = PartFile(home / _FILE, key)
            self._parts[home] = TinyPart(file, self._threads, refusal=self._refusal)
        return self._parts[home]


def directory_name(key: str) -> str:
    """A name for the directory of a plan: safe whatever the key is, and its own."""
    words = re.sub(r"[^a-z0-9]+", "-", key.lower())[:40].strip("-")
    sum_ = hashlib.sha256(key.encode(errors="surrogatepass")).hexdigest()[:16]
    return f"{words}-{sum_}".lstrip("-")


def _made_and_held(directory: Path) -> int:
    (directory / "plans").mkdir(parents=True, exist_ok=True)
    held = hold(directory / "lock")
    for made in (directory, directory.parent):
        sync_directory(made)
    return held
