"""Changes whose outcome is known from their number, and a look at what of them is in a store."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from plan.records import Fact, Record
from storage import NotKeptError, Store, log, part
from storage.checking import checked
from storage.tiny import TinyStore

SLOTS = 8
PLANS = ("a", "b", "c", "d", "e")
Say = Callable[[str, str, int], None]
"""`told` or `kept`, the plan, the number of the change."""


def expected(plan: str, change: int) -> dict[str, str]:
    """What is in a plan after a change: facts that come and go, texts that grow and shrink."""
    if not change:
        return {}
    chance = random.Random(f"{plan} {change}")  # noqa: S311
    length = chance.choice((1, 30, 300))
    kept = {f"f{n}": f"{change}." * length for n in range(SLOTS) if chance.random() < 0.6}
    return kept | {"change": str(change)}


def facts(plan: str, change: int) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    """What to keep and what to drop for a change."""
    texts = expected(plan, change)
    keep = tuple(Fact(key=key, text=text) for key, text in texts.items())
    absent = (f"f{n}" for n in range(SLOTS))
    return keep, tuple(Fact(key=key, text="") for key in absent if key not in texts)


async def change(store: Store, plan: str, number: int, say: Say) -> None:
    """Raises NotKeptError."""
    keep, drop = facts(plan, number)
    say("told", plan, number)
    await store.plan(plan).put(*keep, drop=drop)
    say("kept", plan, number)


async def work(store: Store, count: int, chance: random.Random, say: Say, begin: int = 0) -> None:
    """So many changes: of plans one after another, several at once, and bursts on one."""
    plans = PLANS
    last = dict.fromkeys(plans, begin)
    done = 0
    while done < count:
        several = chance.sample(plans, chance.randint(1, len(plans)))
        coming = []
        for plan in several:
            for _ in range(chance.choice((1, 1, 1, 3))):
                last[plan] += 1
                coming.append(change(store, plan, last[plan], say))
        done += len(coming)
        await asyncio.gather(*coming)


@contextmanager
def small(longest: int = 12_000, journal: int = 6_000) -> Iterator[None]:
    """Limits so small that logs and journals are soon full."""
    before = log.LONGEST, part.SMALL
    log.LONGEST, part.SMALL = longest, journal
    try:
        yield
    finally:
        log.LONGEST, part.SMALL = before


async def look(  # noqa: C901 - one thing after another
    directory: Path, told: dict[str, int], kept: dict[str, int], *, on: bool = True
) -> str:
    """What is wrong with a store that should have what was kept, and no more than was told.

    Without `on` nothing is added to it, and `kept` and `told` become what was found.
    """
    if on:
        told, kept = dict(told), dict(kept)
    if odd := list(checked(directory)):
        return f"before it is opened: {odd}"
    store = TinyStore(directory, parts=2)
    try:
        found = await _seen(store, told)
        for plan, texts in found.items():
            number = int(texts.get("change", "0"))
            if not kept.get(plan, 0) <= number <= told.get(plan, 0):
                return f"{plan} is at {number}, kept {kept.get(plan)}, told {told.get(plan)}"
            if texts != expected(plan, number):
                return f"{plan} has something else at {number}"
            kept[plan] = told[plan] = number
        if store.damage():
            return f"damage is told: {store.damage()}"
        plans = set(await store.plans())
        if not {plan for plan in found if kept[plan]} <= plans <= found.keys():
            return f"the plans are {plans} instead of {kept}"
        if on:
            for plan in [*told, "new"]:
                kept[plan] = kept.get(plan, 0) + 1
                await change(store, plan, kept[plan], lambda *_: None)
    except NotKeptError as error:
        return f"it does not go on: {error}"
    finally:
        await store.close()
    return await look(directory, dict(kept), dict(kept), on=False) if on else ""


async def _seen(store: Store, plans: dict[str, int]) -> dict[str, dict[str, str]]:
    return {
        plan: {fact.key: fact.text for fact in await store.plan(plan).find(Fact)} for plan in plans
    }
