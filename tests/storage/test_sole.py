"""Serving a store and looking after it go one at a time, on every back end."""

from __future__ import annotations

import pytest

from storage import Store, StoreInUseError, open_store
from storage.sole import serving, sole


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


async def test_also_between_processes(database: str) -> None:
    here, there = open_store(database), open_store(database)
    try:
        async with serving(here), serving(there):
            pass
        async with serving(here):
            with pytest.raises(StoreInUseError):
                async with sole(there):
                    pass
        async with sole(there):
            pass
    finally:
        await here.close()
        await there.close()
