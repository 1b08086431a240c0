"""How far each part was when the store last put its things in order: what may not be missing."""

from __future__ import annotations

from pathlib import Path

import msgspec

from storage.disk import sync_directory, write_synced
from storage.frames import framed, stretches

NAME = "acknowledged"


class Mark(msgspec.Struct, frozen=True):
    """The key of a part, and its last commit at that time."""

    key: str
    number: int


Marks = dict[str, Mark]
"""By the place of the part, such as `plans/veldermeer-…`."""


def mark_forward(marks: Marks, place: str, key: str, number: int) -> None:
    """A mark never goes back: the loop hears of a commit after the writer has put it to rest."""
    before = marks.get(place)
    if before is None or before.number < number:
        marks[place] = Mark(key, number)


def read_marks(directory: Path) -> tuple[Marks, str]:
    """What is known, and a sentence when it cannot be read; without the file nothing is."""
    path = directory / NAME
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return {}, ""
    except OSError as error:
        return {}, f"{path} is niet te lezen: {error}."
    payloads = [stretch.payload for stretch in stretches(content)]
    if len(payloads) != 1 or payloads[0] is None:
        return {}, f"{path} is beschadigd."
    return msgspec.json.decode(payloads[0], type=Marks), ""


def write_marks(directory: Path, marks: Marks) -> None:
    """Have it on disk. Raises OSError; then the old ones still stand."""
    beside = directory / f".{NAME}.new"
    write_synced(beside, [framed(msgspec.json.encode(marks))])
    beside.replace(directory / NAME)
    sync_directory(directory)
