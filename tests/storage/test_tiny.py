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
from storage import DamagedError, NotKeptError, StoreInUseError, UnknownStoreError, open_store
from storage.tiny import TinyStore, directory_name
from tests.storage.test_contract import KEYS

FACT = Fact(key="f1", text="Minder inbraken")
ROOT = Path(__file__).parents[2]


async def kept(directory: Path, *records: Record, key: str = "a") -> Path:
    """Keep records in a plan of a store that is closed again; the file they are in."""
    store = TinyStore(directory)
    await store.plan(key).put(*records)
    await store.close()
    return directory / "plans" / directory_name(key) / "records.jsonl"


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
    homes = [name for name in files_under(tmp_path) if name.endswith("records.jsonl")]
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
    serving, reader = TinyStore(tmp_path), TinyStore(tmp_path, reading=True)
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


@pytest.mark.parametrize(
    "url", ["postgresql://localhost/x", "postgres://x", "redis://x", "", "/dev/null/x"]
)
def test_an_address_that_leads_to_no_store_is_an_error(url: str) -> None:
    with pytest.raises(UnknownStoreError):
        open_store(url)


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("x")
    with pytest.raises(UnknownStoreError, match=r"plan\.yaml"):
        open_store(str(tmp_path / "plan.yaml"))


# Damage


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"null\nnull\n",
        b'{"schema":1,"key":"a"}',
        b'{"schema":1,"key":"a"}\n{"Fact":{"f1":{"key":"f1","te',
        b'{"schema":1,"key":"a"}\n{"Fact":[]}\n',
        b'{"schema":1,"key":"a"}\n{"Fact":{"f1":{"key":"f1"}}}\n',
        b'{"schema":1,"key":"b"}\n{}\n',
        b'{"schema":2,"key":"a"}\n{}\n',
        b'{"schema":1,"key":"a"}\n{}\n\xff',
        b"\0" * 100,
    ],
)
async def test_a_damaged_file_is_named_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = await kept(tmp_path, FACT)
    path.write_bytes(content)
    store = open_store(str(tmp_path))
    with pytest.raises(DamagedError, match=r"records\.jsonl"):
        await store.plan("a").find(Fact)
    await store.close()
    assert path.read_bytes() == content


async def test_a_plan_without_its_file_is_damaged_and_not_empty(tmp_path: Path) -> None:
    (await kept(tmp_path, FACT)).unlink()
    store = open_store(str(tmp_path))
    with pytest.raises(DamagedError):
        await store.plan("a").find(Fact)
    with pytest.raises(DamagedError):
        await store.plan("a").put(FACT)
    with pytest.raises(DamagedError):
        await store.plans()
    await store.close()


async def test_a_damaged_plan_leaves_the_others_be(tmp_path: Path) -> None:
    (await kept(tmp_path, FACT)).write_bytes(b"")
    store = open_store(str(tmp_path))
    await store.plan("b").put(FACT)
    assert await store.plan("b").find(Fact) == [FACT]
    await store.close()


async def test_what_a_newer_program_kept_outlives_a_change(tmp_path: Path) -> None:
    path = await kept(tmp_path, FACT)
    path.write_bytes(
        b'{"schema":1,"key":"a"}\n{"Fact":{"f1":{"key":"f1","text":"x","mood":"good"}},'
        b'"Novelty":{"n":{"key":"n","what":"?"}}}\n'
    )
    await kept(tmp_path, Organisation(key="pol", name="Politie"))
    assert b'"Novelty":{"n":{"key":"n","what":"?"}}' in path.read_bytes()
    assert b'"mood":"good"' in path.read_bytes()


async def test_what_was_left_half_made_is_no_plan(tmp_path: Path) -> None:
    home = (await kept(tmp_path, FACT)).parent
    (home / ".records.jsonl.new").write_bytes(b"half")
    left = home.with_name(f".{directory_name('b')}.new")
    left.mkdir()
    (left / "records.jsonl").write_bytes(b"half")
    store = open_store(str(tmp_path))
    assert await store.plans() == ("a",)
    await store.plan("a").put(FACT)
    await store.plan("b").put(FACT)
    assert await store.plans() == ("a", "b")
    await store.close()
    assert not [name for name in files_under(tmp_path) if name.endswith(".new")]


# Waiting


async def test_the_loop_and_other_plans_go_on_while_a_plan_waits_for_its_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = TinyStore(tmp_path)
    await store.plan("a").put(FACT)
    await store.plan("b").put(FACT)
    goes_on, fsync = threading.Event(), os.fsync

    def slow(number: int) -> None:
        if directory_name("a") in str(Path(f"/proc/self/fd/{number}").readlink()):
            goes_on.wait(10)
        fsync(number)

    monkeypatch.setattr(os, "fsync", slow)
    new = Fact(key="f2", text="x")
    waiting = [asyncio.create_task(store.plan("a").put(new)) for _ in range(20)]
    await asyncio.wait_for(store.plan("b").put(new), 5)
    assert await store.plan("a").find(Fact) == [FACT]
    assert not any(task.done() for task in waiting)
    goes_on.set()
    await asyncio.gather(*waiting)
    assert await store.plan("a").find(Fact) == [FACT, new]
    await store.close()
