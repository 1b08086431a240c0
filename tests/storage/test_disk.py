"""A disk that fails or is full: nothing is kept by halves, and it goes on when the disk does."""

from __future__ import annotations

import asyncio
import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plan.records import Fact, Record
from storage import NotKeptError, Store, open_store
from storage.order import place_of

CALLS = ("pwrite", "ftruncate", "open", "mkdir", "rename", "replace", "unlink")
SYNCS = ("fsync", "fdatasync")
BEFORE: tuple[Record, ...] = tuple(Fact(key=f"f{n}", text="before") for n in range(3))
AFTER: tuple[Record, ...] = tuple(Fact(key=f"f{n}", text="after") for n in range(4))


class Disk:
    """Counts the calls on files and lets them fail from the `first` up to the `last`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...]) -> None:
        self.calls = 0
        self.first = self.last = 0
        self.short = False
        for name in names:
            monkeypatch.setattr(os, name, self._failing(name, getattr(os, name)))

    def fail(self, first: int, last: int) -> None:
        self.calls, self.first, self.last = 0, first, last

    def _failing(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **keywords: Any) -> Any:
            self.calls += 1
            if not self.first <= self.calls <= self.last:
                return real(*args, **keywords)
            if name == "pwrite" and self.short:
                real(args[0], args[1][: len(args[1]) // 2], *args[2:])
            raise OSError(errno.EIO, "Input/output error")

        return call


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """One on which no sync fails; that ends a store for good."""
    return Disk(monkeypatch, CALLS)


async def on_disk(directory: Path, key: str) -> list[Fact]:
    """What a reader beside the process finds."""
    reader = open_store(str(directory), reading=True)
    try:
        return await reader.plan(key).find(Fact)
    finally:
        await reader.close()


async def put_fails(store: Store, disk: Disk, key: str, *, first: int, last: int) -> bool:
    """Put while these calls fail; whether it was refused."""
    disk.fail(first, last)
    try:
        await store.plan(key).put(*AFTER)
    except NotKeptError:
        return True
    finally:
        disk.fail(0, 0)
    return False


@pytest.mark.parametrize("short", [False, True])
@pytest.mark.parametrize("key", ["known", "new"])
async def test_whichever_call_fails_all_is_as_before_or_kept(
    tmp_path: Path, disk: Disk, key: str, short: bool
) -> None:
    refused, disk.short = 0, short
    for n in range(1, 25):
        directory = tmp_path / str(n)
        store = open_store(str(directory))
        await store.plan("known").put(*BEFORE)
        before = await store.plan(key).find(Fact)
        failed = await put_fails(store, disk, key, first=n, last=n)
        now = before if failed else list(AFTER)
        assert await store.plan(key).find(Fact) == now
        assert await on_disk(directory, key) == now
        await store.plan(key).put(*AFTER)
        assert await on_disk(directory, key) == list(AFTER)
        await store.close()
        assert await on_disk(directory, key) == list(AFTER)
        refused += failed
    assert 2 <= refused < 24


@pytest.mark.parametrize("key", ["known", "new"])
async def test_a_disk_that_stays_broken_gives_no_receipt_and_recovers(
    tmp_path: Path, disk: Disk, key: str
) -> None:
    store = open_store(str(tmp_path))
    await store.plan("known").put(*BEFORE)
    before = await store.plan(key).find(Fact)
    for _ in range(3):
        assert await put_fails(store, disk, key, first=1, last=10_000)
        assert await store.plan(key).find(Fact) == before
        disk.fail(1, 10_000)
        assert "is niet te beschrijven" in await store.health()
        disk.fail(0, 0)
        assert await on_disk(tmp_path, key) == before
    assert await store.health() == ""
    await store.plan(key).put(*AFTER)
    assert await on_disk(tmp_path, key) == list(AFTER)
    await store.close()


async def test_those_that_waited_behind_a_failed_one_fail_with_it(
    tmp_path: Path, disk: Disk
) -> None:
    store = open_store(str(tmp_path))
    part = store.plan("a")
    await part.put(*BEFORE)
    disk.fail(1, 1)
    puts = [asyncio.create_task(part.put(Fact(key=f"g{n}", text=str(n)))) for n in range(5)]
    told = await asyncio.gather(*puts, return_exceptions=True)
    assert any(isinstance(came, NotKeptError) for came in told)
    kept = [f"g{n}" for n, came in enumerate(told) if isinstance(came, int)]
    await part.put(Fact(key="h", text="x"))
    await store.close()
    assert [fact.key for fact in await on_disk(tmp_path, "a")] == ["f0", "f1", "f2", *kept, "h"]


@pytest.mark.parametrize("nth", [1, 2, 3])
async def test_after_a_failed_sync_nothing_is_ever_acknowledged_and_the_next_process_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    store = open_store(str(tmp_path))
    part = store.plan("a")
    await part.put(*BEFORE)
    ends = asyncio.create_task(store.lost())
    with monkeypatch.context() as patch:
        disk = Disk(patch, ("fdatasync",))
        disk.fail(nth, nth)
        told = []
        for n in range(6):
            try:
                await part.put(Fact(key=f"g{n}", text="x"))
                told.append(f"g{n}")
            except NotKeptError:
                pass
    assert told == [f"g{n}" for n in range(nth - 1)]
    assert "is niet op schijf gekomen" in await asyncio.wait_for(ends, 1)
    assert "is niet op schijf gekomen" in await store.health()
    await store.close()
    again = open_store(str(tmp_path))
    kept = [fact.key for fact in await again.plan("a").find(Fact)]
    assert kept[: 3 + len(told)] == ["f0", "f1", "f2", *told]
    await again.plan("a").put(Fact(key="h", text="x"))
    assert again.damage() == ()
    await again.close()


async def test_a_receipt_comes_after_the_log_is_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(str(tmp_path))
    await store.plan("a").put(*BEFORE)
    seen: list[str] = []
    pwrite, fdatasync = os.pwrite, os.fdatasync

    def name(number: int) -> str:
        return Path(f"/proc/self/fd/{number}").readlink().name

    def pwrite_seen(number: int, content: bytes, at: int) -> int:
        seen.append(f"write {name(number)}")
        return pwrite(number, content, at)

    def fdatasync_seen(number: int) -> None:
        seen.append(f"sync {name(number)}")
        fdatasync(number)

    monkeypatch.setattr(os, "pwrite", pwrite_seen)
    monkeypatch.setattr(os, "fdatasync", fdatasync_seen)
    await store.plan("a").put(*AFTER)
    assert seen == ["write 000000000000.journal", "write log", "sync log"]
    await store.close()


async def test_what_is_not_in_the_journal_comes_from_the_log(tmp_path: Path) -> None:
    store = open_store(str(tmp_path))
    await store.plan("a").put(*BEFORE)
    await store.plan("a").put(*AFTER)
    journal = tmp_path / place_of("a") / "000000000000.journal"
    os.truncate(journal, journal.stat().st_size - 10)
    assert await on_disk(tmp_path, "a") == list(AFTER)
    again = copied(tmp_path)
    opened = open_store(str(again))
    assert await opened.plan("a").find(Fact) == list(AFTER)
    assert opened.damage() == ()
    await opened.close()
    assert not (again / "log").exists()
    assert await on_disk(again, "a") == list(AFTER)
    await store.close()


def copied(directory: Path) -> Path:
    """The files as a process that stops now would leave them."""
    beside = directory.with_name(f"{directory.name}-copy")
    shutil.copytree(directory, beside)
    return beside


FULL = """
import asyncio, resource, sys
from plan.records import Fact
from storage import NotKeptError, open_store

def room(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))

async def main():
    store = open_store(sys.argv[1])
    part = store.plan("a")
    await part.put(Fact(key="f1", text="before"))
    room(2000)
    try:
        await part.put(Fact(key="f1", text="x" * 5000), Fact(key="f2", text="x"))
    except NotKeptError as error:
        print(error)
    print([fact.text for fact in await part.find(Fact)])
    await part.put(Fact(key="f3", text="fits"))
    room(resource.RLIM_INFINITY)
    await part.put(Fact(key="f2", text="x" * 5000))
    await store.close()

asyncio.run(main())
"""


def test_a_file_that_may_not_grow_keeps_what_it_had(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ": het bestand mag niet groter worden." in done.stdout
    assert done.stdout.splitlines()[-1] == "['before']"
    assert [fact.key for fact in asyncio.run(on_disk(tmp_path, "a"))] == ["f1", "f3", "f2"]
