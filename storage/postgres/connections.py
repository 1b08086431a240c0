"""Connections to one database, so many at most, and what is asked on any of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, LiteralString

import psycopg
from psycopg.pq import TransactionStatus

from storage.errors import StoreError
from storage.postgres.address import Address
from storage.postgres.patience import Connection, Pause, again, answered

Row = tuple[Any, ...]


class Connections:
    """Connections that are made when asked for and used again.

    The pool of psycopg waits ever longer for a server that is away, up to minutes; here whoever
    asks is who tries, so the first question after the server's return is answered.
    """

    def __init__(self, address: Address, most: int) -> None:
        self.address = address
        self._room = asyncio.Semaphore(most)
        self._idle: list[Connection] = []
        self._closed = False

    def full(self) -> bool:
        """Whether who asks for one now would wait."""
        return self._room.locked()

    @asynccontextmanager
    async def one(self) -> AsyncIterator[Connection]:
        """A connection for oneself; given back without an open transaction or not at all."""
        async with self._room:
            connection = self._idle.pop() if self._idle else await self.address.connect()
            try:
                yield connection
            finally:
                clean = connection.pgconn.transaction_status == TransactionStatus.IDLE
                if clean and not self._closed:
                    self._idle.append(connection)
                else:
                    await connection.close()

    async def rows(
        self, question: LiteralString, given: Mapping[str, object] | None = None
    ) -> list[Row]:
        """The answer to one question that changes nothing. Raises StoreError."""
        pause = Pause(self.address.patience)
        while True:
            try:
                async with self.one() as connection:
                    with answered(connection, self.address.answer):
                        return await (await connection.execute(question, given)).fetchall()
            except (psycopg.Error, OSError) as error:
                if not again(error) or await pause.over():
                    raise StoreError(self.address.trouble(error)) from error

    async def close(self) -> None:
        """Let go of all of them, those in use as soon as they are given back."""
        self._closed = True
        while self._idle:
            await self._idle.pop().close()
