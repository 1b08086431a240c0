"""What is written of a store: the journals of its parts, the log before them, and the marks."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from storage import log
from storage.acknowledged import Mark, Marks, mark_forward, write_marks
from storage.ledger import Ledger

BEHIND = "de wijziging ervoor is niet bewaard"


@dataclass
class Pending:
    """A commit on its way to the disk; `settle` hears on the loop how it ended."""

    ledger: Ledger
    number: int
    commit: bytes
    settle: Callable[[Exception | None], None]
    trouble: Exception | None = None


class Books:
    """Only the writer's thread touches them."""

    def __init__(self, directory: Path, marks: Marks) -> None:
        self._directory = directory
        self._marks = marks
        self._log = log.begun(directory)
        self._unsynced: dict[str, Ledger] = {}

    @property
    def is_full(self) -> bool:
        """Whether the log should begin anew."""
        return self._log.size > log.LONGEST

    def write(self, batch: list[Pending]) -> None:
        """Have a batch on disk; what cannot be kept knows why. Raises LostError, or OSError."""
        by_ledger: dict[Ledger, list[Pending]] = {}
        for pending in batch:
            by_ledger.setdefault(pending.ledger, []).append(pending)
        marks = {ledger: ledger.mark() for ledger in by_ledger}
        added = [
            pending for ledger, some in by_ledger.items() for pending in self._added(ledger, some)
        ]
        if not added:
            return
        self._unsynced |= {pending.ledger.place: pending.ledger for pending in added}
        try:
            self._log.add(log.batch((each.ledger.place, each.commit) for each in added))
        except OSError as error:
            for ledger, mark in marks.items():
                ledger.cut(mark)
            for pending in added:
                pending.trouble = error
            return
        self._log.sync()

    def _added(self, ledger: Ledger, some: list[Pending]) -> list[Pending]:
        """Those that are in their journal; the others know why not."""
        next_: list[Pending] = []
        for pending in some:
            if pending.number == ledger.last + 1 + len(next_):
                next_.append(pending)
            else:
                pending.trouble = OSError(errno.ECANCELED, BEHIND)
        try:
            if next_:
                self._know(ledger)
                ledger.add([pending.commit for pending in next_])
        except (OSError, ValueError) as error:
            for pending in next_:
                pending.trouble = error
            return []
        return next_

    def _know(self, ledger: Ledger) -> None:
        """Have a new part among the marks before it is founded: what the log does not have of it
        was never acknowledged. Raises OSError."""
        if ledger.place not in self._marks:
            mark = Mark(ledger.home.key, ledger.last)
            write_marks(self._directory, self._marks | {ledger.place: mark})
            self._marks[ledger.place] = mark

    def begin_anew(self) -> None:
        """Have every journal on disk, so that the log is not needed.

        Raises LostError, or OSError: then the log goes on as it was.
        """
        for ledger in self._unsynced.values():
            ledger.sync()
            mark_forward(self._marks, ledger.place, ledger.home.key, ledger.last)
        write_marks(self._directory, self._marks)
        self._unsynced.clear()
        self._log.cut(0)

    def forget(self, ledger: Ledger) -> None:
        """Close a journal that is not written for now."""
        if self._unsynced.get(ledger.place) is ledger:
            ledger.sync()
            del self._unsynced[ledger.place]
        if ledger.last:
            mark_forward(self._marks, ledger.place, ledger.home.key, ledger.last)
        ledger.close()

    def wipe_log(self) -> None:
        """Nothing that was in the log may be found in it any more."""
        self.begin_anew()
        self._log.sync()

    def rest(self) -> None:
        """Everything in its own journal, and no log. Raises LostError, or OSError."""
        ledgers = list(self._unsynced.values())
        self.begin_anew()
        for ledger in ledgers:
            ledger.close()
        log.remove(self._directory)

    def close(self) -> None:
        self._log.close()
