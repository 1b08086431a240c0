"""A transaction of which the outcome is known, also when the connection breaks at its commit."""

from __future__ import annotations

from typing import LiteralString, Protocol, TypeVar
from uuid import UUID, uuid4

import psycopg
from psycopg.pq import TransactionStatus

from storage.errors import NotKeptError, StoreError
from storage.postgres.opening import Opening
from storage.postgres.patience import Connection, Pause, again, answered, lost

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")

_ASK: LiteralString = (
    "INSERT INTO batches (batch, kept) VALUES (%s, false) ON CONFLICT DO NOTHING RETURNING kept"
)
_TOLD: LiteralString = "SELECT kept FROM batches WHERE batch = %s"


class Work(Protocol[T_co]):
    """What is done in a transaction."""

    seconds: float
    """How long its beginning may take; 0: no longer than any answer."""

    async def begin(self, connection: Connection) -> T_co:
        """BEGIN, and all that comes before the last statements; what it will have come to."""
        ...

    async def commit(self, connection: Connection, batch: UUID) -> None:
        """The last statements, the batch among them, and COMMIT."""
        ...


class Transactions:
    """One connection on which one transaction follows another.

    A broken connection is made anew, and what surely was not kept is done again, for as long as
    there is patience. Whether a commit was kept whose answer never came is asked with the batch
    that is written in the same transaction: whoever inserts a batch waits for the other that does,
    and a batch that was asked for first makes its transaction fail, however late it arrives. So
    the answer is final.
    """

    def __init__(self, opening: Opening) -> None:
        self._opening = opening
        self._answer = opening.address.answer
        self._connection: Connection | None = None
        self._away = False
        self.last: UUID | None = None
        """A batch whose outcome is known here, so that it can go."""

    async def run(self, work: Work[T]) -> T:
        """What the work came to, once it is kept.

        Raises psycopg.Error when the database refuses it, and NotKeptError when it stayed away.
        Only when it went away in the very moment of a commit and stayed away may that be kept all
        the same; the sentence says that it is not sure.
        """
        # While it is away anyway, who comes hears so after one try.
        pause = Pause(0.0 if self._away else self._opening.address.patience)
        while True:
            try:
                connection = await self._connected()
                with answered(connection, work.seconds or self._answer):
                    came_to = await work.begin(connection)
            except (psycopg.Error, OSError) as error:
                await self._undo(error)
                await self._wait(pause, error)
                continue
            if await self._committed(connection, work, pause):
                self._away = False
                return came_to

    async def _committed(self, connection: Connection, work: Work[T], pause: Pause) -> bool:
        batch = uuid4()
        try:
            with answered(connection, self._answer):
                await work.commit(connection, batch)
        except (psycopg.Error, OSError) as error:
            await self._undo(error)
            if lost(error):
                return await self._kept(batch)
            await self._wait(pause, error)
            return False
        self.last = batch
        return True

    async def _kept(self, batch: UUID) -> bool:
        """Whether a batch was kept whose commit was never answered; if not, it never will be."""
        pause = Pause(2 * self._opening.address.patience)
        while True:
            try:
                connection = await self._connected()
                with answered(connection, self._answer):
                    asked = await (await connection.execute(_ASK, (batch,))).fetchone()
                    told = asked or await (await connection.execute(_TOLD, (batch,))).fetchone()
            except (psycopg.Error, OSError) as error:
                await self._undo(error)
                if not again(error) or await pause.over():
                    self._away = True
                    raise NotKeptError(
                        f"Het is niet zeker of dit is bewaard; kijk het straks na. "
                        f"{self._opening.address.trouble(error)}"
                    ) from error
            else:
                self.last = batch
                return told == (True,)

    async def _wait(self, pause: Pause, error: Exception) -> None:
        if not again(error):
            raise error
        if await pause.over():
            self._away = lost(error)
            raise NotKeptError(f"Niet bewaard. {self._opening.address.trouble(error)}") from error

    async def _connected(self) -> Connection:
        if self._connection is None or self._connection.closed:
            try:
                await self._opening.done()
            except NotKeptError:
                raise
            except StoreError as error:
                raise NotKeptError(f"Niet bewaard. {error}") from error
            self._connection = await self._opening.address.connect()
        return self._connection

    async def _undo(self, error: Exception) -> None:
        """Leave no transaction open."""
        if self._connection is None:
            return
        try:
            if not lost(error):
                with answered(self._connection, self._answer):
                    await self._connection.execute("ROLLBACK")
        except (psycopg.Error, OSError):
            pass
        if self._connection.pgconn.transaction_status != TransactionStatus.IDLE:
            await self.close()

    async def close(self) -> None:
        if self._connection is not None:
            await self._connection.close()
            self._connection = None
