"""Names that one process has at a time: advisory locks, nearly all of them on one connection."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress

import psycopg

from storage.postgres.connections import Connections
from storage.postgres.patience import answered
from storage.postgres.rounds import BEGIN, Rounds

_LOOK_AGAIN = 0.02


class Names:
    """Who has a name in this process, and whether another process has it.

    Most names are free when they are asked for; those are asked for and given back together with
    whatever else is, on one connection. Only who finds a name taken by another process waits in
    the queue of the database, each on a connection of its own. There are few of those; whoever
    finds none left looks again now and then, so that nobody waits for a connection with a name
    in hand.
    """

    def __init__(self, rounds: Rounds, waiters: Connections) -> None:
        self._rounds = rounds
        self._waiters = waiters

    @asynccontextmanager
    async def held(self, name: str) -> AsyncIterator[None]:
        """Waits until no other process has it. Raises StoreError when the database is away."""
        lock = await self._rounds.number(name)
        async with AsyncExitStack() as stack:
            while not await self._rounds.ask(lock):
                if self._waiters.full():
                    await asyncio.sleep(_LOOK_AGAIN)
                elif await self._waited(stack, lock):
                    break
            else:
                stack.callback(self._rounds.give, lock)
            yield

    @asynccontextmanager
    async def tried(self, name: str) -> AsyncIterator[bool]:
        """Whether no other process has it; it is free again when this ends."""
        lock = await self._rounds.number(name)
        if not await self._rounds.ask(lock):
            yield False
            return
        try:
            yield True
        finally:
            await self._rounds.give(lock)

    async def _waited(self, stack: AsyncExitStack, lock: int) -> bool:
        try:
            await stack.enter_async_context(self._queued(lock))
        except (psycopg.Error, OSError):
            await asyncio.sleep(_LOOK_AGAIN)
            return False
        return True

    @asynccontextmanager
    async def _queued(self, lock: int) -> AsyncIterator[None]:
        async with self._waiters.one() as connection:
            await connection.execute(f"{BEGIN} SELECT pg_advisory_xact_lock({lock})")
            try:
                yield
            finally:
                with (
                    suppress(psycopg.Error, OSError),
                    answered(connection, self._waiters.address.answer),
                ):
                    await connection.execute("COMMIT")

    async def finish(self) -> None:
        await self._rounds.finish()
        await self._waiters.close()
