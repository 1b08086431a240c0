"""The directory of a store: where its parts are, and putting it in order before it is used."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Container
from pathlib import Path

from storage.acknowledged import NAME as MARKS
from storage.acknowledged import Marks, read_marks, write_marks
from storage.disk import sync_directory
from storage.errors import DamagedError
from storage.home import Home, read_key
from storage.lock import hold, refuse_network
from storage.log import read_log
from storage.mending import log_aside, recover
from storage.upgrade import Progress, upgrade

SHARED = "shared"


def place_of(key: str) -> str:
    """Where a plan is, under the directory of the store: safe whatever its key, and its own."""
    words = re.sub(r"[^a-z0-9]+", "-", key.lower())[:40].strip("-")
    sum_ = hashlib.sha256(key.encode(errors="surrogatepass")).hexdigest()[:16]
    return "plans/" + f"{words}-{sum_}".lstrip("-")


def listed(
    directory: Path, marks: Marks, damage: list[str], ahead: Container[str] = ()
) -> dict[str, str]:
    """Place -> key of every plan in which something was kept; one that cannot be told, or whose
    directory is gone, is named in `damage`. `ahead`: places past their mark."""
    found = {
        place: mark.key
        for place, mark in marks.copy().items()
        if place != SHARED and (mark.number or place in ahead)
    }
    there = {f"plans/{home.name}" for home in (directory / "plans").glob("[!.]*")}
    told = [f"{directory / place} is weg." for place in found.keys() - there]
    for place in sorted(there - marks.keys()):
        try:
            found[place] = read_key(directory / place)
        except DamagedError as error:
            told.append(str(error))
    damage += [sentence for sentence in told if sentence not in damage]
    return found


def held(directory: Path) -> int:
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    refuse_network(directory)
    return hold(directory / "lock")


def put_in_order(directory: Path, progress: Progress) -> tuple[Marks, list[str]]:
    """What an older program or a stop left behind comes to rest; what was found odd."""
    _swept(directory)
    upgrade(directory, progress)
    (directory / "plans").mkdir(exist_ok=True)
    for made in (directory, directory.parent):
        sync_directory(made)
    marks, odd = read_marks(directory)
    if not (directory / MARKS).exists():
        odd = f"{directory / MARKS} is weg." if any((directory / "plans").iterdir()) else ""
        write_marks(directory, marks)
    log = read_log(directory, marks)
    for place, mark in marks.items():
        if not mark.number and (directory / place).exists():
            log.commits.setdefault(place, {})  # Founded, and then came the stop.
    found, places = [*filter(None, [odd]), *log.odd], {}
    for place in list(log.commits):
        try:
            places[place] = Home(directory / place, key_of(directory, place, marks))
        except DamagedError as error:
            aside = log_aside(directory)
            found.append(f"{error} Wat het logboek er nog van heeft, staat in {aside}.")
            del log.commits[place]
    found += recover(directory, marks, places, log.commits)
    if log.commits or odd:
        write_marks(directory, marks)
    return marks, found


def _swept(directory: Path) -> None:
    """What a stop left half written goes: nobody was told of it, and nobody else removes it."""
    for where in ("", "plans/", "shared/", "plans/*/"):
        for half in directory.glob(f"{where}.*.new"):
            if half.is_dir():
                shutil.rmtree(half)
            else:
                half.unlink()


def key_of(directory: Path, place: str, marks: Marks) -> str:
    """Of the part at a place. Raises DamagedError."""
    if place == SHARED:
        return SHARED
    return marks[place].key if place in marks else read_key(directory / place)
