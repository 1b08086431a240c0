"""Looking every file of a store through: all generations, journals, the log and the marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from storage.acknowledged import NAME as MARKS
from storage.acknowledged import Marks, read_marks
from storage.errors import StoreError, why
from storage.home import Home, read_key
from storage.journal import SCHEMA, JournalRead, OddError, read_journal, read_snapshot
from storage.loading import missing_words
from storage.log import read_log
from storage.upgrade import NUMBER, schema_of

QUARANTINE = "quarantine"
TRIES = 5
"""Files come and go while they are read beside a serving process; then they are read again."""
Logged = Mapping[str, dict[int, bytes]]


def checked(directory: Path) -> Iterator[str]:
    """A sentence for each thing that is odd, also where nothing is lost by it; changes nothing.

    What was under way when a process stopped is not odd.
    """
    try:
        schema_of(directory)
    except StoreError as error:
        yield str(error)
        return
    number = directory / NUMBER
    if not number.exists() and (directory / MARKS).exists():
        yield f"{number} is weg."
    if number.exists() and number.read_bytes() != b"%d\n" % SCHEMA:
        yield f"{number} is beschadigd, of van een ander programma."
    marks, log, odd = _belonging(directory)
    yield from odd
    for place in sorted({*marks, *log, *_there(directory)}):
        yield from _part(directory, place)
    yield from (
        f"In {path.parent} staan bestanden die eerder beschadigd waren: {_first_line(path)}"
        for path in sorted(directory.glob(f"{QUARANTINE}/*/report.txt"))
    )


def _there(directory: Path) -> Iterator[str]:
    for path in (*directory.glob("plans/[!.]*"), *directory.glob("shared")):
        yield str(path.relative_to(directory))


def _belonging(directory: Path) -> tuple[Marks, Logged, list[str]]:
    """Marks and log as they belong together: the marks move on before the log begins anew."""
    marks, odd = read_marks(directory)
    for _ in range(TRIES):
        log = read_log(directory, marks)
        before, (marks, odd) = marks, read_marks(directory)
        if marks == before:
            break
    told = [*filter(None, [odd]), *log.odd]
    if not (directory / MARKS).exists() and any(_there(directory)):
        told.append(f"{directory / MARKS} is weg.")
    return marks, log.commits, told


def _part(directory: Path, place: str) -> list[str]:
    """What is odd of a part, each time it is looked at."""
    lasting: list[str] = []
    for n in range(TRIES):
        marks, log, _ = _belonging(directory)
        found = list(_odd(directory, place, marks, log))
        lasting = found if n == 0 else [sentence for sentence in lasting if sentence in found]
        if not lasting:
            break
    return lasting


def _odd(directory: Path, place: str, marks: Marks, log: Logged) -> Iterator[str]:
    path = directory / place
    mark, logged = marks.get(place), log.get(place, {})
    try:
        key = mark.key if mark else "shared" if place == "shared" else read_key(path)
        home = Home(path, key)
        yield from home.load(logged, mark.number if mark else None).odd
    except StoreError as error:
        yield str(error)
        return
    yield from _snapshots(home)
    yield from _journals(home, mark.number if mark else None, logged)


def _snapshots(home: Home) -> Iterator[str]:
    for path in home.snapshots():
        try:
            home.check(path, read_snapshot(path.read_bytes())[0])
        except FileNotFoundError:
            continue
        except (OSError, OddError, StoreError) as error:
            yield f"{path} is beschadigd: {why(error)}."


def _journals(home: Home, mark: int | None, logged: Mapping[int, bytes]) -> Iterator[str]:
    """Every line of every journal, and what is between two of them."""
    reads: list[tuple[Path, JournalRead]] = []
    for path in home.journals():
        try:
            read = read_journal(path.read_bytes())
            if read.head:
                home.check(path, read.head)
        except FileNotFoundError:
            continue
        except (OSError, OddError, StoreError) as error:
            yield f"{path} is beschadigd: {why(error)}."
            continue
        reads.append((path, read))
        for stretch in read.odd:
            if mark is None or stretch.start < read.until(mark):
                yield f"{path} is beschadigd vanaf byte {stretch.start}."
    snapshots = [int(path.stem) for path in home.snapshots()]
    have = {number for _, read in reads for number in read.commits} | logged.keys()
    # A part that was rewritten begins with a snapshot of a commit of its own.
    yield from _gaps(home, snapshots, have.union(snapshots), mark or 0)


def _gaps(home: Home, snapshots: list[int], have: set[int], mark: int) -> Iterator[str]:
    """Commits that are in no journal, although a later snapshot may have them."""
    first, last = min(snapshots, default=0), max(mark, *snapshots, 0)
    missing = [n for n in range(first + 1, last + 1) if n not in have]
    starts = [n for n, before in zip(missing, [None, *missing], strict=False) if before != n - 1]
    for start, until in pairwise([*starts, None]):
        some = [n for n in missing if n >= (start or 0) and (until is None or n < until)]
        if some:
            which = missing_words(range(some[0], some[-1] + 1))
            yield f"In de journalen van {home.path} {which}."


def _first_line(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").splitlines()[0]
    except (OSError, ValueError, IndexError):
        return "een verslag ontbreekt."
