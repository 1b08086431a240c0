"""The commits of a part that are on their way to the disk, and when each document changed last."""

from __future__ import annotations

from asyncio import Future
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from storage.errors import OvertakenError
from storage.journal import Commit, Named


@dataclass(eq=False)
class Underway:
    """A commit that is not on disk yet; `done` tells its number."""

    commit: Commit
    touched: tuple[Named, ...]
    epoch: int
    done: Future[int]


class Course:
    """They land in the order of their numbers. When one fails, those behind it fail too, and a
    new epoch begins in which its number is given out again."""

    def __init__(self) -> None:
        self.landed = 0
        """The last commit that is on disk."""
        self._assigned = 0
        self._epoch = 0
        self._underway: deque[Underway] = deque()
        self._changed: dict[Named, int] = {}
        self._horizon = 0

    def begin(self, number: int, horizon: int, changed: dict[Named, int]) -> None:
        """At what is on disk now: what changed since the horizon, and in which commit."""
        self.landed = self._assigned = number
        self._horizon, self._changed = horizon, changed

    def __bool__(self) -> bool:
        return bool(self._underway)

    @property
    def next_number(self) -> int:
        return self._assigned + 1

    def check(self, touched: Iterable[Named], seen: int) -> None:
        """Raises OvertakenError when one of these changed, or is about to, after that commit."""
        coming = {each for one in self.coming() for each in one.touched}
        for each in touched:
            if each in coming or self._changed.get(each, self._horizon) > seen:
                raise OvertakenError(f"{each[0]} {each[1]!r} is intussen gewijzigd.")

    def add(self, commit: Commit, touched: tuple[Named, ...], done: Future[int]) -> Underway:
        """The commit of the next number; each of these must `land` or `fail`, in this order."""
        self._assigned = commit.n
        underway = Underway(commit, touched, self._epoch, done)
        self._underway.append(underway)
        return underway

    def coming(self) -> Iterator[Underway]:
        """Those that nothing is wrong with so far, in order."""
        return (one for one in self._underway if one.epoch == self._epoch)

    def land(self, one: Underway) -> None:
        self._underway.popleft()
        self.landed = one.commit.n
        for each in one.touched:
            self._changed[each] = self.landed
        if not one.done.done():
            one.done.set_result(self.landed)

    def fail(self, one: Underway, why: Exception) -> None:
        self._underway.popleft()
        if one.epoch == self._epoch:
            self._epoch += 1
            self._assigned = self.landed
        if not one.done.done():
            one.done.set_exception(why)
