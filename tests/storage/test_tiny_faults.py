"""What goes wrong between the steps of the store on files, and is not seen while all goes well."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from plan.records import Fact
from storage import NotKeptError
from storage.home import Home
from storage.tiny import TinyStore, place_of
from tests.storage.test_disk import Disk

FACT = Fact(key="f1", text="Minder inbraken")


def names(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())


# A file that could not be written


@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_journal_that_could_not_begin_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    disk = Disk(monkeypatch, ("pwrite", "fsync", "replace"))
    disk.fail(nth, nth)
    with pytest.raises(OSError):
        Home(tmp_path, "a").begin_journal(3)
    disk.fail(0, 0)
    assert names(tmp_path) == []


@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_snapshot_that_could_not_be_written_takes_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    disk = Disk(monkeypatch, ("pwrite", "fsync", "replace"))
    disk.fail(nth, nth)
    with pytest.raises(OSError):
        Home(tmp_path, "a").write_snapshot(3, {"Fact": {"f1": {"key": "f1"}}})
    disk.fail(0, 0)
    assert names(tmp_path) == []


# Somebody who does not wait any longer


async def test_the_writer_goes_on_when_nobody_waits_for_it_any_more(tmp_path: Path) -> None:
    store = TinyStore(tmp_path)
    await store.plan("a").put(FACT)
    rewriting = asyncio.create_task(store.rewrite("a", {}))
    while not rewriting.done():
        await asyncio.sleep(0)
        rewriting.cancel()
    async with asyncio.timeout(5):
        await store.plan("b").put(FACT)
        await store.close()
