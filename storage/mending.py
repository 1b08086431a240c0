"""Going on after damage and after a stop: what is left, put in order and on disk."""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Mapping
from pathlib import Path

from storage.acknowledged import Mark, Marks, mark_forward
from storage.codec import Contents
from storage.disk import Grown, LostError, sync_directory, sync_whole, write_synced
from storage.errors import DamagedError, StoreError, why
from storage.frames import framed
from storage.home import Home
from storage.loading import Loaded
from storage.log import NAME as LOG

QUARANTINE = "quarantine"


def mend(directory: Path, home: Home, loaded: Loaded, acknowledged: int | None) -> None:
    """Put the damaged files aside, with a report, and go on from what is left.

    Raises StoreError when the disk does not let us.
    """
    aside = directory / QUARANTINE / f"{home.path.name}-{_moment()}"
    # Above the name of every file, also of one that cannot be read: the newest counts.
    loaded.number = max(loaded.number, acknowledged or 0, home.newest())
    try:
        home.path.mkdir(parents=True, exist_ok=True)
        sync_directory(home.path.parent)
        put_aside(home.path, aside, loaded.odd)
        loaded.weight = home.write_snapshot(loaded.number, loaded.contents)
        loaded.journal = home.begin_journal(loaded.number)
        loaded.size = loaded.journal.stat().st_size
        home.forget_old(1)
    except OSError as error:
        raise StoreError(
            f"{home.path} is beschadigd en niet te herstellen: {why(error)}."
        ) from error
    loaded.horizon, loaded.changed = loaded.number, {}
    goes_on = f"Wat leesbaar is, is behouden; de beschadigde bestanden staan in {aside}."
    loaded.odd = [f"{sentence} {goes_on}" for sentence in loaded.odd]


def put_aside(path: Path, aside: Path, odd: list[str], which: str = "*") -> None:
    """Copies of the files in a directory, and what is odd, on disk. Raises OSError."""
    aside.mkdir(parents=True, exist_ok=True)
    for file in path.glob(which):
        try:
            content = file.read_bytes()
        except OSError:  # What cannot be read at all cannot be kept; the report names it.
            continue
        write_synced(aside / file.name, [content])
    if odd:
        write_synced(aside / "report.txt", ["".join(f"{line}\n" for line in odd).encode()])
    for made in (aside, aside.parent, aside.parent.parent):
        sync_directory(made)


def only(directory: Path, home: Home, number: int, contents: Contents) -> int:
    """The part as this and nothing else, in one new generation; its number.

    Raises OSError, ValueError.
    """
    number = max(number, home.newest() + 1)
    if home.path.exists():
        home.write_snapshot(number, contents)
        home.begin_journal(number)
    else:
        _founded(home, number, contents)
    home.forget_old(1)
    for aside in (directory / QUARANTINE).glob(f"{home.path.name}-*Z"):
        shutil.rmtree(aside)
    for older in directory.glob("schema-*"):
        shutil.rmtree(older / home.path.relative_to(directory), ignore_errors=True)
    sync_directory(home.path)
    return number


def _founded(home: Home, number: int, contents: Contents) -> None:
    """A part that was not there comes to be with all of this, or not at all."""
    beside = Home(home.path.with_name(f".{home.path.name}.new"), home.key)
    shutil.rmtree(beside.path, ignore_errors=True)
    beside.path.mkdir()
    beside.write_snapshot(number, contents)
    beside.begin_journal(number)
    beside.path.rename(home.path)
    sync_directory(home.path.parent)


def settle(loaded: Loaded) -> None:
    """What was under way at a stop and counts has to be on disk before anybody sees it."""
    if loaded.journal is None:
        return
    number = os.open(loaded.journal, os.O_RDONLY | os.O_CLOEXEC)
    try:
        sync_whole(number)
    except OSError as error:
        raise StoreError(f"{loaded.journal} is niet op schijf gekomen.") from error
    finally:
        os.close(number)


def recover(
    directory: Path, marks: Marks, places: Mapping[str, Home], log: Mapping[str, dict[int, bytes]]
) -> list[str]:
    """After a stop: bring what the log has into the journals, on disk; what was found odd.

    It is written anew although it can be read: what a sync refused may be in memory only, and a
    second sync would say that all is well. Raises OSError, and then the log still has it.
    """
    odd: list[str] = []
    for place, commits in log.items():
        home, mark = places[place], marks.get(place)
        try:
            loaded = home.load(commits, mark.number if mark else None)
        except DamagedError as error:
            aside = log_aside(directory)
            odd.append(f"{error} Wat het logboek er nog van heeft, staat in {aside}.")
            mark_forward(marks, place, home.key, max(commits, default=0))
            continue
        if loaded.whole:
            _complete(loaded)
            home.write_snapshot(loaded.number, loaded.contents)
            home.begin_journal(loaded.number)
            home.forget_old()
        else:
            mend(directory, home, loaded, max([*commits, mark.number if mark else 0]))
            odd += loaded.odd
        marks[place] = Mark(home.key, loaded.number)
    return odd


def log_aside(directory: Path) -> Path:
    """Where a copy of the log is from now on. Raises OSError."""
    aside = directory / QUARANTINE / f"log-{_moment()}"
    put_aside(directory, aside, [], LOG)
    return aside


def _moment() -> str:
    return time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())


def _complete(loaded: Loaded) -> None:
    """Bring what the log has into the journal, for when a later snapshot is damaged."""
    if loaded.journal is None:
        return
    journal = Grown(loaded.journal, loaded.marked)
    try:
        journal.add(b"".join(framed(loaded.later[number]) for number in sorted(loaded.later)))
        journal.sync()
    except LostError as error:
        raise OSError(errno.EIO, str(error)) from error
    finally:
        journal.close()
