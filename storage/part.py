"""One part of a store on TinyDB: read from memory, each change on disk before it is seen."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import msgspec

from plan.records import Record
from storage.codec import Contents, encode, kinds, matching
from storage.errors import NotKeptError, OvertakenError
from storage.finding import found
from storage.home import Home
from storage.journal import Commit
from storage.keyed import KeyedDB
from storage.store import News
from storage.writer import Ledger, Pending

if TYPE_CHECKING:
    from storage.memory import Memory

R = TypeVar("R", bound=Record)

MANY = 2000
"""Documents from which on a search is left to a thread, so that nobody waits for it."""
MOST = 50_000
"""Documents in one part (decision 24)."""
SMALL = 256 * 1024
"""Bytes of journal that are no reason yet for a new snapshot."""


@dataclass
class _Waiting:
    """A change that is not on disk yet."""

    commit: Commit
    epoch: int
    done: asyncio.Future[int]


class TinyPart:
    """The verbs on one directory.

    The changes that wait for the disk are in the order of their numbers; when one fails, those
    behind it fail too and a new epoch begins, in which its number is given out again.
    """

    def __init__(self, home: Home, place: str, memory: Memory) -> None:
        self.home = home
        self.place = place
        self.number = memory.acknowledged(place) or 0
        """The last commit that is on disk, as far as this process knows."""
        self._memory = memory
        self._db: KeyedDB | None = None
        self._ledger: Ledger | None = None
        self._changed: dict[tuple[str, str], int] = {}
        self._horizon = 0
        self._waiting: deque[_Waiting] = deque()
        self._assigned = 0
        self._epoch = self._busy = 0
        self._grown = self._weight = 0
        self._folding: asyncio.Task[None] | None = None
        self._opening = asyncio.Lock()

    # The verbs

    async def find(self, kind: type[R], **equals: str) -> list[R]:
        db = await self._open()
        if db.count() < MANY or "key" in equals:
            return found(self.home.path, db, kind, equals)
        # A thread gets a copy: the tables change meanwhile, the bodies do not.
        still = KeyedDB(db.contents())
        return await self._memory.thread(partial(found, self.home.path, still, kind, equals))

    async def put(
        self, *records: Record, drop: tuple[Record, ...] = (), seen: int | None = None
    ) -> int:
        with self._changing():
            return await self._put(records, drop, seen)

    async def _put(
        self, records: tuple[Record, ...], drop: tuple[Record, ...], seen: int | None
    ) -> int:
        kept: Contents = {}
        for record in records:
            kept.setdefault(type(record).__name__, {})[record.key] = encode(record)
        dropped: dict[str, list[str]] = {}
        for record in drop:
            dropped.setdefault(type(record).__name__, []).append(record.key)
        db = await self._open()
        if not kept and not dropped:
            return self.number
        commit = Commit(n=self._assigned + 1, at=int(time.time()), put=kept, drop=dropped)
        self._check(db, commit, seen)
        return await self._submitted(commit)

    async def drop(self, kind: type[Record], **equals: str) -> None:
        with self._changing():
            await self._drop(kind, equals)

    async def _drop(self, kind: type[Record], equals: dict[str, str]) -> None:
        matches = matching(kind, equals)
        names = {each.__name__ for each in kinds(kind)}
        db = await self._open()
        doomed: dict[str, dict[str, None]] = {
            name: {body["key"]: None for body in db.find(name, matches, equals.get("key"))}
            for name in names
        }
        for waiting in self._under_way():
            for name in names & waiting.commit.put.keys():
                for key, body in waiting.commit.put[name].items():
                    doomed[name].pop(key, None)
                    if matches(body):
                        doomed[name][key] = None
            for name in names & waiting.commit.drop.keys():
                for key in waiting.commit.drop[name]:
                    doomed[name].pop(key, None)
        dropped = {name: list(keys) for name, keys in doomed.items() if keys}
        if dropped:
            await self._submitted(Commit(n=self._assigned + 1, at=int(time.time()), drop=dropped))

    async def since(self, number: int) -> News:
        db = await self._open()
        if number == self.number:
            return News(number=number, kept=())
        known, still = self.number, KeyedDB(db.contents())
        kept = await self._memory.thread(partial(found, self.home.path, still, Record, {}))
        return News(number=known, kept=tuple(kept), whole=True)

    # For the store

    @property
    def in_memory(self) -> bool:
        return self._db is not None

    def is_idle(self) -> bool:
        return not (self._busy or self._waiting or self._folding or self._opening.locked())

    async def settled(self) -> None:
        """Returns when nothing is under way."""
        while not self.is_idle():  # noqa: ASYNC110 - only when a store ends
            await asyncio.sleep(0.001)

    def leave_memory(self) -> Ledger | None:
        """Forget everything that is on disk; the ledger is for the writer to close."""
        ledger, self._ledger, self._db = self._ledger, None, None
        self._changed = {}
        return ledger

    async def contents(self) -> Contents:
        """The documents as they are kept; not more of them in memory than there were."""
        if self._db is not None:
            return self._db.contents()
        loaded = await self._memory.thread(partial(self._memory.load, self.home, self.place))
        return loaded.contents

    # Loading and unloading

    async def _open(self) -> KeyedDB:
        """The part in memory, from here on until the next `await`."""
        self._memory.used(self)
        if self._db is None:
            async with self._opening:
                if self._db is None:
                    await self._load()
        return self._db  # type: ignore[return-value]

    async def _load(self) -> None:
        loaded, ledger = await self._memory.opened(self.home, self.place)
        self._db = KeyedDB(loaded.contents)
        self._ledger = ledger
        self._changed, self._horizon = loaded.changed, loaded.horizon
        self.number = self._assigned = ledger.last
        self._grown, self._weight = loaded.size, loaded.weight

    # Changing

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """A change that was begun before the store is closed is finished first."""
        if why := self._memory.refusal():
            raise NotKeptError(why)
        self._busy += 1
        try:
            yield
        finally:
            self._busy -= 1

    def _check(self, db: KeyedDB, commit: Commit, seen: int | None) -> None:
        if db.count() + sum(map(len, commit.put.values())) > MOST:
            raise NotKeptError(
                f"Een plan kan hier ten hoogste {MOST} documenten hebben; gebruik PostgreSQL."
            )
        if seen is None:
            return
        coming = {each for waiting in self._under_way() for each in waiting.commit.touched()}
        for each in commit.touched():
            if each in coming or self._changed.get(each, self._horizon) > seen:
                raise OvertakenError(f"{each[0]} {each[1]!r} is intussen gewijzigd.")

    async def _submitted(self, commit: Commit) -> int:
        done: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        try:
            self.home.key.encode()
            encoded = msgspec.json.encode(commit)
        except ValueError as error:
            raise NotKeptError(f"{self.home.path} is niet geschreven: {error}.") from error
        self._assigned = commit.n
        waiting = _Waiting(commit, self._epoch, done)
        self._waiting.append(waiting)
        self._grown += len(encoded)
        settle = partial(self._settle, waiting)
        ledger = self._ledger
        assert ledger is not None  # noqa: S101
        self._memory.writer.submit(Pending(ledger, commit.n, encoded, settle))
        return await done

    def _under_way(self) -> Iterator[_Waiting]:
        return (waiting for waiting in self._waiting if waiting.epoch == self._epoch)

    def _settle(self, waiting: _Waiting, trouble: Exception | None) -> None:
        self._waiting.popleft()
        commit = waiting.commit
        if trouble is None and self._db is not None:
            self._db.change(commit.put, commit.drop)
            self._changed |= dict.fromkeys(commit.touched(), commit.n)
            self.number = commit.n
            self._memory.kept(self)
            self._fold_when_large()
        elif waiting.epoch == self._epoch:
            self._epoch += 1
            self._assigned = self.number
        if waiting.done.done():
            return
        if trouble is None:
            waiting.done.set_result(commit.n)
        else:
            said = f"{self.home.path} is niet geschreven: {trouble}."
            waiting.done.set_exception(NotKeptError(said))

    # Snapshots

    def _fold_when_large(self) -> None:
        if self._grown > max(SMALL, self._weight) and not self._folding:
            self._folding = asyncio.create_task(self._fold())
            self._folding.add_done_callback(lambda _: setattr(self, "_folding", None))

    async def _fold(self) -> None:
        """A new snapshot, beside the changes that go on; when it fails the journal goes on."""
        if self._db is None or self._ledger is None:
            return
        number, contents = self.number, self._db.contents()
        self._grown = 0
        try:
            await self._memory.writer.run(self._ledger.begin_anew)
            self._weight = await self._memory.thread(
                partial(self.home.write_snapshot, number, contents)
            )
            await self._memory.thread(self.home.forget_old)
        except Exception as error:
            self._memory.troubled(f"{self.home.path} kon niet worden samengevat: {error}.")
