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
from storage.codec import Body, decode, encode, kinds, matching
from storage.errors import DamagedError, NotKeptError
from storage.file import PartFile
from storage.keyed import KeyedDB

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

    async def put(self, *records: Record, drop: tuple[Record, ...] = ()) -> None:
        kept: dict[str, dict[str, Body]] = {}
        for record in records:
            kept.setdefault(type(record).__name__, {})[record.key] = encode(record)
        dropped: dict[str, list[str]] = {}
        for record in drop:
            dropped.setdefault(type(record).__name__, []).append(record.key)

        def change(draft: KeyedDB) -> None:
            for name, bodies in kept.items():
                draft.keep(name, bodies)
            for name, keys in dropped.items():
                draft.leave_out(name, keys)

        if records or drop:
            await self._change(change)

    async def drop(self, kind: type[Record], **equals: str) -> None:
        matches = matching(kind, equals)
        names = [each.__name__ for each in kinds(kind)]

        def change(draft: KeyedDB) -> None:
            for name in names:
                found = draft.find(name, matches, equals.get("key"))
                draft.leave_out(name, [body["key"] for body in found])

        await self._change(change)

    async def refuse(self, why: str) -> None:
        """Wait for the changes under way and refuse the next ones."""
        async with self._queue:
            self._refusal = why

    async def _change(self, change: Callable[[KeyedDB], None]) -> None:
        async with self._queue:
            if self._refusal:
                raise NotKeptError(self._refusal)
            await asyncio.get_running_loop().run_in_executor(self._threads, self._write, change)

    def _write(self, change: Callable[[KeyedDB], None]) -> None:
        with self._lock:
            draft = self._loaded().copy()
            change(draft)
            try:
                self._file.write(draft.contents())
            except (OSError, ValueError) as error:
                raise NotKeptError(f"{self._file.path} is niet geschreven: {error}.") from error
            self._kept = draft

    def _loaded(self) -> KeyedDB:
        with self._lock:
            # Without documents a TinyDB is false, so its truth says nothing here.
            kept = self._kept if self._kept is not None else KeyedDB(self._file.read())
            if self._ours:
                self._kept = kept
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
