"""One batch of changes as one transaction: parts locked, versions looked up, rows sent."""

from __future__ import annotations

from typing import Any, LiteralString
from uuid import UUID

import msgspec

from storage.postgres.batch import Change, Doc, Outcome, Standing, decide
from storage.postgres.patience import Connection

_REMEMBERED = 10_000
"""So many commits back a part knows what was dropped."""

LOCK: LiteralString = """
SELECT part, number, forgotten FROM parts WHERE part = ANY(%(parts)s) ORDER BY part FOR UPDATE
"""
# In a transaction of its own, so that no two wait for each other's; 0 is a part without a commit.
NEW: LiteralString = """
INSERT INTO parts (part) SELECT unnest(%(parts)s::text[]) ON CONFLICT DO NOTHING
"""
_VERSIONS: LiteralString = """
WITH asked AS (
    SELECT * FROM jsonb_to_recordset(%(docs)s::jsonb) AS t (part text, kind text, key text)
)
SELECT part, kind, key, number FROM documents JOIN asked USING (part, kind, key)
UNION ALL
SELECT part, kind, key, number FROM dropped JOIN asked USING (part, kind, key)
"""
_DROP: LiteralString = """
WITH gone AS (
    SELECT * FROM jsonb_to_recordset(%(dropped)s::jsonb)
        AS t (part text, kind text, key text, number bigint)
), deleted AS (
    DELETE FROM documents AS d USING gone
    WHERE d.part = gone.part AND d.kind = gone.kind AND d.key = gone.key
)
INSERT INTO dropped (part, kind, key, number) SELECT part, kind, key, number FROM gone
ON CONFLICT (part, kind, key) DO UPDATE SET number = excluded.number
"""
_FORGET: LiteralString = """
WITH old AS (
    UPDATE parts SET forgotten = number - %(remembered)s
    WHERE part = ANY(%(parts)s) AND number - forgotten > 2 * %(remembered)s
    RETURNING part, forgotten
)
DELETE FROM dropped USING old WHERE dropped.part = old.part AND dropped.number <= old.forgotten
"""
_KEEP: LiteralString = """
WITH marked AS (
    INSERT INTO batches (batch, kept) VALUES (%(batch)s, true)
), cleared AS (
    DELETE FROM batches WHERE batch = %(last)s
), numbered AS (
    UPDATE parts SET number = t.number
    FROM jsonb_to_recordset(%(parts)s::jsonb) AS t (part text, number bigint)
    WHERE parts.part = t.part
)
INSERT INTO documents (part, kind, key, number, place, body)
SELECT part, kind, key, number, place, body FROM jsonb_to_recordset(%(kept)s::jsonb)
    AS t (part text, kind text, key text, number bigint, place bigint, body jsonb)
ON CONFLICT (part, kind, key) DO UPDATE SET number = excluded.number, body = excluded.body
"""


class Commit:
    """A batch on its way; what it comes to is an outcome."""

    seconds = 0.0

    def __init__(self, changes: list[Change], *, last: UUID | None) -> None:
        self._changes = changes
        self._last = last
        self._parts = sorted({change.part for change in changes})
        self._outcome = Outcome()

    async def begin(self, connection: Connection) -> Outcome:
        standings = await locked(connection, self._parts, guarded(self._changes))
        self._outcome = decide(self._changes, *standings)
        return self._outcome

    async def commit(self, connection: Connection, batch: UUID) -> None:
        outcome = self._outcome
        if not outcome.parts:
            await connection.execute("ROLLBACK")
            return
        rows = {"kept": _json(outcome.kept), "parts": _json(outcome.parts)}
        async with connection.pipeline():
            if outcome.dropped:
                await connection.execute(_DROP, {"dropped": _json(outcome.dropped)})
            await connection.execute(_KEEP, rows | {"batch": batch, "last": self._last})
            if outcome.dropped:
                given = {"parts": list(outcome.parts), "remembered": _REMEMBERED}
                await connection.execute(_FORGET, given)
            await connection.execute("COMMIT")


def guarded(changes: list[Change]) -> list[Doc]:
    """The documents of which the version counts."""
    return [doc for change in changes if change.seen is not None for doc in change.touched()]


async def locked(
    connection: Connection, parts: list[str], docs: list[Doc]
) -> tuple[dict[str, Standing], dict[Doc, int]]:
    """Begin a transaction that nobody else changes these parts during; where they stand."""
    while True:
        async with connection.pipeline():
            await connection.execute("BEGIN")
            found = await connection.execute(LOCK, {"parts": parts})
            # A statement of its own: it must see what was committed while the lock was awaited.
            given = {"docs": _json({doc: doc._asdict() for doc in docs})}
            known = await connection.execute(_VERSIONS, given) if docs else None
        rows: list[Any] = await found.fetchall()
        if len(rows) == len(parts):
            break
        await connection.execute("ROLLBACK")
        await connection.execute(NEW, {"parts": parts})
    versions: dict[Doc, int] = {}
    for part, kind, key, number in await known.fetchall() if known else ():
        doc = Doc(str(part), str(kind), str(key))
        versions[doc] = max(versions.get(doc, 0), int(str(number)))
    return {part: Standing(number, forgotten) for part, number, forgotten in rows}, versions


def _json(rows: dict[Any, Any]) -> str:
    return msgspec.json.encode(list(rows.values())).decode()
