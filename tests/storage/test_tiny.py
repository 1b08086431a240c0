"""The store on files: its lock, its readers, names, damage and plans that do not wait."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from plan.records import Fact, Organisation, Record
from storage import (
    DamagedError,
    NewerStoreError,
    NotKeptError,
    StoreInUseError,
    UnknownStoreError,
    open_store,
)
from storage.beside import StoreBeside
from storage.lock import refuse_network
from storage.order import place_of
from storage.tiny import TinyStore
from tests.storage.test_contract import KEYS

FACT = Fact(key="f1", text="Minder inbraken")
ROOT = Path(__file__).parents[2]


async def kept(directory: Path, *records: Record, key: str = "a") -> Path:
    """Keep records one after another in a plan of a store that is closed again; its directory."""
    store = TinyStore(directory)
    for record in records:
        await store.plan(key).put(record)
    await store.close()
    return directory / place_of(key)


async def found(directory: Path, key: str = "a") -> tuple[list[Fact], tuple[str, ...]]:
    """What the next process has, and what it says is damaged."""
    store = TinyStore(directory)
    try:
        return await store.plan(key).find(Fact), store.damage()
    finally:
        await store.close()


def files_under(directory: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(directory)): path.read_bytes() if path.is_file() else b""
        for path in directory.rglob("*")
    }


async def test_no_key_leads_out_of_the_store(tmp_path: Path) -> None:
    store = TinyStore(tmp_path / "in" / "store")
    for key in KEYS:
        await store.plan(key).put(FACT)
    await store.close()
    assert all(name.startswith("in") for name in files_under(tmp_path))
    homes = [name for name in files_under(tmp_path) if name.endswith(".journal")]
    assert len(homes) == len(KEYS)
    assert all(home.isascii() and len(Path(home).parent.name) < 60 for home in homes)


async def test_a_key_that_is_no_text_is_refused(tmp_path: Path) -> None:
    store = TinyStore(tmp_path)
    with pytest.raises(NotKeptError):
        await store.plan("\ud800").put(FACT)
    assert await store.plans() == ()
    await store.close()


# One process per store


def test_a_second_store_on_the_directory_is_refused_in_one_sentence(tmp_path: Path) -> None:
    held = open_store(str(tmp_path))
    with pytest.raises(StoreInUseError, match=rf"in gebruik door proces {os.getpid()} op .+\.$"):
        open_store(str(tmp_path))
    asyncio.run(held.close())
    asyncio.run(open_store(str(tmp_path)).close())


def test_another_process_is_refused_until_the_first_one_dies(tmp_path: Path) -> None:
    code = "import sys, storage; s = storage.open_store(sys.argv[1]); print('open'); input()"
    command = [sys.executable, "-c", code, str(tmp_path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, **pipes) as first:  # type: ignore[call-overload]
        assert first.stdout.readline() == b"open\n"
        second = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert f"in gebruik door proces {first.pid}" in second.stderr
        with pytest.raises(StoreInUseError):
            open_store(str(tmp_path))
        first.kill()
    asyncio.run(open_store(str(tmp_path)).close())


async def test_closing_twice_does_no_harm(tmp_path: Path) -> None:
    store = open_store(str(tmp_path))
    await store.close()
    await store.close()


# Readers


async def test_a_reader_beside_a_serving_process_sees_the_last_commit(tmp_path: Path) -> None:
    serving, reader = TinyStore(tmp_path), StoreBeside(tmp_path)
    assert await reader.plan("a").find(Fact) == []
    await serving.plan("a").put(FACT)
    assert await reader.plans() == ("a",)
    assert await reader.plan("a").find(Fact) == [FACT]
    await serving.plan("a").put(Fact(key="f1", text="Anders"))
    assert [fact.text for fact in await reader.plan("a").find(Fact)] == ["Anders"]
    await reader.close()
    await serving.close()


async def test_a_reader_makes_and_changes_nothing(tmp_path: Path) -> None:
    reader = open_store(str(tmp_path / "none"), reading=True)
    assert await reader.plans() == ()
    assert await reader.shared.find(Record) == []
    with pytest.raises(NotKeptError, match="om te lezen"):
        await reader.plan("a").put(FACT)
    with pytest.raises(NotKeptError, match="om te lezen"):
        await reader.plan("a").drop(Fact)
    await reader.close()
    assert files_under(tmp_path) == {}


# Addresses


@pytest.mark.parametrize("url", ["redis://x", "", "/dev/null/x"])
def test_an_address_that_leads_to_no_store_is_an_error(url: str) -> None:
    with pytest.raises(UnknownStoreError):
        open_store(url)


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("x")
    with pytest.raises(UnknownStoreError, match=r"plan\.yaml"):
        open_store(str(tmp_path / "plan.yaml"))


# Networks

MOUNTS = """\
22 28 0:20 / /proc rw shared:12 - proc proc rw
28 1 254:0 / / rw shared:1 - ext4 /dev/vda1 rw
31 28 0:50 / /gedeeld rw shared:3 - nfs4 server:/export rw
32 31 254:1 / /gedeeld/own\\040disk rw shared:4 - xfs /dev/vdb rw
"""


@pytest.mark.parametrize(
    ("place", "refused"),
    [
        ("/gedeeld/data", True),
        ("/gedeeld/own disk/data", False),
        ("/srv/data", False),
        ("/gedeeld", True),
    ],
)
def test_a_directory_on_a_network_is_refused_in_one_sentence(
    tmp_path: Path, place: str, refused: bool
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    if refused:
        with pytest.raises(UnknownStoreError, match=r"netwerkschijf \(nfs4\); kies .+\.$"):
            refuse_network(Path(place), mounts)
    else:
        refuse_network(Path(place), mounts)
    refuse_network(Path(place), tmp_path / "none")


# Snapshots and generations


def texts(count: int) -> list[Record]:
    return [Fact(key=f"f{n}", text=f"{n} " * 4000) for n in range(count)]


async def test_a_long_journal_becomes_a_snapshot_and_the_oldest_go(tmp_path: Path) -> None:
    store = TinyStore(tmp_path)
    part = store.plan("a")
    for n in range(12):
        for record in texts(60):
            await part.put(record, Fact(key="last", text=str(n)))
        await part.settled()
    home = tmp_path / place_of("a")
    assert 1 < len(list(home.glob("*.snapshot"))) <= 3
    assert len(list(home.glob("*.journal"))) <= 4
    facts = await part.find(Fact)
    await store.close()
    again, damage = await found(tmp_path)
    assert again == facts
    assert again[1].text == "11"
    assert damage == ()


async def test_only_so_many_parts_are_in_memory_and_all_are_there(tmp_path: Path) -> None:
    store = TinyStore(tmp_path, parts=3)
    for n in range(20):
        await store.plan(f"p{n % 10}").put(Fact(key=f"f{n}", text=str(n)))
    loaded = [n for n in range(10) if store.plan(f"p{n}").in_memory]
    assert len(loaded) <= 3
    for n in range(10):
        facts = await store.plan(f"p{n}").find(Fact)
        assert [fact.text for fact in facts] == [str(n), str(n + 10)]
    before = await store.numbers()
    await store.close()
    again = TinyStore(tmp_path, parts=3)
    assert await again.numbers() == before == {f"p{n}": 2 for n in range(10)}
    await again.close()


async def test_what_is_kept_goes_on_while_parts_come_and_go(tmp_path: Path) -> None:
    store = TinyStore(tmp_path, parts=2)

    async def some(who: int) -> None:
        for n in range(30):
            await store.plan(f"p{(who + n) % 5}").put(Fact(key=f"f{who}/{n}", text="x"))

    await asyncio.gather(*(some(who) for who in range(5)))
    counts = [len(await store.plan(f"p{n}").find(Fact)) for n in range(5)]
    assert sum(counts) == 150
    await store.close()
    counts = [len((await found(tmp_path, f"p{n}"))[0]) for n in range(5)]
    assert sum(counts) == 150


async def test_a_plan_has_fifty_thousand_documents_at_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.part.MOST", 3)
    store = TinyStore(tmp_path)
    await store.plan("a").put(*texts(3))
    with pytest.raises(NotKeptError, match=r"ten hoogste 3 documenten.+PostgreSQL"):
        await store.plan("a").put(Fact(key="f9", text="x"))
    await store.plan("a").drop(Fact, key="f0")
    await store.plan("a").put(Fact(key="f9", text="x"))
    await store.close()


# Damage


def flipped(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 4
    path.write_bytes(content)


async def test_a_damaged_commit_is_told_and_the_others_are_there(tmp_path: Path) -> None:
    facts = [Fact(key=f"f{n}", text=f"tekst {n}") for n in range(5)]
    home = await kept(tmp_path, *facts)
    journal = home / "000000000000.journal"
    flipped(journal, journal.read_bytes().index(b"tekst 2"))
    left, damage = await found(tmp_path)
    assert left == [*facts[:2], *facts[3:]]
    assert any("ontbreekt wijziging 3, van vóór" in sentence for sentence in damage)
    (aside,) = (tmp_path / "quarantine").iterdir()
    assert b"tekst 3" in (aside / journal.name).read_bytes()
    assert "ontbreekt wijziging 3" in (aside / "report.txt").read_text()
    assert await found(tmp_path) == (left, ())


@pytest.mark.parametrize("spoil", ["last byte", "last commit", "cut off", "no files", "emptied"])
async def test_the_last_commit_is_not_lost_unseen(tmp_path: Path, spoil: str) -> None:
    facts = [Fact(key=f"f{n}", text=f"tekst {n}") for n in range(5)]
    home = await kept(tmp_path, *facts)
    journal = home / "000000000000.journal"
    content = journal.read_bytes()
    match spoil:
        case "last byte":
            flipped(journal, len(content) - 1)
        case "last commit":
            flipped(journal, content.index(b"tekst 4"))
        case "cut off":
            journal.write_bytes(content[: content.rindex(b"\n", 0, -1) + 1])
        case "no files":
            journal.unlink()
        case _:
            journal.write_bytes(b"")
    if spoil in ("no files", "emptied"):
        store = TinyStore(tmp_path)
        with pytest.raises(DamagedError):
            await store.plan("a").find(Fact)
        with pytest.raises(DamagedError):
            await store.plan("a").put(FACT)
        await store.close()
        return
    left, damage = await found(tmp_path)
    assert left == facts[:4]
    assert any("ontbreekt wijziging 5" in sentence for sentence in damage)


async def test_a_damaged_snapshot_costs_nothing_while_an_older_one_stands(tmp_path: Path) -> None:
    store = TinyStore(tmp_path)
    for record in texts(90):
        await store.plan("a").put(record)
        await store.plan("a").settled()
    await store.close()
    home = tmp_path / place_of("a")
    snapshots = sorted(home.glob("*.snapshot"))
    assert len(snapshots) > 1
    flipped(snapshots[-1], 3000)
    left, damage = await found(tmp_path)
    assert left == texts(90)
    assert [str(snapshots[-1]) in sentence for sentence in damage] == [True]


async def test_a_damaged_plan_leaves_the_others_be(tmp_path: Path) -> None:
    home = await kept(tmp_path, FACT)
    for path in home.iterdir():
        path.write_bytes(b"\0" * 100)
    (tmp_path / "acknowledged").unlink()
    store = TinyStore(tmp_path)
    await store.plan("b").put(FACT)
    assert await store.plan("b").find(Fact) == [FACT]
    assert await store.plans() == ("b",)
    assert any(home.name in sentence for sentence in store.damage())
    await store.close()


async def test_what_a_newer_program_kept_outlives_a_change(tmp_path: Path) -> None:
    store = TinyStore(tmp_path)
    strange = {"key": "n", "what": "?"}
    body = {"key": "f1", "text": "x", "mood": "good"}
    await store.rewrite("a", {"Fact": {"f1": body}, "Novelty": {"n": strange}})
    await store.plan("a").put(Organisation(key="pol", name="Politie"))
    await store.close()
    store = TinyStore(tmp_path)
    contents = {key: contents async for key, contents in store.everything()}["a"]
    await store.close()
    assert contents["Novelty"] == {"n": strange}
    assert contents["Fact"] == {"f1": body}


async def test_a_rewritten_part_leaves_no_trace_of_what_it_was(tmp_path: Path) -> None:
    store = TinyStore(tmp_path)
    for record in texts(90):
        await store.plan("a").put(record)
    await store.plan("a").put(Fact(key="geheim", text="kanarie"))
    older = tmp_path / "schema-1" / place_of("a")
    older.mkdir(parents=True)
    (older / "records.jsonl").write_bytes(b"kanarie")
    await store.rewrite("a", {"Fact": {"f1": {"key": "f1", "text": "x"}}})
    assert not [name for name, had in files_under(tmp_path).items() if b"kanarie" in had]
    await store.plan("a").put(Fact(key="f2", text="y"))
    await store.close()
    left, damage = await found(tmp_path)
    assert [fact.text for fact in left] == ["x", "y"]
    assert damage == ()


async def test_a_store_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    await kept(tmp_path, FACT)
    (tmp_path / "schema").write_text("99\n")
    before = files_under(tmp_path)
    with pytest.raises(NewerStoreError, match="nieuwere versie"):
        open_store(str(tmp_path))
    assert files_under(tmp_path) == before


async def test_a_store_of_an_older_program_is_not_read_as_if_it_were_empty(tmp_path: Path) -> None:
    home = tmp_path / "plans" / "a-1"
    home.mkdir(parents=True)
    (home / "records.jsonl").write_text('{"schema":1,"key":"a"}\n{}\n')
    with pytest.raises(UnknownStoreError, match="oudere versie"):
        open_store(str(tmp_path), reading=True)


async def test_what_was_left_half_made_is_no_plan(tmp_path: Path) -> None:
    home = await kept(tmp_path, FACT)
    (home / ".000000000009.snapshot.new").write_bytes(b"half")
    left = home.with_name(f".{Path(place_of('b')).name}.new")
    left.mkdir()
    (left / "000000000000.journal").write_bytes(b"half")
    store = open_store(str(tmp_path))
    assert await store.plans() == ("a",)
    await store.plan("b").put(FACT)
    assert await store.plans() == ("a", "b")
    assert await store.plan("a").find(Fact) == [FACT]
    await store.close()


# Waiting


async def test_the_loop_goes_on_while_the_disk_takes_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = TinyStore(tmp_path)
    await store.plan("a").put(FACT)
    goes_on, fdatasync = threading.Event(), os.fdatasync

    def slow(number: int) -> None:
        goes_on.wait(10)
        fdatasync(number)

    monkeypatch.setattr(os, "fdatasync", slow)
    new = Fact(key="f2", text="x")
    waiting = [asyncio.create_task(store.plan("a").put(new)) for _ in range(20)]
    await asyncio.sleep(0.05)
    assert await store.plan("a").find(Fact) == [FACT]
    assert not any(task.done() for task in waiting)
    goes_on.set()
    await asyncio.gather(*waiting)
    assert await store.plan("a").find(Fact) == [FACT, new]
    await store.close()


async def test_what_comes_in_while_the_disk_is_busy_goes_in_one_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = TinyStore(tmp_path)
    await asyncio.gather(*(store.plan(f"p{n}").put(FACT) for n in range(20)))
    syncs, fdatasync = [], os.fdatasync

    def counted(number: int) -> None:
        syncs.append(number)
        fdatasync(number)

    monkeypatch.setattr(os, "fdatasync", counted)
    puts = (store.plan(f"p{n % 20}").put(Fact(key=f"f{n}", text="x")) for n in range(200))
    await asyncio.gather(*puts)
    assert len(syncs) < 20
    await store.close()
