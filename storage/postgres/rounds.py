"""Advisory locks of one process on one connection, asked for and given back in rounds."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterable
from typing import LiteralString

import psycopg
from psycopg.pq import TransactionStatus

from storage.errors import StoreError
from storage.postgres.opening import Opening
from storage.postgres.patience import Connection, Pause, again, answered

BEGIN: LiteralString = (
    "BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0;"
    " SET LOCAL idle_in_transaction_session_timeout = 0;"
)
_GIVE: LiteralString = "SELECT pg_advisory_unlock(l) FROM unnest({}) AS l;"
_ASK: LiteralString = "SELECT l FROM unnest({}) AS l WHERE pg_try_advisory_lock(l)"
Asked = dict[int, "asyncio.Future[bool]"]


class Rounds:
    """While one round is under way, what is asked and given back gathers for the next.

    The locks are held by a transaction that is open only while there are any: a proxy that pools
    by transaction then keeps it on one connection. When that connection breaks, the next round
    asks again for all that were held; who came between has them until they are given back.
    """

    def __init__(self, opening: Opening) -> None:
        self._opening = opening
        self._connection: Connection | None = None
        self._held: set[int] = set()
        self._missing: set[int] = set()
        """Held, and another process came between when the connection broke."""
        self._asked: Asked = {}
        self._given: Asked = {}
        self._work: asyncio.Task[None] | None = None

    async def number(self, name: str) -> int:
        """The lock of a name: its own in each store of a database."""
        await self._opening.done()
        words = f"{self._opening.schema}\0{name}".encode(errors="surrogatepass")
        return int.from_bytes(hashlib.sha256(words).digest()[:8], signed=True)

    async def ask(self, lock: int) -> bool:
        """Whether it is ours now. Raises StoreError."""
        done = self._in_next(self._asked, lock)
        try:
            return await done
        except asyncio.CancelledError:
            # It may come in the very moment in which its asker gives up.
            if done.done() and not done.cancelled() and not done.exception() and done.result():
                self.give(lock)
            raise

    def give(self, lock: int) -> asyncio.Future[bool]:
        """Let go of it; done when others can have it."""
        return self._in_next(self._given, lock)

    def _in_next(self, those: Asked, lock: int) -> asyncio.Future[bool]:
        those[lock] = done = asyncio.get_running_loop().create_future()
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._rounds())
        return done

    async def _rounds(self) -> None:
        pause = Pause(self._opening.address.patience)
        while self._asked or self._given or self._idle():
            asked, self._asked = self._asked, {}
            given, self._given = self._given, {}
            self._held -= given.keys()
            try:
                ours = await self._round(asked, given)
            except (psycopg.Error, OSError, StoreError) as error:
                await self._let_go()
                if isinstance(error, StoreError) or not again(error) or await pause.over():
                    _fail(asked, error, self._opening.address.trouble(error))
                else:
                    self._asked = asked | self._asked
            else:
                pause = Pause(self._opening.address.patience)
                self._tell(asked, ours)
            _answer(given, given)

    def _idle(self) -> bool:
        """Whether a transaction is open for nothing."""
        status = self._connection and self._connection.pgconn.transaction_status
        return status == TransactionStatus.INTRANS and not self._held

    async def _round(self, asked: Iterable[int], given: Iterable[int]) -> set[int]:
        connection, words = await self._connected(), ""
        if connection.pgconn.transaction_status == TransactionStatus.IDLE:
            if not self._held.union(asked):
                return set()
            words, self._missing = BEGIN, set(self._held)
        self._missing &= self._held
        wanted = self._missing.union(asked)
        words += _GIVE.format(_array(given))
        with answered(connection, self._opening.address.answer):
            if not wanted and not self._held:
                await connection.execute(words + "COMMIT")
                return set()
            found = await connection.execute(words + _ASK.format(_array(wanted)))
            while found.nextset():
                pass
            ours = {int(str(lock)) for (lock,) in await found.fetchall()}
            if not ours and not self._held:
                await connection.execute("COMMIT")
        self._missing -= ours
        return ours

    def _tell(self, asked: Asked, ours: set[int]) -> None:
        self._held |= ours & asked.keys()
        for lock in ours & asked.keys():
            if asked[lock].done() and lock not in self._given:
                self.give(lock)  # nobody waits for it any more
        _answer(asked, ours)

    async def _connected(self) -> Connection:
        if self._connection is None or self._connection.closed:
            await self._opening.done()
            self._connection = await self._opening.address.connect()
        return self._connection

    async def _let_go(self) -> None:
        if self._connection is not None:
            await self._connection.close()
            self._connection = None

    async def finish(self) -> None:
        """Wait for what is under way and let go of everything."""
        while self._work is not None and not self._work.done():
            await self._work
        await self._let_go()


def _array(locks: Iterable[int]) -> str:
    return f"'{{{','.join(map(str, locks))}}}'::bigint[]"


def _answer(asked: Asked, ours: Iterable[int]) -> None:
    for lock, done in asked.items():
        if not done.done():
            done.set_result(lock in ours)


def _fail(asked: Asked, error: Exception, sentence: str) -> None:
    for done in asked.values():
        if not done.done():
            done.set_exception(error if isinstance(error, StoreError) else StoreError(sentence))
