"""The commands that look after a store, on every back end, and from one to the other."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.commandline import main
from plan.records import Fact, Meeting
from storage import Store, open_store
from storage.canonical import contents_of, lines
from storage.sole import serving
from tests.bot.keeping import everything, keep, plan, shared, two_plans

Capture = pytest.CaptureFixture[str]


def bytes_of(url: str | Path) -> dict[str | None, bytes]:
    """Without the lines in the logbook of a database that tell of the command itself."""
    found = everything(url)
    for name in ("Entry", "Alias"):
        found[None].pop(name, None)
    return {key: b"".join(lines(contents)) for key, contents in found.items()}


def files(directory: Path) -> dict[str, bytes]:
    found = (path for path in directory.rglob("*.jsonl"))
    return {str(path.relative_to(directory)): path.read_bytes() for path in found}


def test_both_ways_between_a_directory_and_a_database(
    tmp_path: Path, database: str, capsys: Capture
) -> None:
    old, back = tmp_path / "old", tmp_path / "back"
    two_plans(old)
    assert main(["migrate", "--from", str(old), "--to", database]) == 0
    assert main(["migrate", "--from", database, "--to", str(back)]) == 0
    assert bytes_of(old) == bytes_of(database) == bytes_of(back)
    said = capsys.readouterr()
    assert "geheim" not in said.out + said.err


def test_a_back_up_is_the_same_bytes_from_either(tmp_path: Path, database: str) -> None:
    two_plans(tmp_path / "store")
    two_plans(database)
    for name, url in (("one", str(tmp_path / "store")), ("other", database)):
        assert main(["backup", str(tmp_path / name), "--store", url]) == 0
    assert files(tmp_path / "one") == files(tmp_path / "other")
    assert len(files(tmp_path / "one")) == 3
    manifest = (tmp_path / "other" / "manifest.json").read_text()
    assert "postgresql://" in manifest
    assert "geheim" not in manifest


def test_a_back_up_goes_back_into_any_empty_store(url: str, tmp_path: Path) -> None:
    two_plans(tmp_path / "from")
    main(["backup", str(tmp_path / "made"), "--store", str(tmp_path / "from")])
    assert main(["restore", str(tmp_path / "made"), "--store", url]) == 0
    assert bytes_of(url) == bytes_of(tmp_path / "from")
    assert main(["verify", "--store", url]) == 0
    assert main(["restore", str(tmp_path / "made"), "--store", url]) == 2


async def test_a_back_up_under_load_has_all_that_was_acknowledged_and_no_half_of_anything(
    store: Store, url: str, tmp_path: Path
) -> None:
    part, kept, busy, warm = store.plan("a"), 0, True, asyncio.Event()

    async def load() -> None:
        nonlocal kept
        while busy:
            fact, meeting = Fact(key=f"{kept}", text="x"), Meeting(key=f"{kept}", name="x")
            await part.put(fact, meeting)
            kept += 1
            if kept == 20:
                warm.set()

    await store.shared.put(Meeting(key="s", name="x"))
    writing = asyncio.create_task(load())
    await warm.wait()
    try:
        for n in range(4):
            before, made = kept, tmp_path / f"{n}"
            assert await asyncio.to_thread(main, ["backup", str(made), "--store", url]) == 0
            at_most = kept + 1
            written = b"".join(path.read_bytes() for path in (made / "plans").iterdir())
            found = contents_of(written.splitlines())
            assert list(found["Fact"]) == list(found["Meeting"])
            assert list(found["Fact"]) == [str(i) for i in range(len(found["Fact"]))]
            assert before <= len(found["Fact"]) <= at_most
    finally:
        busy = False
        await writing


def test_erasing_goes_alike_on_every_back_end(url: str) -> None:
    two_plans(url)
    command = ["erase", "a", "--org", "POL", "--store", url]
    assert main(command) == 0
    assert everything(url)["a"]["Answer"]
    assert main([*command, "--yes"]) == 0
    left = everything(url)
    assert not left["a"].get("Answer")
    assert left["b"]["Answer"]
    assert left[None]["Desk"]["dev/p-pol"]["plans"] == {"b": "p-pol"}


def test_what_is_past_its_term_goes_alike_on_every_back_end(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(url, {"a": plan("a", year=2001), "b": plan("b", year=2099)}, shared("a", "b"))
    monkeypatch.setenv("PLAN_KEEP_PLANS", "10")
    assert main(["retain", "--yes", "--store", url]) == 0
    left = everything(url)
    assert not any(left.get("a", {}).values())
    assert left["b"]["Answer"]
    assert left[None]["Desk"]["dev/p-pol"]["plans"] == {"b": "p-pol"}


@pytest.mark.parametrize("command", ["erase", "retain", "restore", "migrate", "to"])
def test_it_waits_for_whoever_serves_to_stop(database: str, tmp_path: Path, command: str) -> None:
    two_plans(tmp_path / "other")
    main(["backup", str(tmp_path / "made"), "--store", str(tmp_path / "other")])
    arguments = {
        "erase": ["erase", "a", "--org", "POL", "--store", database],
        "retain": ["retain", "--store", database],
        "restore": ["restore", str(tmp_path / "made"), "--store", database],
        "migrate": ["migrate", "--from", database, "--to", str(tmp_path / "new")],
        "to": ["migrate", "--from", str(tmp_path / "other"), "--to", database],
    }[command]

    async def meanwhile() -> int:
        store: Store = open_store(database)
        try:
            async with serving(store):
                return await asyncio.to_thread(main, arguments)
        finally:
            await store.close()

    assert asyncio.run(meanwhile()) == 75
