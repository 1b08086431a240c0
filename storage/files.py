"""The files of one part: generations of snapshots and journals, named after commits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from storage.errors import NEWER, NewerStoreError
from storage.journal import SCHEMA, Head, OddError


@dataclass(frozen=True)
class Files:
    """Those in the directory of a part; without it there is nothing in the part yet."""

    path: Path
    key: str

    def snapshots(self) -> list[Path]:
        """Oldest first."""
        return sorted(self.path.glob("[0-9]*.snapshot"))

    def newest(self) -> int:
        """The highest number that a file is named after."""
        return max(map(number_in, (*self.snapshots(), *self.journals())), default=0)

    def journals(self) -> list[Path]:
        """Oldest first."""
        return sorted(self.path.glob("[0-9]*.journal"))

    def check(self, path: Path, head: Head) -> None:
        """Whether a file is what its place says. Raises OddError, NewerStoreError."""
        if head.schema > SCHEMA:
            raise NewerStoreError(NEWER.format(path))
        if head.key != self.key:
            raise OddError(f"het is van plan {head.key!r}, niet van {self.key!r}")
        if head.number != number_in(path):
            raise OddError(f"het begint bij wijziging {head.number}, anders dan de naam zegt")


def journal_name(number: int) -> str:
    return f"{number:012d}.journal"


def snapshot_name(number: int) -> str:
    return f"{number:012d}.snapshot"


def number_in(path: Path) -> int:
    """The commit that a file is named after."""
    return int(path.stem) if path.stem.isdecimal() else 0
