"""Serving a store and looking after it go one at a time, on every back end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

import storage.sole
from storage import Store, StoreInUseError, open_store
from storage.sole import serving, sole
from tests.storage.server import Server

Two = tuple[Store, Store]


@pytest.fixture
async def two(database: str) -> AsyncIterator[Two]:
    """Two processes on one database, as it were."""
    here, there = open_store(database), open_store(database)
    yield here, there
    await here.close()
    await there.close()


async def test_nobody_looks_after_a_store_that_serves(store: Store) -> None:
    async with serving(store), serving(store):
        with pytest.raises(StoreInUseError, match="stop die eerst"):
            async with sole(store):
                pass
    async with sole(store):
        pass


async def test_nobody_serves_a_store_that_is_looked_after(store: Store) -> None:
    async with sole(store):
        with pytest.raises(StoreInUseError):
            async with serving(store):
                pass
    async with serving(store):
        pass


async def test_of_two_who_look_after_it_one_goes_first(store: Store) -> None:
    async with sole(store):
        with pytest.raises(StoreInUseError):
            async with sole(store):
                pass


async def test_also_between_processes(two: Two) -> None:
    here, there = two
    async with serving(here), serving(there):
        pass
    async with serving(here):
        await refused(there)
    async with sole(there):
        pass


async def test_also_where_the_database_was_away_and_nobody_said_anything(
    two: Two, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage.sole, "BEAT", 0.1)
    here, there = two
    async with serving(here):
        server.stop()
        await asyncio.sleep(0.3)
        server.start()
        await asyncio.sleep(2.0)
        await refused(there)
    async with sole(there):
        pass


async def test_who_came_between_when_the_connection_broke_gives_the_place_back(
    two: Two, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage.sole, "BEAT", 999)
    here, there = two
    async with serving(here):
        server.stop()
        server.start()
        async with sole(there), here.claim("", "anything"):
            pass
        async with here.claim("", "anything"):
            await refused(there)


async def refused(store: Store) -> None:
    with pytest.raises(StoreInUseError):
        async with sole(store):
            pass
