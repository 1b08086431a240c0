"""Whoever guesses learns nothing: what is not there and what is not theirs sound the same.

As much is done for them, and they take as long, too.

What is done is counted, function by function: that finds what is small, on any machine. What
takes time without being done here is found by the clock: pairs of guesses by turns, so that
whatever else the machine does weighs on both, told apart by the distance between the
distributions of their times; and nobody is accused for one lot of times.
"""

from __future__ import annotations

import asyncio
import json
from bisect import bisect_right
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from math import sqrt
from time import perf_counter
from typing import Any

from bot.plans import Plans
from plan.records import Card, Plan, Record, altered
from tests.bot.town import Town
from tests.prove.canaries import a_singing_town
from tests.prove.singing import a_plan
from tests.prove.toil import Toil, other_toil
from tests.prove.trial import Trial

PAIRS = 1000
LOTS = 3
"""So many lots of times, each apart, before it counts."""
COUNTED = 8
"""Rounds in which what is done is counted; now and then something else goes on meanwhile."""
GUESSER, OTHER = "p07", "zus-2027"

Guess = Callable[[Town, int], Awaitable[Any]]


@dataclass(frozen=True)
class Pair:
    """Something that is not there, and something that is and is not the guesser's."""

    name: str
    absent: Guess
    forbidden: Guess


def said(word: str) -> Guess:
    async def guess(town: Town, n: int) -> str:
        town.read(GUESSER)
        await town.who(GUESSER).say(word)
        # What goes out by itself meanwhile, which rings, is no answer.
        answers = [one for one in town.read(GUESSER) if not one.activity.get("channelData")]
        told = json.dumps([(one.text, one.card) for one in answers], ensure_ascii=False)
        return told.replace(word.rpartition(" ")[2].lower(), "…").replace(
            word.rpartition(" ")[2], "…"
        )

    return guess


def pressed(key: str) -> Guess:
    async def guess(town: Town, n: int) -> Any:
        return await town.who(GUESSER).execute({"v": 1, "c": f"{key}.0"})

    return guess


GUESSES = (
    Pair("card of another", pressed("id-0"), pressed("theirs")),
    Pair("card of another plan", pressed("id-0"), pressed("elsewhere")),
    Pair("measure", said("waarom M95"), said("waarom M05")),
    Pair("who leads", said("wie trekt M95"), said("wie trekt M05")),
    Pair("plan", said("plan zot-2027"), said(f"plan {OTHER}")),
)


def distance(one: Sequence[float], other: Sequence[float]) -> float:
    """How far two distributions are apart at most (Kolmogorov and Smirnov): 0 alike, 1 apart."""
    left, right = sorted(one), sorted(other)
    return max(
        abs(bisect_right(left, x) / len(left) - bisect_right(right, x) / len(right))
        for x in (*left, *right)
    )


def apart(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether chance alone would do that less than once in a thousand times."""
    n, m = len(one), len(other)
    return distance(one, other) > 1.95 * sqrt((n + m) / (n * m))


async def timed(town: Town, pair: Pair, times: int) -> tuple[list[float], list[float], set[str]]:
    """The times of both, by turns and each first as often, and all that was told."""
    lots: tuple[list[float], list[float]] = ([], [])
    told = set()
    for n in range(times):
        both = [(0, pair.absent), (1, pair.forbidden)]
        for which, guess in both if n % 2 else both[::-1]:
            begun = perf_counter()
            answer = await guess(town, n)
            lots[which].append(perf_counter() - begun)
            told.add(json.dumps(answer, sort_keys=True, default=str))
    return *lots, told


async def always_other(town: Town, pair: Pair) -> Toil:
    """What is done for the one and not for the other each time, once both were done before."""
    for guess in (pair.absent, pair.forbidden):
        await guess(town, 0)
    found: Toil | None = None
    for n in range(COUNTED):
        other = await other_toil(partial(pair.absent, town, n), partial(pair.forbidden, town, n))
        found = other if found is None else found & other
    return found or Toil()


async def prove_pair(trial: Trial, town: Town, pair: Pair) -> None:
    if other := await always_other(town, pair):
        trial.fail(f"{pair.name}: other work", {"done": dict(other)})
    for _ in range(LOTS):
        absent, forbidden, told = await timed(town, pair, trial.times(PAIRS))
        trial.count("pairs", len(absent))
        if len(told) != 1:
            trial.fail(f"{pair.name}: other words", {"told": sorted(told)[:2]})
        if not apart(absent, forbidden):
            return
        trial.count("lots of times apart")
    far = distance(absent, forbidden)
    trial.fail(f"{pair.name}: another time", {"distance": far, "pairs": len(absent)})


def theirs() -> tuple[Record, ...]:
    """The plan, with a card of somebody else in it."""
    records = a_plan("follow_up", "before")
    known = next(r for r in records if isinstance(r, Card))
    return (*records, altered(known, key="theirs", to="p05", conversation="a:p05"))


def elsewhere() -> tuple[Record, ...]:
    """Another plan, in which the guesser is not."""
    records = [r for r in theirs() if getattr(r, "key", "") != GUESSER]
    return tuple(
        altered(r, key=OTHER, title="Plan Zus")
        if isinstance(r, Plan)
        else altered(r, key="elsewhere")
        if isinstance(r, Card) and r.key == "theirs"
        else r
        for r in records
    )


async def _prove(trial: Trial) -> None:
    async with a_singing_town(trial, theirs()) as (town, _):
        await Plans(town.store).seats.begin(elsewhere())
        await town.who(GUESSER).say("hallo")
        for pair in GUESSES:
            await prove_pair(trial, town, pair)


def prove(trial: Trial) -> None:
    asyncio.run(_prove(trial))
