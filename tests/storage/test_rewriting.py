"""A part that becomes something else altogether, on a disk that fails; and looking meanwhile."""

from __future__ import annotations

import asyncio
import os
import random
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from plan.records import Fact
from storage import NotKeptError
from storage.checking import checked
from storage.order import place_of
from storage.tiny import TinyStore
from tests.conftest import LEFT_OUT
from tests.prove.load import Load
from tests.prove.workload import small

FACT = {"Fact": {"f1": {"key": "f1", "text": "x"}}}


def failing(number: int) -> None:
    raise OSError(5, "Input/output error")


async def test_a_new_part_is_there_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = TinyStore(tmp_path)
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", failing)
        with pytest.raises(NotKeptError):
            await store.rewrite("a", FACT)
    assert not (tmp_path / place_of("a")).exists()
    assert await store.plan("a").find(Fact) == []
    await store.rewrite("a", FACT)
    assert len(await store.plan("a").find(Fact)) == 1
    await store.close()


async def test_who_only_rewrites_hears_that_it_must_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = TinyStore(tmp_path)
    await store.plan("a").put(Fact(key="f1", text="x"))
    await store.close()
    store = TinyStore(tmp_path)
    with monkeypatch.context() as broken:
        broken.setattr(os, "fdatasync", failing)
        with pytest.raises(NotKeptError):
            await store.rewrite("a", FACT)
    assert await asyncio.wait_for(store.lost(), 5)
    await store.close()


# Looking a store through while somebody writes


async def looked_through(directory: Path, times: int) -> set[str]:
    store = TinyStore(directory, parts=2)
    load = Load((store,), random.Random(1))  # noqa: S311
    seen: set[str] = set()
    with small(longest=4_000, journal=2_000):
        async with load.under_way():
            for _ in range(times):
                assert await load.goes_on()
                seen |= set(await asyncio.to_thread(lambda: list(checked(directory))))
    await store.close()
    return seen


async def test_beside_one_that_writes_nothing_is_odd(tmp_path: Path) -> None:
    assert await looked_through(tmp_path, 40) == set()


async def test_beside_one_that_writes_what_is_damaged_is_told(tmp_path: Path) -> None:
    spoilt = tmp_path / "plans" / "spoilt-1"
    spoilt.mkdir(parents=True)
    (spoilt / "000000000000.journal").write_bytes(b"x")
    (odd,) = await looked_through(tmp_path, 5)
    assert "spoilt-1" in odd


# A disk that is really full


@pytest.fixture
def little(tmp_path: Path) -> Iterator[Path]:
    """A file system of a megabyte."""
    place = tmp_path / "little"
    place.mkdir()
    how = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    done = subprocess.run(how, capture_output=True, check=False) if not os.getuid() else None
    if done is None or done.returncode:
        if os.environ.get("REQUIRE_ALL") == "1" and not os.getuid():
            pytest.fail(f"REQUIRE_ALL=1 and no file system can be mounted: {done}", pytrace=False)
        pytest.skip(LEFT_OUT + "the right to mount")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)  # noqa: S607


async def test_a_full_disk_refuses_and_takes_again_what_there_is_room_for(little: Path) -> None:
    (little / "ballast").write_bytes(b"x" * 400_000)
    store, kept, refused = TinyStore(little / "store"), [], 0
    for n in range(200):
        try:
            await store.plan(f"p{n % 3}").put(Fact(key=f"f{n}", text="x" * 20_000))
            kept.append(n)
        except NotKeptError:
            refused += 1
    assert kept
    assert refused
    with (little / "rest").open("wb", buffering=0) as rest, suppress(OSError):
        while rest.write(b"x" * 512):
            pass
    with pytest.raises(NotKeptError):
        await store.plan("p0").put(Fact(key="f998", text="x" * 5_000))
    assert await store.health()
    (little / "ballast").unlink()
    assert await store.health() == ""
    await store.plan("p0").put(Fact(key="f999", text="x"))
    for again in (False, True):
        if again:
            await store.close()
            store = TinyStore(little / "store")
        facts = [fact.key for n in range(3) for fact in await store.plan(f"p{n}").find(Fact)]
        assert sorted(facts) == sorted(f"f{n}" for n in [*kept, 999])
        assert store.damage() == ()
    await store.close()
