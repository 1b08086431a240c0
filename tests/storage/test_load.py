"""The load of the proofs sees what a store does wrong, each in its own words."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from plan.records import Record
from storage import NotKeptError
from storage.part import TinyPart
from storage.tiny import TinyStore
from tests.prove.load import Load

Put = Callable[..., Awaitable[int]]


def one_by_one(put: Put) -> Put:
    async def half(part: TinyPart, *records: Record, drop: tuple[Record, ...] = ()) -> int:
        for record in records:
            number = await put(part, record)
        return await put(part, drop=drop) if drop else number

    return half


def refused_but_kept(put: Put) -> Put:
    async def refused(part: TinyPart, *records: Record, drop: tuple[Record, ...] = ()) -> int:
        number = await put(part, *records, drop=drop)
        if number == 20:
            raise NotKeptError("Niet bewaard.")
        return number

    return refused


def not_kept(put: Put) -> Put:
    async def lost(part: TinyPart, *records: Record, drop: tuple[Record, ...] = ()) -> int:
        number = (await part.since(-1)).number
        return number + 1 if number == 20 else await put(part, *records, drop=drop)

    return lost


def always_the_same_number(put: Put) -> Put:
    async def same(part: TinyPart, *records: Record, drop: tuple[Record, ...] = ()) -> int:
        return min(20, await put(part, *records, drop=drop))

    return same


def right(put: Put) -> Put:
    return put


@pytest.mark.parametrize(
    ("wrongly", "words"),
    [
        (right, ""),
        (one_by_one, "has half a change"),
        (refused_but_kept, "was refused, and is there"),
        (not_kept, "was acknowledged|has commit|went back"),
        (always_the_same_number, "has commit 20 after 20"),
    ],
)
async def test_the_load_sees_what_a_store_does_wrong(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    wrongly: Callable[[Put], Put],
    words: str,
) -> None:
    monkeypatch.setattr(TinyPart, "put", wrongly(TinyPart.put))
    store = TinyStore(tmp_path)
    load = Load((store,), random.Random(1))  # noqa: S311
    seen = set()
    async with load.under_way():
        for _ in range(30):
            assert await load.goes_on()
            seen.add(await load.compared(store))
    seen.add(await load.compared(store, exactly=True))
    await store.close()
    told = "; ".join(sorted(seen))
    if words:
        assert any(each in told for each in words.split("|")), told
    else:
        assert not told
