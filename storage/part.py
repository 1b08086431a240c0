"""One part of a store on TinyDB: read from memory, changed on a copy, its file swapped."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Executor
from functools import partial
from typing import TypeVar

import msgspec

from plan.records import Record
from storage.codec import Body, Contents, decode, encode, kinds, matching
from storage.errors import DamagedError, NotKeptError, OvertakenError
from storage.file import PartFile
from storage.keyed import KeyedDB
from storage.store import News

R = TypeVar("R", bound=Record)


class TinyPart:
    """The three verbs on one file.

    `refusal` says why nothing may be changed, where that is so; the file may then be somebody
    else's, and is read anew each time.
    """

    def __init__(self, file: PartFile, threads: Executor, *, refusal: str = "") -> None:
        self._file = file
        self._threads = threads
        self._refusal = refusal
        self._ours = not refusal
        self._kept: KeyedDB | None = None
        self._number = self._opened = 0
        self._changed: dict[tuple[str, str], int] = {}
        # The queue lets a part take one thread and no more; the lock holds also when the caller
        # is cancelled half-way and leaves the queue while its thread still writes.
        self._queue = asyncio.Lock()
        self._lock = threading.RLock()

    async def find(self, kind: type[R], **equals: str) -> list[R]:
        look = partial(self._found, kind=kind, equals=equals)
        if self._kept is not None:
            return look(self._kept)
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, lambda: look(self._loaded()))

    async def put(
        self, *records: Record, drop: tuple[Record, ...] = (), seen: int | None = None
    ) -> int:
        kept: dict[str, dict[str, Body]] = {}
        for record in records:
            kept.setdefault(type(record).__name__, {})[record.key] = encode(record)
        dropped: dict[str, list[str]] = {}
        for record in drop:
            dropped.setdefault(type(record).__name__, []).append(record.key)

        touched = [(type(record).__name__, record.key) for record in (*records, *drop)]

        def change(draft: KeyedDB) -> list[tuple[str, str]]:
            if seen is not None:
                self._check(touched, seen)
            for name, bodies in kept.items():
                draft.keep(name, bodies)
            for name, keys in dropped.items():
                draft.leave_out(name, keys)
            return touched

        if not touched:
            return self._number
        return await self._change(change)

    async def drop(self, kind: type[Record], **equals: str) -> None:
        matches = matching(kind, equals)
        names = [each.__name__ for each in kinds(kind)]

        def change(draft: KeyedDB) -> list[tuple[str, str]]:
            touched = []
            for name in names:
                found = draft.find(name, matches, equals.get("key"))
                draft.leave_out(name, [body["key"] for body in found])
                touched += [(name, body["key"]) for body in found]
            return touched

        await self._change(change)

    async def since(self, number: int) -> News:
        found = await self.find(Record)
        if self._number == number:
            return News(number=number, kept=())
        return News(number=self._number, kept=tuple(found), whole=True)

    async def contents(self) -> Contents:
        return await asyncio.to_thread(lambda: self._loaded().copy().contents())

    async def rewrite(self, contents: Contents) -> None:
        def change(draft: KeyedDB) -> list[tuple[str, str]]:
            draft.storage.write(contents)
            return []

        await self._change(change)

    @property
    def number(self) -> int:
        return self._number

    def _check(self, touched: list[tuple[str, str]], seen: int) -> None:
        for each in touched:
            if self._changed.get(each, self._opened) > seen:
                raise OvertakenError(f"{each[0]} {each[1]!r} is intussen gewijzigd.")

    async def refuse(self, why: str) -> None:
        """Wait for the changes under way and refuse the next ones."""
        async with self._queue:
            self._refusal = why

    async def _change(self, change: Callable[[KeyedDB], list[tuple[str, str]]]) -> int:
        async with self._queue:
            if self._refusal:
                raise NotKeptError(self._refusal)
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._threads, self._write, change)

    def _write(self, change: Callable[[KeyedDB], list[tuple[str, str]]]) -> int:
        with self._lock:
            draft = self._loaded().copy()
            touched = change(draft)
            try:
                self._file.write(draft.contents())
            except (OSError, ValueError) as error:
                raise NotKeptError(f"{self._file.path} is niet geschreven: {error}.") from error
            self._kept = draft
            self._number += 1
            self._changed |= dict.fromkeys(touched, self._number)
            return self._number

    def _loaded(self) -> KeyedDB:
        with self._lock:
            # Without documents a TinyDB is false, so its truth says nothing here.
            kept = self._kept if self._kept is not None else KeyedDB(self._file.read())
            if self._ours and self._kept is None:
                self._kept = kept
                self._number = self._opened = 1 if kept.contents() else 0
            if not self._ours:
                self._number += 1
            return kept

    def _found(self, kept: KeyedDB, kind: type[R], equals: dict[str, str]) -> list[R]:
        matches = matching(kind, equals)
        try:
            return [
                decode(each, body)
                for each in kinds(kind)
                for body in kept.find(each.__name__, matches, equals.get("key"))
            ]
        except msgspec.ValidationError as error:
            raise DamagedError(
                f"{self._file.path} heeft een {kind.__name__} die niet klopt: {error}."
            ) from error
