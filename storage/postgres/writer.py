"""The commits of one process: while one batch is under way, the next ones gather."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from typing import TypeVar

import psycopg

from storage.errors import NotKeptError
from storage.postgres.batch import Change
from storage.postgres.commit import Commit
from storage.postgres.opening import Opening
from storage.postgres.transaction import Transactions, Work

T = TypeVar("T")
_MOST = 500
_MOST_BYTES = 8 << 20


class Writer:
    """Takes changes in the order in which they come, and answers each when it is on disk."""

    def __init__(self, opening: Opening) -> None:
        self._opening = opening
        self._transactions = Transactions(opening)
        self._waiting: deque[Change] = deque()
        self._work: asyncio.Task[None] | None = None
        # One transaction at a time, also beside a rewrite.
        self._turn = asyncio.Lock()

    async def put(self, change: Change) -> int:
        """The number of its commit. Raises NotKeptError."""
        self._waiting.append(change)
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._write())
        return await change.done

    async def _write(self) -> None:
        while self._waiting:
            if batch := self._batch():
                await self._commit(batch)

    def _batch(self) -> list[Change]:
        """Those that wait, within measure; who gave up waiting is left out."""
        batch: list[Change] = []
        size = 0
        while self._waiting and len(batch) < _MOST and size < _MOST_BYTES:
            change = self._waiting.popleft()
            if not change.done.done():
                batch.append(change)
                size += sum(map(len, change.kept.values()))
        return batch

    async def _commit(self, batch: list[Change]) -> None:
        try:
            outcome = await self.run(Commit(batch, last=self._transactions.last))
            told: list[int | NotKeptError] = list(outcome.told)
        except NotKeptError as error:
            told = [type(error)(str(error)) for _ in batch]
        except psycopg.Error as error:
            if len(batch) > 1:
                # One of them cannot be kept; the others can.
                for change in batch:
                    await self._commit([change])
                return
            told = [NotKeptError(f"Niet bewaard. {self._opening.address.trouble(error)}")]
        except Exception as error:
            _tell(batch, [error] * len(batch))
            raise
        _tell(batch, told)

    async def run(self, work: Work[T]) -> T:
        """One transaction, after the one under way. Raises NotKeptError and psycopg.Error."""
        async with self._turn:
            return await self._transactions.run(work)

    async def finish(self) -> None:
        """Wait for what is under way."""
        if self._work is not None:
            await self._work
        await self._transactions.close()


def _tell(batch: list[Change], told: Sequence[int | Exception]) -> None:
    for change, what in zip(batch, told, strict=True):
        if change.done.done():
            continue
        if isinstance(what, int):
            change.done.set_result(what)
        else:
            change.done.set_exception(what)
