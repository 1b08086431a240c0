"""Writers on several plans through several stores at once, and what they were told, kept apart."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import groupby
from typing import NamedTuple

from plan.records import Fact, Meeting, Record
from storage import NotKeptError, Store, StoreError
from tests.prove.workload import PLANS, expected, facts

BOTH = "both"
"""A plan that every writer adds to, whichever store it has."""
WINDOW = 10
"""What a writer added so many changes ago it drops again."""
AGAIN = 0.03
Put = tuple[tuple[Record, ...], tuple[Record, ...]]


class Reached(NamedTuple):
    """By plan, or by writer of the plan for both."""

    kept: dict[str, int]
    told: dict[str, int]


def added(who: str, n: int) -> Put:
    """Two records at once, of which never one is there alone, for two that go."""
    old = f"{who} {n - WINDOW}"
    keep = Fact(key=f"{who} {n}", text=f"{n}." * 40), Meeting(key=f"{who} {n}", name="x")
    return keep, (Fact(key=old, text=""), Meeting(key=old, name="")) if n > WINDOW else ()


class Load:
    """What goes on, and all that was acknowledged of it."""

    def __init__(self, stores: tuple[Store, ...], chance: random.Random) -> None:
        self._stores, self._chance = stores, chance
        self.told: dict[str, int] = {}
        """By plan, or by writer of the plan for both."""
        self.kept: dict[str, int] = {}
        self.history: dict[str, dict[int, Put]] = {}
        """Plan -> number of the commit -> what it was."""
        self.acknowledged = self.refused = self.unsure = 0
        self._highest: dict[str, int] = {}
        self._wrong: list[str] = []
        self._ends = False

    @asynccontextmanager
    async def under_way(self) -> AsyncIterator[None]:
        """Until this ends; then all that was begun is acknowledged."""
        going = [asyncio.create_task(self._changing(plan)) for plan in PLANS]
        for n, store in enumerate(self._stores * 2):
            going.append(asyncio.create_task(self._adding(f"w{n}", store)))
        try:
            yield
            self._ends = True
            await asyncio.gather(*going)
        finally:
            for each in going:
                each.cancel()
            await asyncio.gather(*going, return_exceptions=True)

    async def goes_on(self) -> bool:
        """Whether all writers are at work again."""
        before = dict(self.kept)
        for _ in range(3_000):
            await asyncio.sleep(0.01)
            if self.told and all(self.kept.get(w, 0) > before.get(w, 0) for w in self.told):
                return True
        return False

    async def _changing(self, plan: str) -> None:
        number = 0
        while not self._ends:
            number += 1
            await self._until_kept(plan, plan, number, facts(plan, number))

    async def _adding(self, who: str, store: Store) -> None:
        number, sure = 0, 0
        while not self._ends or sure < WINDOW:
            number += 1
            before = self.unsure
            await self._until_kept(BOTH, who, number, added(who, number), store)
            # What came twice may stand elsewhere in the order than the acknowledgement says.
            sure = sure + 1 if before == self.unsure and self._ends else 0

    async def _until_kept(
        self, plan: str, who: str, number: int, put: Put, store: Store | None = None
    ) -> None:
        keep, drop = put
        self.told[who] = number
        sure = True
        while True:
            through = store or self._chance.choice(self._stores)
            try:
                commit = await through.plan(plan).put(*keep, drop=drop)
            except NotKeptError as error:
                sure = sure and "niet zeker" not in str(error)
                self.refused, self.unsure = self.refused + 1, self.unsure + (not sure)
                await asyncio.sleep(AGAIN)
                if sure:
                    await self._is_not_there(through, plan, who, number)
                continue
            self._note(plan, who, number, commit, put)
            return

    async def _is_not_there(self, store: Store, plan: str, who: str, number: int) -> None:
        """What was refused must not be seen, if anything can be."""
        key = "change" if plan != BOTH else f"{who} {number}"
        try:
            found = await store.plan(plan).find(Fact, key=key)
        except StoreError:
            return
        if any(plan == BOTH or fact.text == str(number) for fact in found):
            self._wrong.append(f"{who} {number} was refused, and is there")

    def _note(self, plan: str, who: str, number: int, commit: int, put: Put) -> None:
        if commit <= self._highest.get(who, 0):
            self._wrong.append(f"{who} has commit {commit} after {self._highest[who]}")
        if commit in self.history.setdefault(plan, {}):
            self._wrong.append(f"{plan} has commit {commit} twice")
        self._highest[who] = commit
        self.history[plan][commit] = put
        self.kept[who] = number
        self.acknowledged += 1

    def reached(self) -> Reached:
        return Reached(dict(self.kept), dict(self.told))

    async def compared(self, store: Store, *, exactly: bool = False) -> str:
        """What is wrong with what is in the store now, while the writers go on."""
        kept = dict(self.kept)
        highest = {plan: max(self.history[plan]) for plan in self.history}
        numbers = await store.numbers()
        if back := [plan for plan in highest if numbers.get(plan, 0) < highest[plan]]:
            return f"the numbers of {back} went back: {dict(numbers)} after {highest}"
        wrong = await self.seen(store, kept, self.kept if exactly else self.told)
        return "; ".join([*self._wrong, *filter(None, [wrong])])

    async def seen(self, store: Store, kept: dict[str, int], told: dict[str, int]) -> str:
        """What is wrong with a store that should have what was kept, and no more than was told."""
        for plan in PLANS:
            found = {fact.key: fact.text for fact in await store.plan(plan).find(Fact)}
            number = int(found.get("change", "0"))
            if found != expected(plan, number):
                return f"{plan} has half a change, {number}"
            if wrong := _beyond(plan, number, kept, told):
                return wrong
        return await self._both(store, kept, told)

    async def _both(self, store: Store, kept: dict[str, int], told: dict[str, int]) -> str:
        records = await store.plan(BOTH).find(Record)
        facts, meetings = ([r.key for r in records if isinstance(r, k)] for k in (Fact, Meeting))
        if facts != meetings:
            return f"{BOTH} has half a change: {set(facts) ^ set(meetings)}"
        mine = sorted((key.split()[0], int(key.split()[1])) for key in facts)
        there = {who: [n for _, n in group] for who, group in groupby(mine, key=lambda k: k[0])}
        for who in (who for who in self.told if who not in PLANS):
            have = there.get(who, [])
            last = max(have, default=0)
            if have != list(range(max(1, last - WINDOW + 1), last + 1)):
                return f"{who} has {have}"
            if wrong := _beyond(who, last, kept, told):
                return wrong
        return ""


def _beyond(who: str, number: int, kept: dict[str, int], told: dict[str, int]) -> str:
    low, high = kept.get(who, 0), told.get(who, 0)
    if low <= number <= high:
        return ""
    return f"{who} is at {number}, {low} was acknowledged and {high} the last that was told"


async def replayed(history: dict[str, dict[int, Put]], store: Store) -> None:
    """The same changes on another store, in the order of their commits."""
    for plan, commits in history.items():
        part = store.plan(plan)
        puts = [commits[number] for number in sorted(commits)]
        for at in range(0, len(puts), 100):
            each = puts[at : at + 100]
            await asyncio.gather(*(part.put(*keep, drop=drop) for keep, drop in each))
