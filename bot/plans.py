"""The plans as they are in memory: each read once, changed only after it is on disk."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from msgspec.structs import replace

from plan.dossier import Dossier
from plan.people import identity
from plan.records import Desk, Person, Plan, Record, Seating
from storage import Store
from storage.holding import Locks


class Plans:
    """Dossiers by plan key, and the shared part; one change at a time per plan (decision 21)."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, Dossier] = {}
        self._shared: Dossier | None = None
        self._locks = Locks()
        self._desks = asyncio.Lock()
        self._beginning = asyncio.Lock()

    @asynccontextmanager
    async def alone(self, key: str) -> AsyncIterator[Dossier]:
        """The plan, while nobody else changes it. "" is the shared part."""
        async with self._locks.of(key):
            yield await self.dossier(key)

    @asynccontextmanager
    async def desks(self) -> AsyncIterator[Dossier]:
        """The shared part, while nobody else changes a desk; also within a turn of the lobby."""
        async with self._desks:
            yield await self.shared()

    async def keys(self) -> tuple[str, ...]:
        return await self._store.plans()

    async def dossier(self, key: str) -> Dossier:
        """The plan as it is now; empty when there is none of that key."""
        if not key:
            return await self.shared()
        if key not in self._known:
            if key not in await self._store.plans():
                return Dossier()
            read = Dossier(await self._store.plan(key).find(Record))
            self._known.setdefault(key, read)  # Somebody may have read and changed it meanwhile.
        return self._known[key]

    async def shared(self) -> Dossier:
        if self._shared is None:
            read = Dossier(await self._store.shared.find(Record))
            self._shared = self._shared or read
        return self._shared

    async def keep(self, key: str, keep: Iterable[Record], drop: Iterable[Record] = ()) -> Dossier:
        """On disk first, then in memory. Raises NotKeptError, and then nothing has changed."""
        kept, gone = tuple(keep), tuple(drop)
        before = await self.dossier(key)
        if not kept and not gone:
            return before
        part = self._store.plan(key) if key else self._store.shared
        await part.put(*kept, drop=gone)
        now = self._known.get(key, before) if key else self._shared or before
        after = now.plus(kept, gone)  # Others may have kept something while this was written.
        if key:
            self._known[key] = after
        else:
            self._shared = after
        return after

    async def begin(self, records: Iterable[Record]) -> str:
        """A new plan. Its key is the one it asks for, or the next that is free.

        What it touches besides itself is kept first as an intention (decision 22): who crashes or
        fails between the two finds the plan by `begun_by` and only seats its people.
        """
        made = tuple(records)
        plan = next(record for record in made if isinstance(record, Plan))
        async with self._beginning:
            key = await self._begun(plan.begun_by) or await self._free(plan.key)
            await self.keep("", [Seating(key=key)])
            if key not in await self.keys():
                named = replace(plan, key=key)
                await self.keep(key, (named if r is plan else r for r in made))
            await self.seat(key)
        return key

    async def finish(self) -> None:
        """Carries out the intentions that a stop left behind."""
        for intention in (await self.shared()).all(Seating):
            await self.seat(intention.key)

    async def seat(self, key: str) -> None:
        """Gives everybody in a plan a place at it, in the shared part."""
        dossier = await self.dossier(key)
        async with self.desks() as shared:
            done = shared.get(Seating, key)
            desks = [
                seated(shared, person, key)
                for person in dossier.all(Person)
                if identity(person) is not None
            ]
            changed = [desk for desk in desks if desk != shared.get(Desk, desk.key)]
            await self.keep("", changed, [done] if done else [])

    async def _begun(self, by: str | None) -> str | None:
        """The plan that was begun by this card already."""
        for key in await self.keys() if by else ():
            if (await self.dossier(key)).plan.begun_by == by:
                return key
        return None

    async def _free(self, wanted: str) -> str:
        taken, key, n = set(await self.keys()), wanted, 1
        while key in taken:
            n += 1
            key = f"{wanted}-{n}"
        return key


def seated(shared: Dossier, person: Person, plan: str) -> Desk:
    """The person's desk with this plan on it."""
    key = identity(person) or ""
    desk = shared.get(Desk, key) or Desk(key=key)
    return replace(desk, plans={**desk.plans, plan: person.key}, current=desk.current or plan)
