"""One rehearsal: from moment to moment, whoever has something to do does it."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from bot.rehearsing.chance import chance
from bot.rehearsing.characters import PROMPT, Character
from bot.rehearsing.coordinator import Coordinator
from bot.rehearsing.partner import Partner
from bot.rehearsing.somebody import Somebody
from bot.rehearsing.stage import Stage
from plan.records import Person

AFTERWARDS = 10
"""Working days that are played on after the last plan was adopted."""


@dataclass
class Play:
    """`passed` is told each moment that was reached."""

    stage: Stage
    coordinator: Coordinator
    people: dict[str, Coordinator | Partner]
    chance: Random
    restarts: bool = False
    passed: Callable[[datetime], None] = lambda _: None
    _queue: list[tuple[datetime, int, str]] = field(default_factory=list)
    _count: int = 0
    _heard: int = 0

    async def run(self, until: datetime) -> None:
        """Until the coordinator is done, or `until`."""
        self._plan(self.stage.now, self.coordinator.who.key)
        while (moment := await self._coming()) and moment <= until:
            await self.stage.reach(moment)
            self.passed(self.stage.now)
            self._hear()
            while self._queue and self._queue[0][0] <= self.stage.now:
                _, _, key = heapq.heappop(self._queue)
                self._plan(await self.people[key].act(), key)
                self._hear()
            if self.restarts and self.chance.random() < 0.3:
                await self.stage.restart()
            if self.coordinator.finished:
                return

    async def _coming(self) -> datetime | None:
        own = self._queue[0][0] if self._queue else None
        due = await self.stage.next()
        return min((at for at in (own, due) if at), default=None)

    def _plan(self, at: datetime | None, key: str) -> None:
        if at:
            self._count += 1
            heapq.heappush(self._queue, (at, self._count, key))

    def _hear(self) -> None:
        """Everybody sees what came in by itself."""
        arrived = self.stage.chats.arrived[self._heard :]
        self._heard = len(self.stage.chats.arrived)
        for shown in arrived:
            actor = self.people.get(shown.to)
            if actor and shown.proactive:
                self._plan(actor.heard(shown), shown.to)


def company(
    stage: Stage,
    people: Iterable[Person],
    coordinator: str,
    characters: dict[str, Character],
    seed: int,
) -> tuple[Coordinator, dict[str, Coordinator | Partner]]:
    """Everybody in the plan, each with chances of the own."""
    found: dict[str, Coordinator | Partner] = {}
    leader: Coordinator | None = None
    for person in people:
        key = person.object_id or person.key
        who = Somebody(stage=stage, key=key, name=person.name, random=chance(seed, key))
        if person.key == coordinator:
            leader = found[key] = Coordinator(who=who)
        else:
            found[key] = Partner(who=who, character=characters.get(person.org or "", PROMPT))
    if leader is None:
        raise LookupError("no coordinator")
    return leader, found
