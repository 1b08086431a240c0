"""What goes wrong between the steps of the store on files, and is not seen while all goes well."""

from __future__ import annotations

import asyncio
import fcntl
import os
import stat
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from plan.records import Fact
from storage import DamagedError, StoreError, UnknownStoreError, open_store
from storage.disk import write_synced
from storage.home import Home
from storage.loading import Loaded
from storage.lock import hold
from storage.order import place_of
from storage.tiny import TinyStore
from tests.storage.test_disk import Disk

FACT = Fact(key="f1", text="Minder inbraken")


def names(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())


def under(directory: Path) -> set[str]:
    return {str(path.relative_to(directory)) for path in directory.rglob("*")}


# A file that could not be written


@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_journal_that_could_not_begin_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    disk = Disk(monkeypatch, ("pwrite", "fsync", "replace"))
    disk.fail(nth, nth)
    with pytest.raises(OSError, match="Input/output"):
        Home(tmp_path, "a").begin_journal(3)
    disk.fail(0, 0)
    assert names(tmp_path) == []


@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_snapshot_that_could_not_be_written_takes_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    disk = Disk(monkeypatch, ("pwrite", "fsync", "replace"))
    disk.fail(nth, nth)
    with pytest.raises(OSError, match="Input/output"):
        Home(tmp_path, "a").write_snapshot(3, {"Fact": {"f1": {"key": "f1"}}})
    disk.fail(0, 0)
    assert names(tmp_path) == []


def test_a_disk_that_takes_nothing_at_the_start_is_said_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(monkeypatch, ("pwrite",))
    disk.fail(1, 10_000)
    with pytest.raises(StoreError, match=r"geopend: de schijf geeft een fout\.$") as told:
        open_store(str(tmp_path / "other"))
    assert not isinstance(told.value, UnknownStoreError)


class FailsMeanwhile(TinyStore):
    """A batch fails while the disk is tried."""

    def fail(self) -> None:
        self._memory.writer.troubled("de schijf is vol")

    def _tried(self) -> str:
        self.fail()
        return super()._tried()


async def test_health_forgets_nothing_that_failed_while_it_looked(tmp_path: Path) -> None:
    store = FailsMeanwhile(tmp_path)
    store.fail()
    assert await store.health() == "de schijf is vol"
    await store.close()


# A system that syncs in another way


async def test_it_works_where_there_is_no_sync_of_data_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("os.fdatasync")
    store = TinyStore(tmp_path)
    assert await store.plan("a").put(FACT) == 1
    await store.close()


def test_a_disk_that_knows_no_full_sync_gets_a_plain_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 1 << 20, raising=False)
    disk = Disk(monkeypatch, ("fsync",))
    write_synced(tmp_path / "a", [b"x"])
    assert disk.calls == 1
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", fcntl.F_GETFD)
    write_synced(tmp_path / "b", [b"x"])
    assert disk.calls == 1


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


class SlowHome(Home):
    """Reads take their time, and no two of them may be under way."""

    reading = 0
    reads = 0

    def load(self, log: Mapping[int, bytes], mark: int | None) -> Loaded:
        SlowHome.reads += 1
        SlowHome.reading += 1
        assert SlowHome.reading == 1
        time.sleep(0.05)
        loaded = super().load(log, mark)
        SlowHome.reading -= 1
        return loaded


async def slow(directory: Path, monkeypatch: pytest.MonkeyPatch) -> TinyStore:
    """With plan `a`, not in memory."""
    store = TinyStore(directory)
    await store.plan("a").put(FACT)
    await store.close()
    monkeypatch.setattr(SlowHome, "reads", 0)
    again = TinyStore(directory)
    again.plan("a").home = SlowHome(directory / place_of("a"), "a")
    return again


async def test_a_plan_is_opened_once_also_when_the_first_who_asked_gives_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = await slow(tmp_path, monkeypatch)
    impatient = asyncio.create_task(store.plan("a").find(Fact))
    await asyncio.sleep(0.01)
    impatient.cancel()
    assert await store.plan("a").find(Fact) == [FACT]
    assert SlowHome.reads == 1
    await store.close()


async def test_a_plan_that_is_being_opened_is_not_read_beside_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = await slow(tmp_path, monkeypatch)
    opening = asyncio.create_task(store.plan("a").find(Fact))
    await asyncio.sleep(0.01)
    assert [key async for key, contents in store.everything() if contents] == ["a"]
    assert await opening == [FACT]
    assert SlowHome.reads == 1
    await store.close()


# What lies about


async def test_what_a_stop_left_half_written_is_gone_at_the_next_start(tmp_path: Path) -> None:
    store = TinyStore(tmp_path)
    await store.plan("a").put(FACT)
    await store.shared.put(FACT)
    await store.close()
    before = under(tmp_path)
    for name in (f"{place_of('a')}/.9.snapshot.new", "shared/.9.journal.new", ".acknowledged.new"):
        (tmp_path / name).write_text("Minder inbraken")
    founded = tmp_path / "plans" / ".b-1.new"
    founded.mkdir()
    (founded / "000000000000.journal").write_text("Minder inbraken")
    store = TinyStore(tmp_path)
    assert under(tmp_path) - {"log"} == before
    await store.close()


async def test_only_whoever_runs_it_can_look_into_the_store(tmp_path: Path) -> None:
    store = TinyStore(tmp_path / "store")
    await store.plan("a").put(FACT)
    await store.close()
    assert stat.S_IMODE((tmp_path / "store").stat().st_mode) == 0o700


def test_a_full_disk_keeps_nobody_from_the_lock() -> None:
    os.close(hold(Path("/dev/full")))


async def test_a_damaged_plan_is_mended_also_when_a_file_of_it_cannot_be_read(
    tmp_path: Path,
) -> None:
    store = TinyStore(tmp_path)
    await store.plan("a").put(FACT)
    await store.close()
    unreadable = tmp_path / place_of("a") / "000000000007.snapshot"
    unreadable.symlink_to(unreadable)
    store = TinyStore(tmp_path)
    assert await store.plan("a").find(Fact) == [FACT]
    assert len(store.damage()) == 1
    await store.close()


# Damage


async def test_of_the_only_snapshot_every_document_that_is_whole_comes_back(
    tmp_path: Path,
) -> None:
    store = TinyStore(tmp_path)
    await store.rewrite("a", {"Fact": {k: {"key": k, "text": f"Feit {k}"} for k in "xyz"}})
    await store.close()
    snapshot = next((tmp_path / place_of("a")).glob("*.snapshot"))
    snapshot.write_bytes(snapshot.read_bytes().replace(b"Feit y", b"Feit z"))
    store = TinyStore(tmp_path)
    assert [fact.key for fact in await store.plan("a").find(Fact)] == ["x", "z"]
    damage = " ".join(store.damage())
    assert "mist 1 van de 3 documenten" in damage
    assert "quarantine" in damage
    await store.close()
    store = TinyStore(tmp_path)
    assert [fact.key for fact in await store.plan("a").find(Fact)] == ["x", "z"]
    assert store.damage() == ()
    await store.close()


async def test_a_plan_that_cannot_be_read_is_told_to_whoever_watches_once(tmp_path: Path) -> None:
    store = TinyStore(tmp_path)
    await store.plan("a").put(FACT)
    await store.close()
    for path in (tmp_path / place_of("a")).iterdir():
        path.write_bytes(b"")
    store = TinyStore(tmp_path)
    for _ in range(2):
        with pytest.raises(DamagedError):
            await store.plan("a").find(Fact)
    assert len(store.damage()) == 1
    await store.close()
