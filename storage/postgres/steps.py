"""The steps of the schema: numbered SQL, each taken once and whole, by one process at a time."""

from __future__ import annotations

from pathlib import Path
from typing import LiteralString

from storage.errors import NewerStoreError, UnknownStoreError
from storage.postgres.patience import Connection, answered

_SQL = Path(__file__).parent / "sql"
# Not to_regclass(): within a transaction that goes on not finding what was made meanwhile.
_THERE: LiteralString = """
SELECT count(*) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
WHERE relname = 'steps' AND nspname = current_schema()
"""
_LOCK = 0x7569_7476_6F65_7200
"""An advisory lock of our own; whoever else takes steps waits for it."""


def steps() -> dict[int, tuple[str, str]]:
    """Number -> name and statements, in order."""
    files = sorted(_SQL.glob("[0-9]*.sql"))
    return {int(f.name[:4]): (f.stem, f.read_text(encoding="utf-8")) for f in files}


async def reached(connection: Connection) -> int:
    """The last step that was taken here; 0 when there is no store yet."""
    (there,) = await _row(connection, _THERE)
    if not there:
        return 0
    (last,) = await _row(connection, "SELECT coalesce(max(step), 0) FROM steps")
    return int(str(last))


async def _row(connection: Connection, question: LiteralString) -> tuple[object, ...]:
    row = await (await connection.execute(question)).fetchone()
    return row or ()


async def take(connection: Connection, name: str, *, reading: bool = False) -> None:
    """Bring the schema to what this program knows. Raises UnknownStoreError and psycopg.Error."""
    known = steps()
    last = await reached(connection)
    while last < max(known):
        if reading:
            raise UnknownStoreError(
                f"{name} heeft nog geen opslag van deze versie; start eerst de assistent."
            )
        last = await _next(connection, known)
    if last > max(known):
        raise NewerStoreError(f"{name} is bijgewerkt door een nieuwere versie van dit programma.")


async def _next(connection: Connection, known: dict[int, tuple[str, str]]) -> int:
    with answered(connection, 600):
        async with connection.transaction():
            # Others may be at it, and a step over much data takes its time.
            await connection.execute("SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0")
            await connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
            last = await reached(connection)
            if last >= max(known):
                return last
            await _take(connection, last + 1, *known[last + 1])
    return last + 1


async def _take(connection: Connection, step: int, name: str, statements: str) -> None:
    if step == 1:
        await connection.execute(
            "CREATE TABLE steps (step int PRIMARY KEY, name text NOT NULL,"
            " at timestamptz NOT NULL DEFAULT now())"
        )
    await connection.execute(statements)
    await connection.execute("INSERT INTO steps (step, name) VALUES (%s, %s)", (step, name))
