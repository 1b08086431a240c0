"""What is asked of the documents."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack
from typing import LiteralString

import msgspec
import psycopg

from storage.codec import Contents
from storage.errors import StoreError
from storage.postgres.batch import Standing
from storage.postgres.connections import Connections, Row
from storage.postgres.opening import Opening
from storage.postgres.patience import Connection, Pause, again, answered
from storage.postgres.text import SHARED, kept, plan_of, read, read_body

_STANDING: LiteralString = "SELECT number, forgotten FROM parts WHERE part = %(part)s"
_NUMBERS: LiteralString = "SELECT part, number FROM parts WHERE number > 0 AND part LIKE 'plan/%'"
_FIND: LiteralString = """
SELECT kind, key, body::text FROM documents WHERE part = %(part)s AND kind = ANY(%(kinds)s)
"""
_EQUAL: LiteralString = " AND coalesce(body -> %({0})s, %({1})s::jsonb) = %({2})s::jsonb"
_CHANGED: LiteralString = """
SELECT p.number, p.forgotten, c.kind, c.key, c.body
FROM parts AS p LEFT JOIN LATERAL (
    SELECT kind, key, body::text AS body, place FROM documents
    WHERE part = p.part AND number > CASE WHEN %(since)s < p.forgotten OR %(since)s > p.number
        THEN 0 ELSE %(since)s END
        -- Of the logbook the last line alone: the others are there to be read, not to be known.
        AND (kind <> 'Entry' OR key = (
            SELECT max(key) FROM documents WHERE part = p.part AND kind = 'Entry'))
    UNION ALL
    SELECT kind, key, NULL, 0 FROM dropped WHERE part = p.part AND number > %(since)s
) AS c ON true
WHERE p.part = %(part)s ORDER BY c.place
"""
_WHOLE: LiteralString = """
SELECT kind, key, body::text FROM documents WHERE part = %(part)s ORDER BY place
"""
_SAFE: LiteralString = """
SELECT coalesce(current_setting('fsync', true), 'on') = 'on', pg_is_in_recovery()
"""
_STILL: LiteralString = """
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0
"""


class Reading:
    """Questions that change nothing, each one round trip on any connection."""

    def __init__(self, opening: Opening, connections: Connections) -> None:
        self._opening = opening
        self._connections = connections

    async def standing(self, part: str) -> Standing:
        rows = await self._rows(_STANDING, {"part": part})
        return Standing(*rows[0]) if rows else Standing(0, 0)

    async def numbers(self) -> dict[str, int]:
        rows = await self._rows(_NUMBERS, None)
        return dict(sorted((plan_of(part), number) for part, number in rows))

    async def found(
        self,
        part: str,
        kinds: list[str],
        equals: Mapping[str, str],
        defaults: Mapping[str, object],
    ) -> list[Row]:
        """Kind, key and body of the documents with these values, in the order first kept."""
        question: LiteralString = _FIND
        given: dict[str, object] = {"part": part, "kinds": kinds}
        for n, (name, value) in enumerate(equals.items()):
            if name == "key":
                question += " AND key = %(key)s"
                given["key"] = kept(value)
                continue
            names = tuple(f"{what}{n}" for what in ("name", "default", "value"))
            question += _EQUAL.format(*names)
            given |= dict(zip(names, (name, _json(defaults[name]), _json(value)), strict=True))
        return await self._rows(question + " ORDER BY place", given)

    async def changed(self, part: str, since: int) -> tuple[Standing, list[Row]]:
        """Where the part is, and the documents that whoever knows `since` lacks; no body: gone."""
        rows = await self._rows(_CHANGED, {"part": part, "since": since})
        if not rows:
            return Standing(0, 0), []
        number, forgotten = rows[0][:2]
        return Standing(number, forgotten), [row[2:] for row in rows if row[2] is not None]

    async def _rows(
        self, question: LiteralString, given: Mapping[str, object] | None
    ) -> list[Row]:
        await self._opening.done()
        try:
            return await self._connections.rows(question, given)
        except UnicodeEncodeError:
            return []  # half a character: nothing was ever kept by that name

    async def unwell(self) -> str:
        """Why the server does not keep what it says it keeps; "" when it does."""
        ((safe, standby),) = await self._rows(_SAFE, None)
        name = self._opening.address.name
        if standby:
            return f"{name} is een kopie waarin niets kan worden bewaard."
        if not safe:
            return f"{name} heeft fsync uit: na stroomuitval kan alles weg zijn."
        return ""

    async def everything(self) -> AsyncIterator[tuple[str | None, Contents]]:
        """All parts as they are at one moment, one after another."""
        await self._opening.done()
        try:
            async with AsyncExitStack() as stack:
                connection, found = await self._still(stack)
                yield None, await _contents(connection, SHARED)
                for plan, part in sorted((plan_of(str(p)), str(p)) for p, _ in found):
                    yield plan, await _contents(connection, part)
                await connection.execute("COMMIT")
        except (psycopg.Error, OSError) as error:
            raise StoreError(self._opening.address.trouble(error)) from error

    async def _still(self, stack: AsyncExitStack) -> tuple[Connection, list[Row]]:
        """A connection on which nothing changes any more, and the plans on it; one that broke
        while it was idle is made anew."""
        pause = Pause(self._opening.address.patience)
        while True:
            async with AsyncExitStack() as tried:
                try:
                    connection = await tried.enter_async_context(self._connections.one())
                    with answered(connection, self._opening.address.answer):
                        await connection.execute(_STILL)
                        found = await (await connection.execute(_NUMBERS)).fetchall()
                except (psycopg.Error, OSError) as error:
                    if not again(error) or await pause.over():
                        raise
                else:
                    await stack.enter_async_context(tried.pop_all())
                    return connection, found


async def _contents(connection: Connection, part: str) -> Contents:
    with answered(connection, 300):
        found = await connection.execute(_WHOLE, {"part": part})
    contents: Contents = {}
    for kind, key, body in await found.fetchall():
        contents.setdefault(read(str(kind)), {})[read(str(key))] = read_body(str(body))
    return contents


def _json(value: object) -> str:
    """A text as JSON; whatever else, which no text equals, as null."""
    return msgspec.json.encode(kept(value) if isinstance(value, str) else None).decode()
