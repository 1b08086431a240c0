"""One part of a store in PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from plan.records import RECORDS, Record
from storage.codec import decode, encode, kinds, matching
from storage.errors import DamagedError, NotKeptError, OvertakenError
from storage.postgres.batch import Change, Doc
from storage.postgres.connections import Row
from storage.postgres.reading import Reading
from storage.postgres.text import kept, kept_body, read, read_body
from storage.postgres.writer import Writer
from storage.store import News

R = TypeVar("R", bound=Record)
_KINDS: dict[str, type[Record]] = {kind.__name__: kind for kind in RECORDS}
_ORDER = {name: n for n, name in enumerate(_KINDS)}


class PostgresPart:
    """The three verbs on the documents of one part; nothing of it is in memory."""

    def __init__(
        self, part: str, reading: Reading, writer: Writer, refusal: Callable[[], str]
    ) -> None:
        self._part = part
        self._reading = reading
        self._writer = writer
        self._refusal = refusal

    async def find(self, kind: type[R], **equals: str) -> list[R]:
        rows = await self._found(kind, equals)
        return [_record(row) for row in rows]  # type: ignore[misc]

    async def put(
        self, *records: Record, drop: tuple[Record, ...] = (), seen: int | None = None
    ) -> int:
        bodies = {self._doc(record): kept_body(encode(record)) for record in records}
        dropped = dict.fromkeys(map(self._doc, drop))
        return await self._put(bodies, dropped, seen)

    async def drop(self, kind: type[Record], **equals: str) -> None:
        while True:
            number = (await self._reading.standing(self._part)).number
            rows = await self._found(kind, equals)
            dropped = {Doc(self._part, name, key): None for name, key, _ in rows}
            try:
                await self._put({}, dropped, number)
            except OvertakenError:
                continue
            return

    async def since(self, number: int) -> News:
        standing, rows = await self._reading.changed(self._part, number)
        whole = number < standing.forgotten or number > standing.number
        known = sorted((row for row in rows if row[0] in _ORDER), key=lambda row: _ORDER[row[0]])
        return News(
            number=standing.number,
            kept=tuple(_record(row) for row in known if row[2] is not None),
            dropped=()
            if whole
            else tuple((_KINDS[kind], read(key)) for kind, key, body in known if body is None),
            whole=whole,
        )

    async def _put(
        self, bodies: dict[Doc, bytes], dropped: dict[Doc, None], seen: int | None
    ) -> int:
        if refusal := self._refusal():
            raise NotKeptError(refusal)
        if not bodies and not dropped:
            return (await self._reading.standing(self._part)).number
        if not _sound((self._part, *(doc.key for doc in dropped))):
            raise NotKeptError("Niet bewaard: in een sleutel staat een half teken.")
        done = asyncio.get_running_loop().create_future()
        change = Change(part=self._part, kept=bodies, dropped=dropped, seen=seen, done=done)
        return await self._writer.put(change)

    async def _found(self, kind: type[Record], equals: dict[str, str]) -> list[Row]:
        matching(kind, equals)
        names = [each.__name__ for each in kinds(kind)]
        if not _sound((self._part, *equals.values())):
            return []
        defaults = {f.name: f.default for f in msgspec.structs.fields(kind)}
        rows = await self._reading.found(self._part, names, equals, defaults)
        return sorted(rows, key=lambda row: _ORDER[row[0]])

    def _doc(self, record: Record) -> Doc:
        return Doc(self._part, type(record).__name__, kept(record.key))


def _record(row: Row) -> Record:
    kind, key, body = row
    try:
        return decode(_KINDS[kind], read_body(body))
    except msgspec.ValidationError as error:
        raise DamagedError(f"{kind} {read(key)!r} in de database klopt niet: {error}.") from error


def _sound(texts: Iterable[str]) -> bool:
    """Whether all of these are text."""
    try:
        "".join(texts).encode()
    except UnicodeEncodeError:
        return False
    return True
