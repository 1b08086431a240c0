"""The plans as they are in memory: those of late, each as far as anybody has changed it."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from msgspec.structs import replace

from bot.again import again
from bot.known import Held, KnownPart, Recent
from plan.dossier import Dossier
from plan.people import identity
from plan.records import Desk, Errand, Person, Plan, Record, Seating, Team
from storage import Store

log = logging.getLogger(__name__)

Change = tuple[Iterable[Record], Iterable[Record]]
"""What to keep and what to drop."""


class Plans:
    """Dossiers by plan key, and the shared part; one change at a time per plan (decision 21).

    Several processes may have the store: what is known is caught up with at each use, and what
    was decided on something older is refused (OvertakenError).
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._recent = Recent(store)
        self._shared = KnownPart(store.shared)

    @asynccontextmanager
    async def alone(self, key: str) -> AsyncIterator[Held]:
        """The plan, while nobody else changes it. "" is the shared part."""
        async with self._store.alone(f"plan/{key}"):
            known = self._part(key)
            await known.caught_up()
            yield Held(known)

    def claim(self, key: str, message: str) -> AbstractAsyncContextManager[bool]:
        """Whether this message is ours to send; no other process sends it meanwhile."""
        return self._store.claim(key, message)

    async def keys(self) -> tuple[str, ...]:
        return await self._store.plans()

    async def numbers(self) -> Mapping[str, int]:
        """Per plan a number that is another one when the plan is."""
        return await self._store.numbers()

    async def dossier(self, key: str) -> Dossier:
        """The plan as it is now; empty when there is none of that key."""
        return await self._part(key).caught_up()

    async def shared(self) -> Dossier:
        return await self._shared.caught_up()

    async def errands(self, key: str) -> list[Errand]:
        """What a plan has still to pass on; without a place in memory for the rest of it."""
        return await self._store.plan(key).find(Errand)

    async def teams(self, key: str) -> list[Team]:
        """The channels that a plan announces in; also without a place in memory."""
        return await self._store.plan(key).find(Team)

    async def share(self, change: Callable[[Dossier], Change]) -> None:
        """Changes what all plans share, as it is by then; `change` may be asked more than once.

        Several do so at once without a lock. Raises NotKeptError.
        """

        async def once() -> None:
            known = self._shared
            shared = await known.caught_up()
            seen = known.number
            kept, gone = map(tuple, change(shared))
            if kept or gone:
                await known.put(kept, gone, seen)

        await again(once)

    async def begin(self, records: Iterable[Record]) -> str:
        """A new plan. Its key is the one it asks for, or the next that is free.

        What it touches besides itself is kept first as an intention (decision 22): who crashes or
        fails between the two finds the plan by `begun_by`, in the intention or on the desk of
        the beginner, and only seats its people.
        """
        made = tuple(records)
        plan = next(record for record in made if isinstance(record, Plan))
        beginner = next((p for p in made if p.key == plan.coordinator and type(p) is Person), None)
        async with self._store.alone("beginning"):
            key = await self._begun(plan.begun_by, beginner) or await self._free(plan.key)
            await self.share(lambda _: ([Seating(key=key, begun_by=plan.begun_by)], ()))
            if not await self.dossier(key):
                named = replace(plan, key=key)
                new = tuple(named if record is plan else record for record in made)
                await self._part(key).put(new, (), seen=0)
            await self.seat(key)
        return key

    async def finish(self) -> None:
        """Carries out the intentions that a stop left behind, here or in another process.

        One that somebody is carrying out right now is waited for.
        """
        for intention in (await self.shared()).all(Seating):
            try:
                await self._finished(intention.key)
            except Exception:  # One plan that fails must not keep back the others.
                log.exception("seating of %s", intention.key)

    async def _finished(self, key: str) -> None:
        plan, beginning = self._store.alone(f"plan/{key}"), self._store.alone("beginning")
        async with plan, beginning:
            if (await self.shared()).get(Seating, key):
                await self.seat(key)

    async def expect(self, key: str) -> None:
        """The intention to seat who is new in a plan, kept before they are."""

        def intended(shared: Dossier) -> Change:
            return [shared.get(Seating, key) or Seating(key=key)], []

        await self.share(intended)

    async def seat(self, key: str) -> None:
        """Gives everybody in a plan a place at it, in the shared part."""
        people = (await self.dossier(key)).all(Person)

        def seating(shared: Dossier) -> Change:
            done = shared.get(Seating, key)
            desks = (seated(shared, person, key) for person in people if identity(person))
            changed = [desk for desk in desks if desk != shared.get(Desk, desk.key)]
            return changed, [done] if done else []

        await self.share(seating)

    async def _begun(self, by: str | None, beginner: Person | None) -> str | None:
        """The plan that was begun by this card already."""
        if not by:
            return None
        shared = await self.shared()
        for intention in shared.all(Seating):
            if intention.begun_by == by:
                return intention.key
        desk = shared.get(Desk, identity(beginner) if beginner else None)
        for key in reversed(desk.plans if desk else {}):
            found = await self.dossier(key)
            if found and found.plan.begun_by == by:
                return key
        return None

    async def _free(self, wanted: str) -> str:
        taken, key, n = set(await self.keys()), wanted, 1
        while key in taken:
            n += 1
            key = f"{wanted}-{n}"
        return key

    def _part(self, key: str) -> KnownPart:
        return self._recent.of(key) if key else self._shared


def seated(shared: Dossier, person: Person, plan: str) -> Desk:
    """The person's desk with this plan on it."""
    key = identity(person) or ""
    desk = shared.get(Desk, key) or Desk(key=key)
    return replace(desk, plans={**desk.plans, plan: person.key}, current=desk.current or plan)
