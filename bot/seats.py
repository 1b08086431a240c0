"""Beginning a plan, and giving its people a seat at it in the part that plans share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bot import logs
from bot.clock import Clock
from plan.dossier import Dossier
from plan.logbook import Act
from plan.people import desk_of, identity
from plan.records import Desk, Person, Plan, Record, Seating
from storage import Store

if TYPE_CHECKING:
    from bot.plans import Change, Plans

log = logs.logger(__name__)


class Seats:
    """What touches a plan and the shared part is kept first as an intention (decision 22)."""

    def __init__(self, plans: Plans, store: Store, clock: Clock) -> None:
        self._plans = plans
        self._store = store
        self._clock = clock

    async def begin(self, records: Iterable[Record], act: Act | None = None) -> str:
        """A new plan. Its key is the one it asks for, or the next that is free.

        Who crashes or fails after the intention finds the plan by `begun_by`, in the intention
        or on the desk of the beginner, and only seats its people.
        """
        made = tuple(records)
        plan = next(record for record in made if isinstance(record, Plan))
        beginner = next((p for p in made if p.key == plan.coordinator and type(p) is Person), None)
        async with self._store.alone("beginning"):
            key = await self._begun(plan.begun_by, beginner) or await self._free(plan.key)
            await self._plans.share(lambda _: ([Seating(key=key, begun_by=plan.begun_by)], ()))
            if not await self._plans.dossier(key):
                named = replace(plan, key=key)
                new = tuple(named if record is plan else record for record in made)
                begun = act or self._begun_by(beginner)
                await self._plans.found(key, new, begun)
            await self.seat(key)
        return key

    async def finish(self) -> None:
        """Carries out the intentions that a stop left behind, here or in another process.

        One that somebody is carrying out right now is waited for.
        """
        for intention in (await self._plans.shared()).all(Seating):
            try:
                await self._finished(intention.key)
            except Exception:  # One plan that fails must not keep back the others.
                log.exception("seating", plan=intention.key)

    async def _finished(self, key: str) -> None:
        plan, beginning = self._store.alone(f"plan/{key}"), self._store.alone("beginning")
        async with plan, beginning:
            if (await self._plans.shared()).get(Seating, key):
                await self.seat(key)

    async def expect(self, key: str) -> None:
        """The intention to seat who is new in a plan, kept before they are."""

        def intended(shared: Dossier) -> Change:
            return [shared.get(Seating, key) or Seating(key=key)], []

        await self._plans.share(intended)

    async def seat(self, key: str) -> None:
        """Gives everybody in a plan a place at it, in the shared part."""
        people = (await self._plans.dossier(key)).all(Person)

        def seating(shared: Dossier) -> Change:
            done = shared.get(Seating, key)
            desks = (seated(shared, person, key) for person in people if identity(person))
            changed = [desk for desk in desks if desk != shared.get(Desk, desk.key)]
            return changed, [done] if done else []

        await self._plans.share(seating)

    async def _begun(self, by: str | None, beginner: Person | None) -> str | None:
        """The plan that was begun by this card already."""
        if not by:
            return None
        shared = await self._plans.shared()
        for intention in shared.all(Seating):
            if intention.begun_by == by:
                return intention.key
        desk = desk_of(shared, identity(beginner) if beginner else None)
        for key in reversed(desk.plans if desk else {}):
            found = await self._plans.dossier(key)
            if found and found.plan.begun_by == by:
                return key
        return None

    async def _free(self, wanted: str) -> str:
        taken, key, n = set(await self._plans.keys()), wanted, 1
        while key in taken:
            n += 1
            key = f"{wanted}-{n}"
        return key

    def _begun_by(self, beginner: Person | None) -> Act:
        who = beginner.key if beginner else ""
        return Act(at=self._clock.now(), action="begin", actor=who, origin="card")


def seated(shared: Dossier, person: Person, plan: str) -> Desk:
    """The person's desk with this plan on it."""
    key = identity(person) or ""
    desk = desk_of(shared, key) or Desk(key=key)
    return replace(desk, plans={**desk.plans, plan: person.key}, current=desk.current or plan)
