"""Looking a whole store through."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from plan.records import Record
from storage.errors import DamagedError
from storage.reading import Read, read
from storage.store import Store


@runtime_checkable
class Inspecting(Protocol):
    """A store that can look deeper than its documents: at its files, or at its tables."""

    def inspect(self) -> AsyncIterator[str]:
        """What is not as it should be, a sentence each. Changes nothing."""
        ...


@dataclass(frozen=True, kw_only=True)
class Seen:
    """One part as it was found, or something odd; a part without `read` cannot be read."""

    key: str | None = None
    read: Read | None = None
    odd: str = ""


async def look(store: Store) -> AsyncIterator[Seen]:
    """Every part, then what the back end itself finds; nothing is said twice."""
    said: set[str] = set()
    async for seen in _looked(store):
        if seen.odd not in said:
            yield seen
        elif seen.key is not None:
            yield Seen(key=seen.key)
        said |= {seen.odd} if seen.odd else set()


async def _looked(store: Store) -> AsyncIterator[Seen]:
    seen: set[str] = set()
    try:
        async for key, contents in store.everything():
            yield Seen(key=key, read=read(contents))
            seen |= {key} if key is not None else set()
    except DamagedError as error:
        yield Seen(odd=str(error))
        async for odd in _the_others(store, seen):
            yield odd
    for sentence in store.damage():
        yield Seen(odd=sentence)
    if isinstance(store, Inspecting):
        async for sentence in store.inspect():
            yield Seen(odd=sentence)


async def _the_others(store: Store, seen: set[str]) -> AsyncIterator[Seen]:
    """The parts behind a damaged one, each by itself."""
    try:
        keys = await store.plans()
    except DamagedError as error:
        yield Seen(odd=str(error))
        return
    for key in keys:
        if key not in seen:
            yield await _alone(store, key)


async def _alone(store: Store, key: str) -> Seen:
    try:
        found = await store.plan(key).find(Record)
    except DamagedError as error:
        return Seen(key=key, odd=str(error))
    return Seen(key=key, read=Read(records=found, documents=len(found)))
