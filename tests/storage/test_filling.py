"""Filling a store from elsewhere: whole and equal, or refused as unfinished."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from plan.records import Fact, Unfinished
from storage import Store
from storage.codec import Contents, encode
from storage.filling import (
    FilledError,
    UnfinishedError,
    digests,
    fill,
    refuse_unfinished,
    unfinished,
)

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)


def fact(key: str) -> Contents:
    return {"Fact": {key: encode(Fact(key=key, text=f"Feit {key}"))}}


PARTS: dict[str | None, Contents] = {None: fact("s"), "a": fact("1"), "b": fact("2")}


class BrokenOffError(Exception):
    """Stands for a kill."""


async def parts(until: str | None = None) -> AsyncIterator[tuple[str | None, Contents]]:
    for key, contents in PARTS.items():
        if key == until and until is not None:
            raise BrokenOffError
        yield key, contents


async def filled(
    store: Store, until: str | None = None, keys: tuple[str, ...] = ("a", "b")
) -> int:
    return await fill(
        store,
        parts(until),
        keys=("a", "b"),
        by="restore",
        source="elders",
        at=NOON,
        step=lambda n, key: None,
    )


async def test_all_of_it_is_there_and_no_mark(store: Store) -> None:
    assert await filled(store) == 2
    assert dict([part async for part in store.everything()]) == PARTS
    await refuse_unfinished(store)


@pytest.mark.parametrize("until", ["a", "b"])
async def test_broken_off_the_store_says_so(store: Store, until: str) -> None:
    with pytest.raises(BrokenOffError):
        await filled(store, until)
    with pytest.raises(UnfinishedError, match="restore vanuit elders"):
        await refuse_unfinished(store)


async def test_done_again_it_goes_on(store: Store) -> None:
    with pytest.raises(BrokenOffError):
        await filled(store, "b")
    number = (await store.plan("a").since(0)).number
    assert await filled(store) == 2
    assert dict([part async for part in store.everything()]) == PARTS
    assert (await store.plan("a").since(0)).number == number, "it was written again"


@pytest.mark.parametrize("key", ["a", "c"])
async def test_a_store_with_something_in_it_is_left_alone(store: Store, key: str) -> None:
    await store.plan(key).put(Fact(key="9", text="Van ons"))
    before = await digests(store)
    with pytest.raises(FilledError):
        await filled(store)
    assert await digests(store) == before
    assert await unfinished(store) is None


async def test_what_was_half_filled_from_elsewhere_is_left_alone(store: Store) -> None:
    mark = Unfinished(key="migrate", source="x", at=NOON)
    await store.shared.put(mark)
    await store.plan("c").put(Fact(key="9", text="Van ons"))
    with pytest.raises(FilledError, match="'c'"):
        await filled(store)
