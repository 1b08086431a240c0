"""The directory of one part: generations of snapshots and journals, and what they add up to."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise, zip_longest
from pathlib import Path

from storage.codec import Contents
from storage.disk import sync_directory, write_synced
from storage.errors import NEWER, DamagedError, NewerStoreError, why
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

UNREADABLE = "In {} is geen enkel bestand nog te lezen."
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
    """The bytes of it that count."""
    weight: int = 0
    """The bytes of the snapshot."""
    whole: bool = True
    """Whether every file that was needed is as it was written."""
    odd: list[str] = field(default_factory=list)
    """What was found damaged and what is missing, a sentence each."""


@dataclass(frozen=True)
class Home:
    """Where a part is kept; without its directory there is nothing in it yet."""

    path: Path
    key: str

    def load(self, log: Mapping[int, bytes], acknowledged: int | None) -> Loaded:
        """What is kept. `log`: the commits that the store's log has of this part, by number.

        acknowledged: the last commit that somebody was told of; one after it that is broken was
        never promised. None when that is not known: then nothing may be missing. Raises
        DamagedError when there is not enough left to begin with, never gives an empty part
        instead, and NewerStoreError.
        """
        if not self.path.exists():
            return Loaded()
        found = self._newest_snapshot()
        commits = self._commits(found, unsure=acknowledged is None) | dict(log)
        begins = found.number or (commits and (self.path / journal_name(0)).exists())
        if not begins:
            # Later commits change what is not there; out of them no plan is made.
            raise DamagedError(UNREADABLE.format(self.path))
        for number in sorted(number for number in commits if number > found.number):
            gap = range(found.number + 1, number)
            if gap and acknowledged is not None and gap[0] > acknowledged:
                break
            commit = decoded_commit(commits[number])
            if gap:
                found.whole = False
                found.odd.append(_missing(self.path, gap, commit.at))
            _apply(found, commit)
        if acknowledged is not None and found.number < acknowledged:
            found.whole = False
            found.odd.append(_missing(self.path, range(found.number + 1, acknowledged + 1)))
        return found

    def found(self, first: bytes) -> Path:
        """Make the directory with its first commit, all of it or nothing; its journal.

        Raises OSError.
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
            for rest in (beside, self.path):
                shutil.rmtree(rest, ignore_errors=True)
            raise
        return self.path / name

    def unfound(self) -> None:
        """Take the directory away again, as if it had never been made."""
        shutil.rmtree(self.path, ignore_errors=True)

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
        needless = [path for path, next_ in pairwise(journals) if _number(next_) <= oldest]
        for path in (*snapshots[:-generations], *needless):
            path.unlink(missing_ok=True)

    def snapshots(self) -> list[Path]:
        """Oldest first."""
        return sorted(self.path.glob("[0-9]*.snapshot"))

    def journals(self) -> list[Path]:
        """Oldest first."""
        return sorted(self.path.glob("[0-9]*.journal"))

    def _newest_snapshot(self) -> Loaded:
        found = Loaded()
        for path in reversed(self.snapshots()):
            try:
                content = path.read_bytes()
                head, found.contents = read_snapshot(content)
                self._check(path, head)
            except (OSError, OddError) as error:
                found.whole = False
                found.odd.append(f"{path} is beschadigd: {why(error)}.")
                continue
            found.number = found.horizon = head.number
            found.weight = len(content)
            break
        return found

    def _commits(self, found: Loaded, *, unsure: bool) -> dict[int, bytes]:
        """By number, from every journal that may have some after the snapshot."""
        commits: dict[int, bytes] = {}
        journals = self.journals()
        later = [_number(path) for path in journals[1:]]
        for path, until in zip_longest(journals, later):
            if until is not None and until <= found.number:
                continue
            read = self._read(path, found, unsure=unsure)
            commits |= read.commits
            if until is None:
                found.journal, found.size = path, read.size
        return commits

    def _read(self, path: Path, found: Loaded, *, unsure: bool) -> JournalRead:
        try:
            read = read_journal(path.read_bytes())
            if read.head:
                self._check(path, read.head)
        except (OSError, OddError) as error:
            found.whole = False
            found.odd.append(f"{path} is beschadigd: {why(error)}.")
            return JournalRead(head=None)
        for stretch in read.odd:
            # Behind the last whole line lies what was under way at a stop.
            if unsure or stretch.end < read.size or stretch.start == 0:
                found.whole = False
                found.odd.append(f"{path} is beschadigd vanaf byte {stretch.start}.")
        return read

    def _check(self, path: Path, head: Head) -> None:
        if head.schema > SCHEMA:
            raise NewerStoreError(NEWER.format(path))
        if head.key != self.key:
            raise OddError(f"het is van plan {head.key!r}, niet van {self.key!r}")
        if head.number != _number(path):
            raise OddError(f"het begint bij wijziging {head.number}, anders dan de naam zegt")


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
    which = f"ontbreekt wijziging {numbers[0]}"
    if len(numbers) > 1:
        which = f"ontbreken de wijzigingen {numbers[0]} tot en met {numbers[-1]}"
    return f"In {path.name} {which}{_when(before)}."


def _when(before: int | None) -> str:
    if before is None:
        return ""
    moment = datetime.fromtimestamp(before, UTC)
    return f", van vóór {moment:%d-%m-%Y %H:%M} UTC"
