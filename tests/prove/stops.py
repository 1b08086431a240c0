"""A database server stopped the hard way, over and over, under load: nothing acknowledged goes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from storage import Store
from storage.canonical import lines
from storage.postgres.store import PostgresStore
from storage.tiny import TinyStore
from tests.conftest import command
from tests.prove.load import Load, replayed
from tests.prove.trial import LeftOutError, Trial
from tests.storage.server import Server, serving

STOPS = 200
LONGEST = 0.05
"""Seconds of work before a stop, at most, once all is going again."""
IMPATIENT = 0.4
"""One of the stores refuses after so many seconds; the other one waits."""


def prove(trial: Trial) -> None:
    """Through two stores at once; then the database is just what an embedded store is."""
    with database() as server:
        asyncio.run(_proved(trial, server))


@contextmanager
def database() -> Iterator[Server]:
    """A server with a schema `prove`. Raises LeftOutError."""
    if not (found := command("postgresql")):
        raise LeftOutError("postgresql")
    with serving(found.resolve().parent) as server:
        with psycopg.connect(server.url(), autocommit=True) as connection:
            connection.execute("CREATE SCHEMA prove")
        yield server


async def _proved(trial: Trial, server: Server) -> None:
    url = server.url("prove")
    stores = PostgresStore(url), PostgresStore(url, patience=IMPATIENT)
    beside = PostgresStore(url, reading=True)
    load = Load(stores, trial.chance)
    try:
        await _under_load(trial, server, load, beside)
        _fail(trial, load, await load.compared(beside, exactly=True))
        _fail(trial, load, await _same(trial.scratch / "embedded", stores[0], load))
    finally:
        for store in (*stores, beside):
            await store.close()
    trial.count("changes acknowledged", load.acknowledged)
    trial.count("times refused", load.refused - load.unsure)
    trial.count("times not sure", load.unsure)


async def _under_load(trial: Trial, server: Server, load: Load, beside: Store) -> None:
    with trial.bar(trial.times(STOPS)) as bar:
        async with load.under_way():
            for _ in range(trial.times(STOPS)):
                await _stopped(trial, server, load)
                _fail(trial, load, await load.compared(beside))
                trial.count("hard stops")
                bar.update()


async def _stopped(trial: Trial, server: Server, load: Load) -> None:
    if not await load.goes_on():
        trial.fail("it does not go on after a start", {"acknowledged": load.acknowledged})
    await asyncio.sleep(trial.chance.random() * LONGEST)
    await asyncio.to_thread(server.stop)
    if trial.chance.random() < 0.1:
        await asyncio.sleep(3 * IMPATIENT)
    await asyncio.to_thread(server.start)


def _fail(trial: Trial, load: Load, wrong: str) -> None:
    if wrong:
        trial.fail(wrong, {"kept": load.kept, "told": load.told})


async def _same(directory: Path, store: Store, load: Load) -> str:
    """Whether the database is, byte for byte, an embedded store that got the same changes."""
    embedded = TinyStore(directory)
    await replayed(load.history, embedded)
    exports = [
        {key: b"".join(lines(contents)) async for key, contents in each.everything()}
        for each in (store, embedded)
    ]
    await embedded.close()
    here, there = exports
    differ = [key for key in {**here, **there} if here.get(key) != there.get(key)]
    return f"the export is another one for {differ}" if differ else ""
