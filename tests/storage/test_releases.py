"""Stores as earlier releases really wrote them, and a schema that is still to come."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.commandline import main
from plan.records import Answer, Fact, Meeting, Plan
from storage import NewerStoreError, open_store, upgrade
from storage.canonical import lines
from storage.codec import Contents
from storage.home import Home
from storage.order import place_of
from tests.bot.keeping import everything

RELEASES = Path(__file__).parent / "releases"
FIRST = RELEASES / "1"
"""What the code of 22 November 2026 wrote, and what it said was in it."""
SMALL = "Élk jaar/2027 🚨"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FIRST / "store", tmp_path / "store"))


def files(directory: Path) -> dict[str, bytes]:
    found = (path for path in directory.rglob("*") if path.is_file() and path.name != "lock")
    return {str(path.relative_to(directory)): path.read_bytes() for path in found}


def export(directory: Path) -> dict[str, bytes]:
    return {
        ("shared" if key is None else place_of(key)) + ".jsonl": b"".join(lines(contents))
        for key, contents in everything(directory).items()
    }


async def open_and_close(directory: Path) -> None:
    """Which brings it up to date."""
    await open_store(str(directory)).close()


def test_what_the_first_release_kept_is_what_there_is(store: Path) -> None:
    for _ in range(2):
        asyncio.run(open_and_close(store))
        assert export(store) == files(FIRST / "export")


async def test_its_records_are_read(store: Path) -> None:
    opened = open_store(str(store))
    part = opened.plan(SMALL)
    facts = [(fact.key, fact.text) for fact in await part.find(Fact)]
    assert [key for key, _ in facts] == ["f1", "f2", "f3", "f4", "f0"]
    assert dict(facts)["f1"] == "Anders"
    assert await part.find(Meeting) == []
    (answer,) = await part.find(Answer)
    assert answer.text == 'Meer toezicht,\nook op "zaterdag"\t\u2028 \\ \x1f één 👍'
    assert len(await opened.plan("harkenwoude-2027").find(Plan)) == 1
    assert opened.damage() == ()
    assert await opened.health() == ""
    await opened.close()


async def test_the_old_files_stay_as_they_were(store: Path) -> None:
    await open_and_close(store)
    assert files(store / "schema-1") == files(FIRST / "store")
    after = files(store)
    await open_and_close(store)
    assert files(store) == after, "a second opening changes something"


def test_a_back_up_of_it_is_what_there_was(store: Path, tmp_path: Path) -> None:
    asyncio.run(open_and_close(store))
    assert main(["verify", "--store", str(store)]) == 0
    assert main(["backup", str(tmp_path / "made"), "--store", str(store)]) == 0
    made = {name: had for name, had in files(tmp_path / "made").items() if ".jsonl" in name}
    assert made == files(FIRST / "export")


# A schema that is still to come


Step = Callable[[Contents], Contents]


def loud(contents: Contents) -> Contents:
    """The step of a made-up schema: every fact in capitals."""
    facts = contents.get("Fact", {})
    return contents | {"Fact": {k: b | {"text": b["text"].upper()} for k, b in facts.items()}}


def broken_off(after: int) -> Step:
    """The step of which so many parts are done, and then comes a stop."""
    done = iter(range(after))

    def step(contents: Contents) -> Contents:
        if next(done, None) is None:
            raise KeyboardInterrupt
        return loud(contents)

    return step


def to_schema_3(directory: Path, step: Step) -> None:
    upgrade.upgrade(directory, schema=3, steps={1: lambda contents: contents, 2: step})


def as_they_are_in_3(directory: Path, before: Path) -> dict[str, Contents]:
    """By place; `before` has the same places."""
    keys = {str(each[0]): each[1] for each in upgrade.READERS[1](before)}
    return {
        place: Home(directory / place, key).load({}, 1).contents for place, key in keys.items()
    }


def expected() -> dict[str, Contents]:
    parts = {place: loud(contents) for place, _, contents in upgrade.READERS[1](FIRST / "store")}
    return {
        place: {name: table for name, table in contents.items() if table}
        for place, contents in parts.items()
    }


def test_every_part_takes_every_step_on_its_way(store: Path) -> None:
    to_schema_3(store, loud)
    assert upgrade.schema_of(store) == 3
    assert as_they_are_in_3(store, FIRST / "store") == expected()
    assert files(store / "schema-1") == files(FIRST / "store")
    with pytest.raises(NewerStoreError):
        open_store(str(store))


@pytest.mark.parametrize("after", [0, 1, 2])
def test_broken_off_it_goes_on_where_it_was(store: Path, after: int) -> None:
    with pytest.raises(KeyboardInterrupt):
        to_schema_3(store, broken_off(after))
    now = files(store)
    assert {name: now[name] for name in files(FIRST / "store")} == files(FIRST / "store")
    made = {path: path.stat().st_ino for path in (store / "upgrading").rglob("*.snapshot")}
    assert len(made) == after
    to_schema_3(store, loud)
    assert as_they_are_in_3(store, FIRST / "store") == expected()
    assert files(store / "schema-1") == files(FIRST / "store")
    inodes = {path.stat().st_ino for path in store.rglob("*.snapshot")}
    assert set(made.values()) <= inodes, "what was made already was made again"
