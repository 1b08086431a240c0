"""What a part is: what its files, and the lines of the log about it, add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path

from storage.codec import Contents
from storage.errors import DamagedError, why
from storage.files import Files, journal_name, number_in
from storage.journal import (
    Commit,
    JournalRead,
    OddError,
    decoded_commit,
    read_journal,
    read_snapshot,
    salvaged,
    touched_by,
)

UNREADABLE = "In {} is geen enkel bestand nog te lezen."


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


def load(files: Files, log: Mapping[int, bytes], mark: int | None) -> Loaded:
    """What is kept. `log`: the commits that the store's log has of this part, by number.

    mark: up to there the files had everything on disk. Of what came later the log has all that
    was acknowledged; what only the journal has was under way at a stop and counts up to the
    first one missing. None when the mark is not known: then nothing at all may be missing.
    Raises DamagedError when there is not enough left to begin with, never gives an empty part
    instead, and NewerStoreError.
    """
    there = files.path.exists()
    last = None if mark is None else max(mark, *log) if log else mark
    if not there and not (last or log):
        return Loaded()
    found = _newest_snapshot(files)
    commits = _commits(files, found, mark) | dict(log)
    if not found.number and last == 0 and 1 not in commits:
        found.size = found.read.begins if found.read else 0
        return found
    begins = found.number or 1 in commits or (files.path / journal_name(0)).exists()
    if (not commits and not found.number) or not begins:
        # Later commits change what is not there; out of them no plan is made.
        raise DamagedError(UNREADABLE.format(files.path))
    if not there:
        found.miss(f"{files.path} was weg.")
    _apply_all(files, found, commits, last)
    if found.read:
        found.size = found.read.until(found.number)
        found.marked = found.size if mark is None else found.read.until(mark)
    numbers = range((found.number if mark is None else mark) + 1, found.number + 1)
    found.later = {number: commits[number] for number in numbers if number in commits}
    return found


def _apply_all(
    files: Files, found: Loaded, commits: Mapping[int, bytes], last: int | None
) -> None:
    for number in sorted(number for number in commits if number > found.number):
        gap = range(found.number + 1, number)
        if gap and last is not None and gap[0] > last:
            break
        commit = decoded_commit(commits[number])
        if gap:
            found.miss(_missing(files.path, gap, commit.at))
        _apply(found, commit)
    if last is not None and found.number < last:
        found.miss(_missing(files.path, range(found.number + 1, last + 1)))


def _newest_snapshot(files: Files) -> Loaded:
    found = Loaded()
    for path in reversed(files.snapshots()):
        try:
            content = path.read_bytes()
            head, found.contents = read_snapshot(content)
            files.check(path, head)
        except (OSError, OddError) as error:
            found.miss(f"{path} is beschadigd: {why(error)}.")
            continue
        found.number = found.horizon = head.number
        found.weight = len(content)
        return found
    _salvage(files, found)
    return found


def _salvage(files: Files, found: Loaded) -> None:
    """No snapshot is whole: begin with what is left of the newest that can be read at all."""
    for path in reversed(files.snapshots()):
        try:
            head, contents = salvaged(path.read_bytes())
            files.check(path, head)
        except (OSError, OddError):
            continue
        lacking = (head.documents or 0) - sum(map(len, contents.values()))
        found.contents, found.number = contents, head.number
        found.horizon = head.number
        found.miss(f"{path.name} mist {lacking} van de {head.documents} documenten.")
        return


def _commits(files: Files, found: Loaded, mark: int | None) -> dict[int, bytes]:
    """By number, from every journal that may have some after the snapshot."""
    commits: dict[int, bytes] = {}
    journals = files.journals()
    later = [number_in(path) for path in journals[1:]]
    for path, until in zip_longest(journals, later):
        if until is not None and until <= found.number:
            continue
        read = _read(files, path, found, mark)
        commits |= read.commits
        if until is None and read.head:
            found.journal, found.read = path, read
    return commits


def _read(files: Files, path: Path, found: Loaded, mark: int | None) -> JournalRead:
    try:
        read = read_journal(path.read_bytes())
        if read.head:
            files.check(path, read.head)
    except (OSError, OddError) as error:
        found.miss(f"{path} is beschadigd: {why(error)}.")
        return JournalRead(head=None)
    for stretch in read.odd:
        # After the mark lies what was under way at a stop; what counts of it the log has too.
        if mark is None or stretch.start < read.until(mark):
            found.miss(f"{path} is beschadigd vanaf byte {stretch.start}.")
    return read


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
    return f"In {path.name} {missing_words(numbers)}{_when(before)}."


def missing_words(numbers: range) -> str:
    if len(numbers) == 1:
        return f"ontbreekt wijziging {numbers[0]}"
    return f"ontbreken de wijzigingen {numbers[0]} tot en met {numbers[-1]}"


def _when(before: int | None) -> str:
    if before is None:
        return ""
    moment = datetime.fromtimestamp(before, UTC)
    return f", van vóór {moment:%d-%m-%Y %H:%M} UTC"
