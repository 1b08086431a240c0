"""A part that is replaced whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import LiteralString
from uuid import UUID

import msgspec

from storage.codec import Contents
from storage.postgres.batch import KeptRow
from storage.postgres.commit import locked
from storage.postgres.patience import Connection
from storage.postgres.text import kept, kept_body

_AT_ONCE = 2000

_EMPTY: tuple[LiteralString, ...] = (
    "DELETE FROM documents WHERE part = %(part)s",
    "DELETE FROM dropped WHERE part = %(part)s",
)
_FILL: LiteralString = """
INSERT INTO documents (part, kind, key, number, place, body)
SELECT part, kind, key, number, place, body FROM jsonb_to_recordset(%(kept)s::jsonb)
    AS t (part text, kind text, key text, number bigint, place bigint, body jsonb)
"""
_MARK: LiteralString = "INSERT INTO batches (batch, kept) VALUES (%(batch)s, true)"
_NUMBER: LiteralString = """
UPDATE parts SET number = %(number)s, forgotten = %(number)s WHERE part = %(part)s
"""


class Rewriting:
    """One commit after which a part has these documents and no others."""

    seconds = 600.0

    def __init__(self, part: str, contents: Contents) -> None:
        self._part = part
        self._contents = contents
        self._number = 0

    async def begin(self, connection: Connection) -> None:
        standings, _ = await locked(connection, [self._part], [])
        self._number = standings[self._part].number + 1
        await connection.execute("SET LOCAL statement_timeout = 0")
        for empty in _EMPTY:
            await connection.execute(empty, {"part": self._part})
        rows = self._rows()
        while some := list(islice(rows, _AT_ONCE)):
            await connection.execute(_FILL, {"kept": msgspec.json.encode(some).decode()})

    async def commit(self, connection: Connection, batch: UUID) -> None:
        async with connection.pipeline():
            await connection.execute(_MARK, {"batch": batch})
            await connection.execute(_NUMBER, {"number": self._number, "part": self._part})
            await connection.execute("COMMIT")

    def _rows(self) -> Iterator[KeptRow]:
        each = (
            (kind, key, body)
            for kind, bodies in self._contents.items()
            for key, body in bodies.items()
        )
        for n, (kind, key, body) in enumerate(each):
            raw = msgspec.Raw(kept_body(body))
            yield KeptRow(self._part, kept(kind), kept(key), self._number, n, raw)
