"""A disk that fails or is full: nothing is kept by halves, and it goes on when the disk does."""

from __future__ import annotations

import asyncio
import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plan.records import Fact, Record
from storage import NotKeptError, Store, open_store
from storage.tiny import directory_name

CALLS = ("fsync", "open", "mkdir", "rename", "replace", "unlink")
BEFORE: tuple[Record, ...] = tuple(Fact(key=f"f{n}", text="before") for n in range(3))
AFTER: tuple[Record, ...] = tuple(Fact(key=f"f{n}", text="after") for n in range(4))


class Disk:
    """Counts the calls on files and lets them fail from the `first` up to the `last`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls = 0
        self.first = self.last = 0
        for name in CALLS:
            monkeypatch.setattr(os, name, self._failing(getattr(os, name)))

    def fail(self, first: int, last: int) -> None:
        self.calls, self.first, self.last = 0, first, last

    def _failing(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **keywords: Any) -> Any:
            self.calls += 1
            if self.first <= self.calls <= self.last:
                raise OSError(errno.EIO, "Input/output error")
            return real(*args, **keywords)

        return call


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


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


@pytest.mark.parametrize("key", ["known", "new"])
async def test_whichever_call_fails_all_is_as_before_or_kept(
    tmp_path: Path, disk: Disk, key: str
) -> None:
    refused = 0
    for n in range(1, 13):
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
        refused += failed
    assert 4 <= refused < 12


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
        assert await on_disk(tmp_path, key) == before
    await store.plan(key).put(*AFTER)
    assert await on_disk(tmp_path, key) == list(AFTER)
    await store.close()


async def test_a_receipt_comes_after_the_file_then_its_name_are_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(str(tmp_path))
    await store.plan("a").put(*BEFORE)
    seen: list[str] = []
    fsync, replace = os.fsync, os.replace

    def fsync_seen(number: int) -> None:
        seen.append(f"fsync {Path(f'/proc/self/fd/{number}').readlink().name}")
        fsync(number)

    def replace_seen(source: Path, target: Path) -> None:
        seen.append(f"swap {target.name}")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", fsync_seen)
    monkeypatch.setattr(os, "replace", replace_seen)
    await store.plan("a").put(*AFTER)
    assert seen == [
        "fsync .records.jsonl.new",
        "swap records.jsonl",
        f"fsync {directory_name('a')}",
    ]
    await store.close()


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
    assert "is niet geschreven: [Errno 27] File too large" in done.stdout
    assert done.stdout.splitlines()[-1] == "['before']"
    assert [fact.key for fact in asyncio.run(on_disk(tmp_path, "a"))] == ["f1", "f3", "f2"]
