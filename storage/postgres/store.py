"""A store in PostgreSQL, shared by any number of processes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import psycopg

from storage.codec import Contents
from storage.errors import NotKeptError, StoreError
from storage.holding import Locks
from storage.postgres.address import PATIENCE, Address
from storage.postgres.connections import Connections
from storage.postgres.names import Names
from storage.postgres.opening import Opening
from storage.postgres.part import PostgresPart
from storage.postgres.reading import Reading
from storage.postgres.rewriting import Rewriting
from storage.postgres.rounds import Rounds
from storage.postgres.text import SHARED, part_of
from storage.postgres.writer import Writer

_READERS, _WAITERS = 4, 3
"""With the one that writes and the one that holds names: nine at most per process."""


class PostgresStore:
    """The plans in one schema of one database; it is opened at its first use.

    With `reading` nothing is made or changed. Raises UnknownStoreError for an address that does
    not read as one; the verbs raise it while the database cannot be opened.
    """

    def __init__(self, url: str, *, reading: bool = False, patience: float = PATIENCE) -> None:
        address = Address(url, reading=reading, patience=patience)
        self._opening = Opening(address, reading=reading)
        self._refusal = "De opslag is alleen geopend om te lezen." if reading else ""
        self._connections = Connections(address, _READERS)
        self._reading = Reading(self._opening, self._connections)
        self._writer = Writer(self._opening)
        self._locks = Locks()
        self._names = Names(Rounds(self._opening), Connections(address, _WAITERS))

    async def plans(self) -> tuple[str, ...]:
        return tuple(await self._reading.numbers())

    async def numbers(self) -> Mapping[str, int]:
        return await self._reading.numbers()

    def plan(self, key: str) -> PostgresPart:
        return self._part(part_of(key))

    @property
    def shared(self) -> PostgresPart:
        return self._part(SHARED)

    def _part(self, part: str) -> PostgresPart:
        return PostgresPart(part, self._reading, self._writer, lambda: self._refusal)

    @asynccontextmanager
    async def alone(self, name: str) -> AsyncIterator[None]:
        # First in this process, in order of asking; then it asks on behalf of one at a time.
        async with self._locks.of(f"name {name}"), self._names.held(f"name {name}"):
            yield

    @asynccontextmanager
    async def claim(self, plan: str, key: str) -> AsyncIterator[bool]:
        name = f"claim {len(plan)} {plan} {key}"
        lock = self._locks.of(name)
        if lock.locked():
            yield False
            return
        async with lock, self._names.tried(name) as ours:
            yield ours

    async def lost(self) -> str:
        """Never returns: a database that comes back is found again by itself."""
        await asyncio.Event().wait()
        return ""

    async def health(self) -> str:
        try:
            return await self._reading.unwell()
        except StoreError as error:
            return str(error)

    def damage(self) -> tuple[str, ...]:
        return ()

    def everything(self) -> AsyncIterator[tuple[str | None, Contents]]:
        return self._reading.everything()

    async def rewrite(self, key: str | None, contents: Contents) -> None:
        if self._refusal:
            raise NotKeptError(self._refusal)
        try:
            await self._writer.run(Rewriting(part_of(key), contents))
        except psycopg.Error as error:
            raise NotKeptError(f"Niet bewaard. {self._opening.address.trouble(error)}") from error

    async def close(self) -> None:
        self._refusal = "De opslag is gesloten."
        await self._writer.finish()
        await self._names.finish()
        self._opening.closed = True
        await self._connections.close()
