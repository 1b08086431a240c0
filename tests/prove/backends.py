"""The back ends that random sequences are played on, and what a crash is on each."""

from __future__ import annotations

import random
import shutil
import tempfile
from functools import partial
from pathlib import Path
from typing import Protocol

import psycopg

from storage import Store
from storage.postgres.store import PostgresStore
from storage.tiny import TinyStore
from tests.storage.server import Server


class Backend(Protocol):
    """Where the stores of one sequence are, one after another."""

    def open(self) -> Store: ...

    async def crash(self, store: Store) -> None:
        """Whoever opens it next finds what is left."""
        ...

    async def gone(self) -> None:
        """It is over."""
        ...


class Tiny:
    """The embedded back end, with room for two parts."""

    def __init__(self, where: Path) -> None:
        self._place = Path(tempfile.mkdtemp(prefix="prove-", dir=where))
        self._n = 0

    def open(self) -> Store:
        return TinyStore(self._place / str(self._n), parts=2)

    async def crash(self, store: Store) -> None:
        """What the disk has is what the next process finds."""
        before, self._n = self._place / str(self._n), self._n + 1
        assert isinstance(store, TinyStore)
        for plan in ("a", "b", "c"):
            await store.plan(plan).settled()
        # In the thread that writes, so that nothing is written meanwhile.
        copy = partial(shutil.copytree, before, self._place / str(self._n))
        await store._memory.writer.run(copy)  # noqa: SLF001
        await store.close()
        shutil.rmtree(before)

    async def gone(self) -> None:
        shutil.rmtree(self._place, ignore_errors=True)


class Postgres:
    """A database, empty at the beginning of each sequence."""

    def __init__(self, server: Server, chance: random.Random) -> None:
        self._server, self._chance = server, chance
        self._left: list[Store] = []
        with psycopg.connect(server.url("prove"), autocommit=True) as connection:
            connection.execute("DROP SCHEMA prove CASCADE; CREATE SCHEMA prove")

    def open(self) -> Store:
        return PostgresStore(self._server.url("prove"))

    async def crash(self, store: Store) -> None:
        """The server hears of it at once, or not yet."""
        self._left.append(store)
        if self._chance.random() < 0.5:
            with psycopg.connect(self._server.url(), autocommit=True) as connection:
                connection.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE application_name = 'uitvoeringsplan'"
                )

    async def gone(self) -> None:
        for store in self._left:
            await store.close()
