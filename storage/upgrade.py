"""Bringing a store of an older program up to date: beside it, and swapped in when it is whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from storage.acknowledged import NAME as MARKS
from storage.acknowledged import Mark, Marks, write_marks
from storage.codec import Contents
from storage.disk import sync_directory, write_synced
from storage.errors import NEWER, DamagedError, NewerStoreError, why
from storage.home import Home
from storage.journal import SCHEMA, OddError, read_snapshot
from storage.log import NAME as LOG

STEPS: dict[int, Callable[[Contents], Contents]] = {1: lambda contents: contents}
"""Per schema what its documents become in the next one."""

NUMBER = "schema"
_COMING = "upgrading"
_COMPLETE = "complete"
_PLACES = ("plans", "shared", MARKS, LOG)
"""What is swapped. A later reader takes in what is still in the old log; the new one is empty."""

Progress = Callable[[int, int], None]
"""Hears how many parts are done, and of how many."""


def upgrade(
    directory: Path,
    progress: Progress = lambda done, of: None,
    *,
    schema: int = SCHEMA,
    steps: Mapping[int, Callable[[Contents], Contents]] = STEPS,
) -> None:
    """Have the store in this schema. It may be broken off at any moment and begun again.

    Until everything stands beside it, nothing of the old store is touched; after that it stays in
    `schema-N/`. Raises NewerStoreError, OSError, DamagedError for what cannot be read.
    """
    coming = directory / _COMING
    found = schema_of(directory)
    if found > schema:
        raise NewerStoreError(NEWER.format(directory))
    if found < schema and found not in READERS:
        raise DamagedError(
            f"{directory / NUMBER} is beschadigd: schema {found} is er nooit geweest."
        )
    if not (coming / _COMPLETE).exists() and found < schema:
        _made(directory, coming, found, schema, steps, progress)
        _numbered(coming / _COMPLETE, found)
    if (coming / _COMPLETE).exists():
        before = int((coming / _COMPLETE).read_text())
        _swapped(directory, coming, directory / f"schema-{before}", schema)
    elif not (directory / NUMBER).exists():
        _numbered(directory / NUMBER, schema)


def schema_of(directory: Path) -> int:
    """Of the store in a directory, also of one that is still to be made. Raises DamagedError."""
    try:
        return int((directory / NUMBER).read_text())
    except FileNotFoundError:
        pass
    except ValueError as error:
        raise DamagedError(f"{directory / NUMBER} is beschadigd: dat is geen getal.") from error
    old = next(directory.glob("plans/*/records.jsonl"), None)
    return 1 if old or (directory / "shared" / "records.jsonl").exists() else SCHEMA


def _made(
    directory: Path,
    coming: Path,
    found: int,
    schema: int,
    steps: Mapping[int, Callable[[Contents], Contents]],
    progress: Progress,
) -> None:
    """The whole new store beside the old one; what an earlier try made whole is left as it is,
    unless the old one has changed since."""
    marks: Marks = {}
    (coming / "plans").mkdir(parents=True, exist_ok=True)
    plans = len(list(directory.glob("plans/[!.]*")))
    for done, (place, key, old) in enumerate(READERS[found](directory)):
        progress(done, plans + 1)
        home = Home(coming / place, key)
        marks[place] = Mark(key, 1)
        contents = old
        for number in range(found, schema):
            contents = steps[number](contents)
        if _has(home, contents):
            continue
        shutil.rmtree(home.path, ignore_errors=True)
        home.path.mkdir()
        home.begin_journal(1)
        home.write_snapshot(1, contents)  # Last: with it the part is whole.
    sync_directory(coming / "plans")
    write_synced(coming / LOG, [])
    write_marks(coming, marks)


def _has(home: Home, contents: Contents) -> bool:
    try:
        made = [read_snapshot(path.read_bytes())[1] for path in home.snapshots()]
    except (OSError, OddError):
        return False
    # A snapshot does not have the classes of which nothing is left.
    return {name: table for name, table in contents.items() if table} in made


def _swapped(directory: Path, coming: Path, before: Path, schema: int) -> None:
    before.mkdir(mode=0o700, exist_ok=True)  # Older files may be for everybody to read.
    sync_directory(directory)  # Nothing goes into or out of a directory that may not be there.
    for name in _PLACES:
        old, new, aside = directory / name, coming / name, before / name
        if not new.exists():
            continue
        if old.exists() and not aside.exists():
            old.rename(aside)
        new.rename(old)
    sync_directory(before)
    sync_directory(directory)
    _numbered(directory / NUMBER, schema)
    shutil.rmtree(coming)


def _numbered(path: Path, schema: int) -> None:
    """A file with that number, whole or not at all."""
    beside = path.with_name(f".{path.name}.new")
    write_synced(beside, [b"%d\n" % schema])
    beside.replace(path)
    sync_directory(path.parent)


class _Head(msgspec.Struct):
    schema: int
    key: str


def _schema_1(directory: Path) -> Iterator[tuple[str, str, Contents]]:
    """One file per part: a line that says whose it is, and a line with everything in it."""
    for path in sorted((*directory.glob("plans/[!.]*"), *directory.glob("shared"))):
        file = path / "records.jsonl"
        try:
            first, _, rest = file.read_bytes().partition(b"\n")
            head = msgspec.json.decode(first, type=_Head)
            contents = msgspec.json.decode(rest, type=Contents)
        except (OSError, msgspec.MsgspecError, ValueError) as error:
            raise DamagedError(f"{file} is niet te lezen: {why(error)}.") from error
        yield str(path.relative_to(directory)), head.key, contents


READERS: dict[int, Callable[[Path], Iterator[tuple[str, str, Contents]]]] = {1: _schema_1}
"""Per schema how its files are read: place, key and contents of each part."""
