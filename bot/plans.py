"""The plans as they are in memory: those of late, each as far as anybody has changed it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from bot import figures
from bot.again import again
from bot.clock import Clock, SystemClock
from bot.known import Held, KnownPart, Recent
from bot.logbook import Logbook, chance
from bot.seats import Seats
from plan.dossier import Dossier
from plan.logbook import Act, number_of
from plan.records import Entry, Errand, Record, Team
from storage import Part, Store

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
        self.seats = Seats(self, store, self._clock)

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

    async def found(self, key: str, records: Iterable[Record], act: Act) -> None:
        """The first commit of a plan. Raises OvertakenError when there is one of that key."""
        await self._part(key).put(tuple(records), (), seen=0, act=act)

    def _known(self, key: str, part: Part) -> KnownPart:
        logbook = Logbook(key, self._new_salt, self._written)
        return KnownPart(part, logbook, self._clock.now)

    def _written(self, chain: str, line: Entry) -> None:
        figures.register_line(chain, number_of(line))
        self._heads[chain] = line

    def _part(self, key: str) -> KnownPart:
        return self._recent.of(key) if key else self._shared
