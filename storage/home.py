"""The directory of one part, as it is made and written."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from storage.codec import Contents
from storage.disk import LostError, sync_directory, write_synced
from storage.errors import NEWER, DamagedError, NewerStoreError, why
from storage.files import Files, journal_name, number_in, snapshot_name
from storage.frames import framed
from storage.journal import SCHEMA, OddError, encoded_head, read_journal, snapshot_lines
from storage.loading import UNREADABLE, Loaded, load

GENERATIONS = 3
"""So many snapshots are kept, each with the journals since."""


class Home(Files):
    """Where a part is kept."""

    def load(self, log: Mapping[int, bytes], mark: int | None) -> Loaded:
        """What is kept (`storage.loading.load`)."""
        return load(self, log, mark)

    def found(self, first: bytes) -> Path:
        """Make the directory with its first commit, all of it or nothing; its journal.

        Raises OSError, LostError.
        """
        beside = self.path.with_name(f".{self.path.name}.new")
        shutil.rmtree(beside, ignore_errors=True)
        name = journal_name(0)
        try:
            beside.mkdir()
            write_synced(beside / name, [encoded_head(self.key, 0), framed(first)])
            sync_directory(beside)
            beside.rename(self.path)
            sync_directory(self.path.parent)
        except OSError:
            shutil.rmtree(beside, ignore_errors=True)
            self.unfound()
            raise
        return self.path / name

    def unfound(self) -> None:
        """Take the directory away again, as if it had never been made. Raises LostError."""
        if not self.path.exists():
            return
        try:
            shutil.rmtree(self.path)
            sync_directory(self.path.parent)
        except OSError as error:
            raise LostError(f"{self.path} is niet weg te halen: {why(error)}.") from error

    def begin_journal(self, number: int) -> Path:
        """An empty journal for what comes after that commit, on disk.

        Raises OSError, and then there is none: behind it nobody looks for commits in an older one.
        """
        path = self.path / journal_name(number)
        try:
            self._write(path, [encoded_head(self.key, number)])
        except OSError:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            raise
        return path

    def write_snapshot(self, number: int, contents: Contents) -> int:
        """Have the part as it was at that commit on disk; its size. Raises OSError."""
        path = self.path / snapshot_name(number)
        return self._write(path, snapshot_lines(self.key, number, contents))

    def _write(self, path: Path, pieces: Iterable[bytes]) -> int:
        """A file that is there whole or not at all; its size. Raises OSError."""
        beside = path.with_name(f".{path.name}.new")
        try:
            size = write_synced(beside, pieces)
            beside.replace(path)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
        sync_directory(self.path)
        return size

    def forget_old(self, generations: int = GENERATIONS) -> None:
        """Remove the snapshots before the last few, and the journals that only they need."""
        snapshots = self.snapshots()
        if len(snapshots) < generations:
            return
        oldest = number_in(snapshots[-generations])
        journals = self.journals()
        for path in snapshots[:-generations]:
            path.unlink(missing_ok=True)
        sync_directory(self.path)  # A snapshot that is there has its journals.
        for path, next_ in pairwise(journals):
            if number_in(next_) <= oldest:
                path.unlink(missing_ok=True)


def read_key(home: Path) -> str:
    """Whose directory this is, by the first of its files that can be read. Raises DamagedError."""
    for path in (*home.glob("[0-9]*.snapshot"), *home.glob("[0-9]*.journal")):
        try:
            with path.open("rb") as file:
                head = read_journal(file.readline()).head
        except (OSError, OddError):
            continue
        if head and head.schema > SCHEMA:
            raise NewerStoreError(NEWER.format(path))
        if head:
            return head.key
    raise DamagedError(UNREADABLE.format(home))
