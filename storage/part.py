"""One part of a store on TinyDB: read from memory, each change on disk before it is seen."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import msgspec

from plan.records import Record
from storage.books import Pending
from storage.codec import Contents, encode, matching
from storage.course import Course, Underway
from storage.errors import NotKeptError, why
from storage.finding import found, to_be_found
from storage.home import Home
from storage.journal import Commit, touched_by
from storage.keyed import KeyedDB
from storage.ledger import Ledger
from storage.store import News

if TYPE_CHECKING:
    from storage.memory import Memory

R = TypeVar("R", bound=Record)

MANY = 2000
"""Documents from which on a search is left to a thread, so that nobody waits for it."""
MOST = 50_000
"""Documents in one part (decision 24)."""
SMALL = 256 * 1024
"""Bytes of journal that are no reason yet for a new snapshot."""


class _Busy:
    """How many changes have begun and not ended."""

    def __init__(self) -> None:
        self.count = 0

    def __enter__(self) -> None:
        self.count += 1

    def __exit__(self, *_: object) -> None:
        self.count -= 1


class TinyPart:
    """The verbs on one directory."""

    def __init__(self, home: Home, place: str, memory: Memory) -> None:
        self.home = home
        self.place = place
        self._memory = memory
        self._db: KeyedDB | None = None
        self._ledger: Ledger | None = None
        self._course = Course()
        self._course.begin(memory.acknowledged(place) or 0, 0, {})
        self._grown = self._weight = 0
        """Bytes of journal since the snapshot, and of the snapshot itself."""
        self._folding: asyncio.Task[None] | None = None
        self._opening = asyncio.Lock()
        self._busy = _Busy()

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
        kept: Contents = {}
        for record in records:
            kept.setdefault(type(record).__name__, {})[record.key] = encode(record)
        dropped: dict[str, list[str]] = {}
        for record in drop:
            dropped.setdefault(type(record).__name__, []).append(record.key)
        with self._changing():
            db = await self._open()
            if not kept and not dropped:
                return self.number
            return await self._submit(db, kept, dropped, seen)

    async def drop(self, kind: type[Record], **equals: str) -> None:
        matching(kind, equals)
        with self._changing():
            db = await self._open()
            coming = [one.commit for one in self._course.coming()]
            if doomed := to_be_found(db, coming, kind, equals):
                await self._submit(db, {}, doomed, None)

    async def since(self, number: int) -> News:
        if self._db is not None and number == self.number:  # As at nearly every look.
            self._memory.used(self)
            return News(number=number, kept=())
        db = await self._open()
        if number == self.number:
            return News(number=number, kept=())
        known, still = self.number, KeyedDB(db.known())
        kept = await self._memory.thread(partial(found, self.home.path, still, Record, {}))
        return News(number=known, kept=tuple(kept), whole=True)

    # For the store

    @property
    def number(self) -> int:
        """The last commit that is on disk, as far as this process knows."""
        return self._course.landed

    @property
    def in_memory(self) -> bool:
        return self._db is not None

    def is_idle(self) -> bool:
        return not (self._busy.count or self._course or self._folding or self._opening.locked())

    async def settled(self) -> None:
        """Returns when nothing is under way."""
        while not self.is_idle():  # noqa: ASYNC110 - only when a store ends
            await asyncio.sleep(0.001)

    def leave_memory(self) -> Ledger | None:
        """Forget everything that is on disk; the ledger is for the writer to close."""
        ledger, self._ledger, self._db = self._ledger, None, None
        self._course.begin(self.number, 0, {})
        return ledger

    def rewritten(self, number: int) -> None:
        """Something else is on disk by now, as this commit."""
        self._course.begin(number, number, {})

    async def contents(self) -> Contents:
        """The documents as they are kept; not more of them in memory than there were."""
        if self._db is not None:
            return self._db.contents()
        return await asyncio.shield(asyncio.create_task(self._read()))

    # Loading

    async def _open(self) -> KeyedDB:
        """The part in memory, from here on until the next `await`."""
        self._memory.used(self)  # So that closing the store waits for it.
        while self._db is None:
            # What a thread has begun it ends, also when whoever asked for it waits no longer.
            await asyncio.shield(asyncio.create_task(self._load()))
        self._memory.used(self)
        return self._db

    async def _load(self) -> None:
        async with self._opening:
            if self._db is None:
                loaded, self._ledger = await self._memory.opened(self.home, self.place)
                self._course.begin(self._ledger.last, loaded.horizon, loaded.changed)
                self._grown, self._weight = loaded.size, loaded.weight
                self._db = KeyedDB(loaded.contents)

    async def _read(self) -> Contents:
        async with self._opening:
            if self._db is not None:
                return self._db.contents()
            loaded = await self._memory.thread(partial(self._memory.load, self.home, self.place))
        return {name: table for name, table in loaded.contents.items() if table}

    # Changing

    def _changing(self) -> _Busy:
        """What was begun before the store is closed is finished first."""
        if refusal := self._memory.refusal():
            raise NotKeptError(refusal)
        return self._busy

    def _submit(
        self, db: KeyedDB, put: Contents, drop: dict[str, list[str]], seen: int | None
    ) -> asyncio.Future[int]:
        course, ledger = self._course, self._ledger
        assert ledger is not None  # noqa: S101 - `_open` fills both
        touched = touched_by(put, drop)
        if db.count() > MOST - len(touched) and db.count() + db.lacking(put) > MOST:
            raise NotKeptError(
                f"Een plan kan hier ten hoogste {MOST // 1000}.000 documenten hebben; gebruik "
                "PostgreSQL."
            )
        if seen is not None:
            course.check(touched, seen)
        commit = Commit(n=course.next_number, at=int(time.time()), put=put, drop=drop)
        encoded = self._encoded(commit)
        underway = course.add(commit, touched, asyncio.get_running_loop().create_future())
        self._grown += len(encoded)
        settle = partial(self._settle, underway)
        self._memory.writer.submit(Pending(ledger, commit.n, encoded, settle))
        return underway.done

    def _encoded(self, commit: Commit) -> bytes:
        try:
            self.home.key.encode()
            return msgspec.json.encode(commit)
        except ValueError as error:
            raise NotKeptError(f"Niet bewaard in {self.home.path}: {why(error)}.") from error

    def _settle(self, one: Underway, trouble: Exception | None) -> None:
        """The writer has spoken."""
        if trouble is not None or self._db is None:
            reason = why(trouble) if trouble else "de opslag is gesloten"
            self._course.fail(one, NotKeptError(f"Niet bewaard in {self.home.path}: {reason}."))
            return
        self._db.change(one.commit.put, one.commit.drop)
        self._course.land(one)
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
            self._memory.writer.troubled(
                f"{self.home.path} heeft geen nieuwe momentopname gekregen: {why(error)}."
            )
