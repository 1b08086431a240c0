"""Group commits on bare psycopg: the same rows, bytes and indexes as the store, no promises."""

from __future__ import annotations

import asyncio
from itertools import count

import msgspec
from psycopg import AsyncConnection

from plan.records import Answer

Waiting = tuple[str, str, asyncio.Future[None]]

EACH = """
INSERT INTO documents (part, kind, key, number, place, body)
VALUES (%s, 'Answer', %s, %s, %s, %s::jsonb)
ON CONFLICT (part, kind, key) DO UPDATE SET number = excluded.number, body = excluded.body
"""
ALL = """
INSERT INTO documents (part, kind, key, number, place, body)
SELECT %s, 'Answer', key, number, place, body
FROM unnest(%s::text[], %s::bigint[], %s::bigint[], %s::jsonb[]) AS t (key, number, place, body)
ON CONFLICT (part, kind, key) DO UPDATE SET number = excluded.number, body = excluded.body
"""


class Executemany:
    """What gathers while one transaction is under way is the next one."""

    def __init__(self, url: str, part: str) -> None:
        self._url = url
        self._part = part
        self._waiting: list[Waiting] = []
        self._work: asyncio.Task[None] | None = None
        self._numbers = count(1)

    async def open(self) -> None:
        self._connection = await AsyncConnection.connect(self._url, autocommit=True)

    async def close(self) -> None:
        await self._connection.close()

    async def put(self, record: Answer) -> None:
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((record.key, msgspec.json.encode(record).decode(), done))
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._write())
        await done

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            await self._keep(batch)
            for _, _, done in batch:
                done.set_result(None)

    async def _keep(self, batch: list[Waiting]) -> None:
        rows = [(self._part, key, n := next(self._numbers), n, body) for key, body, _ in batch]
        async with self._connection.transaction(), self._connection.cursor() as cursor:
            await cursor.executemany(EACH, rows)


class Unnest(Executemany):
    """The same in one statement, which is its own transaction."""

    async def _keep(self, batch: list[Waiting]) -> None:
        numbers = [next(self._numbers) for _ in batch]
        # One statement cannot replace a row twice.
        rows = {key: (number, body) for number, (key, body, _) in zip(numbers, batch, strict=True)}
        given = [list(each) for each in zip(*rows.values(), strict=True)]
        await self._connection.execute(ALL, (self._part, list(rows), given[0], given[0], given[1]))
