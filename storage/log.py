"""The log of a whole store: the last commits of every part, so that one sync keeps them all.

A part has its commits in its own journal too, where they are synced only now and then: before the
log begins anew. After a stop the log fills in what a journal lacks. A batch is one line, so of
what was under way at a stop all is there or nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from storage.acknowledged import Marks
from storage.disk import Grown, sync_directory, write_synced
from storage.frames import framed, stretches
from storage.journal import OddError, number_of

NAME = "log"
LONGEST = 1 << 20
"""Bytes after which the journals are synced and the log begins anew."""
BETWEEN = b"\x1f"
"""JSON has no control characters."""


@dataclass
class LogRead:
    """By the place of a part its commits by number; and what is odd in the log."""

    commits: dict[str, dict[int, bytes]] = field(default_factory=dict)
    odd: list[str] = field(default_factory=list)


def batch(commits: Iterable[tuple[str, bytes]]) -> bytes:
    """The line of some commits, each with the place of its part."""
    return framed(BETWEEN.join(place.encode() + b" " + commit for place, commit in commits))


def read_log(directory: Path, marks: Marks) -> LogRead:
    """What came after the marks. Raises OSError."""
    found = LogRead()
    path = directory / NAME
    content = path.read_bytes() if path.exists() else b""
    odd: list[int] = []
    for stretch in stretches(content):
        if stretch.payload is None:
            odd.append(stretch.start)
            continue
        new = False
        for place, number, commit in _apart(stretch.payload):
            if place not in marks or number > marks[place].number:
                found.commits.setdefault(place, {})[number] = commit
                new = True
        # Behind the last batch lies what was under way at a stop, and what was before the marks.
        if new:
            found.odd += [f"{path} is beschadigd vanaf byte {start}." for start in odd]
            odd = []
    return found


def _apart(line: bytes) -> Iterator[tuple[str, int, bytes]]:
    for one in line.split(BETWEEN):
        place, _, commit = one.partition(b" ")
        try:
            yield place.decode(), number_of(commit), commit
        except (OddError, ValueError):
            continue


def begun(directory: Path) -> Grown:
    """An empty log, ready to grow. Raises OSError."""
    path = directory / NAME
    write_synced(path, [])
    sync_directory(directory)
    return Grown(path, 0)


def remove(directory: Path) -> None:
    """After everything in it came to rest elsewhere. Raises OSError."""
    (directory / NAME).unlink(missing_ok=True)
    sync_directory(directory)
