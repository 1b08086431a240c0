"""The plans as they are in memory: those of late, each as far as anybody has changed it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from msgspec.structs import replace

from bot import figures, logs
from bot.again import again
from bot.clock import Clock, SystemClock
from bot.known import Held, KnownPart, Recent
from bot.logbook import Logbook, chance
from plan.dossier import Dossier
from plan.logbook import Act, number_of
from plan.people import desk_of, identity
from plan.records import Desk, Entry, Errand, Person, Plan, Record, Seating, Team
from storage import Part, Store

log = logs.logger(__name__)

Change = tuple[Iterable[Record], Iterable[Record]]
"""What to keep and what to drop."""


class Plans:
    """Dossiers by plan key, and the shared part; one change at a time per plan (decision 21).

    Several processes may have the store: what is known is caught up with at each use, and what
    was decided on something older is refused (OvertakenError).
    """

    def __init__(
        self, store: Store, clock: Clock | None = None, new_salt: Callable[[], str] = chance
    ) -> None:
        self._store = store
        self._clock = clock or SystemClock()
        self._new_salt = new_salt
        self._recent = Recent(lambda key: self._known(key, store.plan(key)))
        self._shared = self._known("", store.shared)
        self._heads: dict[str, Entry] = {}

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

    async def mark(self, key: str, *records: Record) -> None:
        """Keeps what nobody else changes, without a turn or a line of its own.

        Raises NotKeptError.
        """
        await self._part(key).put(records, (), None)

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

    async def note(self, key: str, act: Act) -> None:
        """A line in the logbook of a plan, or of what plans share, about what changed nothing."""

        async def once() -> None:
            async with self.alone(key) as held:
                await held.keep((), (), act)

        await again(once)

    def heads(self) -> dict[str, Entry]:
        """The last line of each chain that got one here since this was asked."""
        heads, self._heads = self._heads, {}
        return heads

    async def begin(self, records: Iterable[Record], act: Act | None = None) -> str:
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
                begun = act or self._begun_by(beginner)
                await self._part(key).put(new, (), seen=0, act=begun)
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
                log.exception("seating", plan=intention.key)

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
        desk = desk_of(shared, identity(beginner) if beginner else None)
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

    def _begun_by(self, beginner: Person | None) -> Act:
        who = beginner.key if beginner else ""
        return Act(at=self._clock.now(), action="begin", actor=who, origin="card")

    def _known(self, key: str, part: Part) -> KnownPart:
        logbook = Logbook(key, self._new_salt, self._written)
        return KnownPart(part, logbook, self._clock.now)

    def _written(self, chain: str, line: Entry) -> None:
        figures.register_line(chain, number_of(line))
        self._heads[chain] = line

    def _part(self, key: str) -> KnownPart:
        return self._recent.of(key) if key else self._shared


def seated(shared: Dossier, person: Person, plan: str) -> Desk:
    """The person's desk with this plan on it."""
    key = identity(person) or ""
    desk = desk_of(shared, key) or Desk(key=key)
    return replace(desk, plans={**desk.plans, plan: person.key}, current=desk.current or plan)
