"""The directory of one part: generations of snapshots and journals, and what they add up to."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise, zip_longest
from pathlib import Path

from storage.codec import Contents
from storage.disk import LostError, sync_directory, write_synced
from storage.errors import DamagedError, NewerStoreError
from storage.frames import framed
from storage.journal import (
    SCHEMA,
    Commit,
    Head,
    JournalRead,
    OddError,
    decoded_commit,
    encoded_head,
    read_journal,
    read_snapshot,
    snapshot_lines,
    touched_by,
)

GENERATIONS = 3
"""So many snapshots are kept, each with the journals since."""


@dataclass
class Loaded:
    """A part as its files, and the lines of the log about it, add up."""

    contents: Contents = field(default_factory=dict)
    number: int = 0
    """The last commit in it."""
    horizon: int = 0
    """The commit of the snapshot: when a document changed before it is not known."""
    changed: dict[tuple[str, str], int] = field(default_factory=dict)
    """Class and key -> the commit that touched it last, since the horizon."""
    journal: Path | None = None
    """The one that grows."""
    size: int = 0
    """The bytes of it that count; what comes behind them is overwritten."""
    marked: int = 0
    """The bytes of it up to the mark."""
    read: JournalRead | None = None
    """What is in it."""
    later: dict[int, bytes] = field(default_factory=dict)
    """The commits since the mark, by number."""
    weight: int = 0
    """The bytes of the snapshot."""
    whole: bool = True
    """Whether every file that was needed is as it was written."""
    odd: list[str] = field(default_factory=list)
    """What was found damaged and what is missing, a sentence each."""

    def miss(self, sentence: str) -> None:
        self.whole = False
        self.odd.append(sentence)


@dataclass(frozen=True)
class Home:
    """Where a part is kept; without its directory there is nothing in it yet."""

    path: Path
    key: str

    def load(self, log: Mapping[int, bytes], mark: int | None) -> Loaded:
        """What is kept. `log`: the commits that the store's log has of this part, by number.

        mark: up to there the files had everything on disk. Of what came later the log has all that
        was acknowledged; what only the journal has was under way at a stop and counts up to the
        first one missing. None when the mark is not known: then nothing at all may be missing.
        Raises DamagedError when there is not enough left to begin with, never gives an empty part
        instead, and NewerStoreError.
        """
        there = self.path.exists()
        last = None if mark is None else max(mark, *log) if log else mark
        if not there and not (last or log):
            return Loaded()
        found = self._newest_snapshot()
        commits = self._commits(found, mark) | dict(log)
        if not found.number and last == 0 and 1 not in commits:
            found.size = found.read.begins if found.read else 0
            return found
        begins = found.number or 1 in commits or (self.path / journal_name(0)).exists()
        if (not commits and not found.number) or not begins:
            # Later commits change what is not there; out of them no plan is made.
            raise DamagedError(f"{self.path} heeft geen bestand dat nog te lezen is.")
        if not there:
            found.miss(f"{self.path} was weg.")
        self._apply_all(found, commits, last)
        if found.read:
            found.size = found.read.until(found.number)
            found.marked = found.size if mark is None else found.read.until(mark)
        numbers = range((found.number if mark is None else mark) + 1, found.number + 1)
        found.later = {number: commits[number] for number in numbers if number in commits}
        return found

    def _apply_all(self, found: Loaded, commits: Mapping[int, bytes], last: int | None) -> None:
        for number in sorted(number for number in commits if number > found.number):
            gap = range(found.number + 1, number)
            if gap and last is not None and gap[0] > last:
                break
            commit = decoded_commit(commits[number])
            if gap:
                found.miss(_missing(self.path, gap, commit.at))
            _apply(found, commit)
        if last is not None and found.number < last:
            found.miss(_missing(self.path, range(found.number + 1, last + 1)))

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
            raise LostError(f"{self.path} is niet weg te halen: {error.strerror}.") from error

    def begin_journal(self, number: int) -> Path:
        """An empty journal for what comes after that commit, on disk. Raises OSError."""
        path = self.path / journal_name(number)
        write_synced(path, [encoded_head(self.key, number)])
        sync_directory(self.path)
        return path

    def write_snapshot(self, number: int, contents: Contents) -> int:
        """Have the part as it was at that commit on disk; its size. Raises OSError."""
        path = self.path / snapshot_name(number)
        beside = path.with_name(f".{path.name}.new")
        size = write_synced(beside, snapshot_lines(self.key, number, contents))
        beside.replace(path)
        sync_directory(self.path)
        return size

    def forget_old(self, generations: int = GENERATIONS) -> None:
        """Remove the snapshots before the last few, and the journals that only they need."""
        snapshots = self.snapshots()
        if len(snapshots) < generations:
            return
        oldest = _number(snapshots[-generations])
        journals = self.journals()
        for path in snapshots[:-generations]:
            path.unlink(missing_ok=True)
        sync_directory(self.path)  # A snapshot that is there has its journals.
        for path, next_ in pairwise(journals):
            if _number(next_) <= oldest:
                path.unlink(missing_ok=True)

    def snapshots(self) -> list[Path]:
        """Oldest first."""
        return sorted(self.path.glob("[0-9]*.snapshot"))

    def newest(self) -> int:
        """The highest number that a file is named after."""
        return max(map(_number, (*self.snapshots(), *self.journals())), default=0)

    def journals(self) -> list[Path]:
        """Oldest first."""
        return sorted(self.path.glob("[0-9]*.journal"))

    def _newest_snapshot(self) -> Loaded:
        found = Loaded()
        for path in reversed(self.snapshots()):
            try:
                content = path.read_bytes()
                head, found.contents = read_snapshot(content)
                self.check(path, head)
            except (OSError, OddError) as error:
                found.miss(f"{path} is beschadigd: {error}.")
                continue
            found.number = found.horizon = head.number
            found.weight = len(content)
            break
        return found

    def _commits(self, found: Loaded, mark: int | None) -> dict[int, bytes]:
        """By number, from every journal that may have some after the snapshot."""
        commits: dict[int, bytes] = {}
        journals = self.journals()
        later = [_number(path) for path in journals[1:]]
        for path, until in zip_longest(journals, later):
            if until is not None and until <= found.number:
                continue
            read = self._read(path, found, mark)
            commits |= read.commits
            if until is None and read.head:
                found.journal, found.read = path, read
        return commits

    def _read(self, path: Path, found: Loaded, mark: int | None) -> JournalRead:
        try:
            read = read_journal(path.read_bytes())
            if read.head:
                self.check(path, read.head)
        except (OSError, OddError) as error:
            found.miss(f"{path} is beschadigd: {error}.")
            return JournalRead(head=None)
        for stretch in read.odd:
            # After the mark lies what was under way at a stop; what counts of it the log has too.
            if mark is None or stretch.start < read.until(mark):
                found.miss(f"{path} is beschadigd vanaf byte {stretch.start}.")
        return read

    def check(self, path: Path, head: Head) -> None:
        if head.schema > SCHEMA:
            raise NewerStoreError(f"{path} is geschreven door een nieuwere versie.")
        if head.key != self.key:
            raise OddError(f"het is van plan {head.key!r}, niet van {self.key!r}")
        if head.number != _number(path):
            raise OddError(f"het begint bij {head.number}")


def read_key(home: Path) -> str:
    """Whose directory this is, by the first of its files that can be read. Raises DamagedError."""
    for path in (*home.glob("[0-9]*.snapshot"), *home.glob("[0-9]*.journal")):
        try:
            with path.open("rb") as file:
                head = read_journal(file.readline()).head
        except (OSError, OddError):
            continue
        if head and head.schema > SCHEMA:
            raise NewerStoreError(f"{path} is geschreven door een nieuwere versie.")
        if head:
            return head.key
    raise DamagedError(f"{home} heeft geen bestand dat nog te lezen is.")


def journal_name(number: int) -> str:
    return f"{number:012d}.journal"


def snapshot_name(number: int) -> str:
    return f"{number:012d}.snapshot"


def _number(path: Path) -> int:
    return int(path.stem) if path.stem.isdecimal() else 0


def _apply(found: Loaded, commit: Commit) -> None:
    for name, bodies in commit.put.items():
        found.contents.setdefault(name, {}).update(bodies)
    for name, keys in commit.drop.items():
        _leave_out(found.contents.get(name, {}), keys)
    found.changed |= dict.fromkeys(touched_by(commit.put, commit.drop), commit.n)
    found.number = commit.n


def _leave_out(table: dict[str, dict[str, object]], keys: Iterable[str]) -> None:
    for key in keys:
        table.pop(key, None)


def _missing(path: Path, numbers: range, before: int | None = None) -> str:
    which = f"{numbers[0]}" if len(numbers) == 1 else f"{numbers[0]} tot en met {numbers[-1]}"
    return f"In {path.name} ontbreekt wijziging {which}{_when(before)}."


def _when(before: int | None) -> str:
    if before is None:
        return ""
    moment = datetime.fromtimestamp(before, UTC)
    return f", van vóór {moment:%d-%m-%Y %H:%M} UTC"
