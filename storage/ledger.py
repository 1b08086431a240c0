"""The journal of a part as the writer has it open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from storage.disk import Grown
from storage.files import journal_name
from storage.frames import framed
from storage.home import Home


class Ledger:
    """Only the writer's thread touches it."""

    def __init__(self, home: Home, place: str, last: int, journal: Grown | None) -> None:
        self.home = home
        self.place = place
        self.last = last
        """The number of the last commit in it."""
        self._begins = 0
        """The size of the journal when it was made here."""
        self._journal = journal

    def add(self, commits: Sequence[bytes]) -> None:
        """Those that come next. Raises OSError, then it is as it was; and LostError."""
        rest, mark = commits, self.mark()
        if self._journal is None and self.last:
            self._journal = _grown(self.home.begin_journal(self.last))
            self._begins = self._journal.size
        elif self._journal is None:
            self._journal, rest = self._founded(commits[0]), commits[1:]
        try:
            if rest:
                self._journal.add(b"".join(map(framed, rest)))
        except OSError:
            # Of several some may be there whole.
            if len(commits) > 1:
                self.cut(mark)
            raise
        self.last += len(commits)

    def mark(self) -> tuple[int, int]:
        """Where it is now, to cut it back to."""
        return self.last, self._journal.size if self._journal else 0

    def cut(self, mark: tuple[int, int]) -> None:
        """Nothing that came after the mark is ever seen again. Raises LostError."""
        self.last, size = mark
        if self._journal is None:
            return
        if size or self.last:
            self._journal.take_back(size or self._begins)
        else:
            self._journal.close()
            self._journal = None
            self.home.unfound()

    def begin_anew(self) -> None:
        """Go on in a new journal. Raises OSError, and then goes on in this one; LostError."""
        if self._journal is None or self._journal.path.name == journal_name(self.last):
            return
        self._journal.sync()
        fresh = _grown(self.home.begin_journal(self.last))
        self._journal.close()
        self._journal = fresh

    def sync(self) -> None:
        """Raises LostError."""
        if self._journal:
            self._journal.sync()

    def close(self) -> None:
        if self._journal:
            self._journal.close()
            self._journal = None

    def _founded(self, commit: bytes) -> Grown:
        path = self.home.found(commit)
        try:
            return _grown(path)
        except OSError:
            self.home.unfound()
            raise


def _grown(path: Path) -> Grown:
    return Grown(path, path.stat().st_size)
