"""A store that is read beside the process that writes it, or when none does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import TypeVar

from plan.records import Record
from storage.acknowledged import Marks, read_marks
from storage.checking import checked
from storage.codec import Contents
from storage.errors import NEWER, NewerStoreError, NotKeptError, UnknownStoreError
from storage.finding import found
from storage.home import Home
from storage.journal import SCHEMA
from storage.keyed import KeyedDB
from storage.loading import Loaded
from storage.log import read_log
from storage.order import SHARED, listed, place_of
from storage.store import News
from storage.upgrade import schema_of

R = TypeVar("R", bound=Record)

READ_ONLY = "De opslag is alleen geopend om te lezen."
TRIES = 5
"""Files come and go while they are read; then they are read once more."""


class PartBeside:
    """Each look sees what was on disk at that moment."""

    def __init__(self, directory: Path, place: str, key: str) -> None:
        self._directory = directory
        self._place = place
        self._home = Home(directory / place, key)

    async def find(self, kind: type[R], **equals: str) -> list[R]:
        return await asyncio.to_thread(self._find, kind, equals)

    async def put(
        self, *records: Record, drop: tuple[Record, ...] = (), seen: int | None = None
    ) -> int:
        raise NotKeptError(READ_ONLY)

    async def drop(self, kind: type[Record], **equals: str) -> None:
        raise NotKeptError(READ_ONLY)

    async def since(self, number: int) -> News:
        loaded = await asyncio.to_thread(self.load)
        if loaded.number == number:
            return News(number=number, kept=())
        kept = found(self._home.path, KeyedDB(loaded.contents), Record, {})
        return News(number=loaded.number, kept=tuple(kept), whole=True)

    def load(self) -> Loaded:
        for n in range(TRIES):
            marks, log = _marks_and_log(self._directory)
            mark = marks.get(self._place)
            loaded = self._home.load(log.get(self._place, {}), mark.number if mark else None)
            if loaded.whole or n == TRIES - 1:
                return loaded
        raise AssertionError("unreachable")

    def _find(self, kind: type[R], equals: dict[str, str]) -> list[R]:
        return found(self._home.path, KeyedDB(self.load().contents), kind, equals)


class StoreBeside:
    """Nothing is made, locked or changed. Raises UnknownStoreError for another schema."""

    def __init__(self, directory: Path) -> None:
        schema = schema_of(directory)
        if schema > SCHEMA:
            raise NewerStoreError(NEWER.format(directory))
        if schema < SCHEMA:
            raise UnknownStoreError(
                f"De opslag {directory} is van een oudere versie. Start eerst één keer de "
                "assistent: die werkt de opslag bij."
            )
        self._directory = directory
        self._damage: list[str] = []

    async def plans(self) -> tuple[str, ...]:
        return tuple(sorted((await asyncio.to_thread(self._listed)).values()))

    async def numbers(self) -> Mapping[str, int]:
        return {key: (await self.plan(key).since(-1)).number for key in await self.plans()}

    def plan(self, key: str) -> PartBeside:
        return PartBeside(self._directory, place_of(key), key)

    @property
    def shared(self) -> PartBeside:
        return PartBeside(self._directory, SHARED, SHARED)

    def alone(self, name: str) -> AbstractAsyncContextManager[None]:
        raise NotKeptError(READ_ONLY)

    def claim(self, plan: str, key: str) -> AbstractAsyncContextManager[bool]:
        raise NotKeptError(READ_ONLY)

    async def lost(self) -> str:
        await asyncio.Event().wait()
        return ""

    async def health(self) -> str:
        return READ_ONLY

    def damage(self) -> tuple[str, ...]:
        return tuple(self._damage)

    async def everything(self) -> AsyncIterator[tuple[str | None, Contents]]:
        yield None, await self._contents(self.shared)
        for key in await self.plans():
            yield key, await self._contents(self.plan(key))

    async def inspect(self) -> AsyncIterator[str]:
        """What is odd in any of its files, a sentence each. Changes nothing."""
        for sentence in await asyncio.to_thread(lambda: list(checked(self._directory))):
            yield sentence

    async def rewrite(self, key: str | None, contents: Contents) -> None:
        raise NotKeptError(READ_ONLY)

    async def close(self) -> None:
        """There is nothing to let go of."""

    async def _contents(self, part: PartBeside) -> Contents:
        loaded = await asyncio.to_thread(part.load)
        self._damage += loaded.odd
        return {name: table for name, table in loaded.contents.items() if table}

    def _listed(self) -> dict[str, str]:
        marks, log = _marks_and_log(self._directory)
        return listed(self._directory, marks, self._damage, log)


def _marks_and_log(directory: Path) -> tuple[Marks, dict[str, dict[int, bytes]]]:
    """As they belong together: the marks move on just before the log begins anew."""
    marks, _ = read_marks(directory)
    while True:
        log = read_log(directory, marks).commits
        before, (marks, _) = marks, read_marks(directory)
        if marks == before:
            return marks, log
