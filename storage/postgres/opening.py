"""What happens once before a database is used: it is reached, its schema brought up to date."""

from __future__ import annotations

import asyncio

import psycopg

from storage.errors import StoreError, UnknownStoreError
from storage.postgres.address import Address
from storage.postgres.patience import Pause, again, answered
from storage.postgres.steps import take

_STALE = "DELETE FROM batches WHERE at < now() - interval '1 day'"


class Opening:
    """Opens a store at its first use: whoever comes meanwhile waits, and a failure is no end."""

    def __init__(self, address: Address, *, reading: bool) -> None:
        self.address = address
        self._reading = reading
        self._queue = asyncio.Lock()
        self.schema = ""
        """Where in the database the store is; "" until it is open."""
        self.closed = False

    async def done(self) -> None:
        """Open it, unless that was done. Raises StoreError."""
        if self.closed:
            raise StoreError("De opslag is gesloten.")
        if self.schema:
            return
        async with self._queue:
            if not self.schema:
                await self._patiently()

    async def _patiently(self) -> None:
        pause = Pause(self.address.patience)
        while True:
            try:
                self.schema = await self._open()
            except (psycopg.Error, OSError) as error:
                if not _coming(error) or await pause.over():
                    raise UnknownStoreError(self.address.trouble(error)) from error
            else:
                return

    async def _open(self) -> str:
        connection = await self.address.connect()
        try:
            await take(connection, self.address.name, reading=self._reading)
            with answered(connection, self.address.answer):
                if not self._reading:
                    await connection.execute(_STALE)
                found = await connection.execute("SELECT current_schema()")
                (schema,) = await found.fetchone() or ("",)
            return str(schema)
        finally:
            await connection.close()


def _coming(error: Exception) -> bool:
    """Whether it is worth waiting for: a server that starts, not one that refuses us."""
    words = str(error)
    return again(error) and ("refused" in words or "starting up" in words)
