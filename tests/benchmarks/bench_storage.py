"""What a durable answer costs beside bare calls on the same disk (P4, P5), in one run:
python -m tests.benchmarks.bench_storage [--small]."""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tqdm import tqdm

from plan.records import Answer
from storage import Part, Store, open_store

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
WORDS = "Wij zien dat de maatregel werkt, maar de capaciteit staat onder druk. " * 3
STORED = 20_000
"""Answers in the plan before P4 begins."""
SECONDS = 1.5
ROUNDS = 5
MUNICIPALITIES, YEARS, ANSWERS = 342, 4, 600
BUSY = 16
"""Plans in which people answer at the same time."""


def answer(key: str) -> Answer:
    return Answer(
        key=key, round="r1", org="org", question="A1", value=3, text=WORDS, at=NOON, by="p-sanne"
    )


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def bare(directory: Path, size: int) -> float:
    """Appends of that many bytes per second, each with its own sync, one after another."""
    number = os.open(directory / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    content, count, begin = b"x" * size, 0, time.perf_counter()
    while time.perf_counter() - begin < SECONDS:
        os.write(number, content)
        os.fdatasync(number)
        count += 1
    took = time.perf_counter() - begin
    os.close(number)
    return count / took


async def writers(
    count: int, put: Callable[[int, int], Awaitable[object]], seconds: float = SECONDS
) -> float:
    """Puts per second of so many who each wait for their own."""
    done, end = 0, time.perf_counter() + seconds
    begin = time.perf_counter()

    async def one(who: int) -> None:
        nonlocal done
        n = 0
        while time.perf_counter() < end:
            await put(who, n)
            n += 1
            done += 1

    await asyncio.gather(*(one(who) for who in range(count)))
    return done / (time.perf_counter() - begin)


async def _put(part: Part, round_: int, who: int, n: int) -> int:
    return await part.put(answer(f"{round_}/{who}/{n % 50}"))


async def p4(directory: Path) -> None:
    """The same answers with 1, 16 and 64 writers, each beside bare calls just before it."""
    store = open_store(str(directory / "p4"))
    part = store.plan("a")
    for n in range(0, STORED, 1000):
        await part.put(*(answer(f"old/{k}") for k in range(n, n + 1000)))
    size = len(answer("r1/org/A1/M11/1").text or "") + 240
    for count, goal in ((1, 0.3), (16, 3), (64, 7)):
        ratios, rates, floors = [], [], []
        for round_ in range(ROUNDS):
            floor = bare(directory, size)
            put = partial(_put, part, round_)
            rate = await writers(count, put)
            ratios.append(rate / floor)
            rates.append(rate)
            floors.append(floor)
        say(
            f"P4  {count:>2} writers   {statistics.median(rates):>7.0f}/s   "
            f"bare append + fdatasync {statistics.median(floors):>6.0f}/s   "
            f"{statistics.median(ratios):>5.2f} x (goal >= {goal})"
        )
    await store.close()


async def filled(directory: Path, municipalities: int) -> Store:
    store = open_store(str(directory))
    keys = [f"g{m}-{year}" for m in range(municipalities) for year in range(YEARS)]
    for key in tqdm(keys, desc="filling", disable=not sys.stderr.isatty()):
        await store.plan(key).put(*(answer(f"old/{n}") for n in range(ANSWERS)))
    return store


async def p5(directory: Path, municipalities: int) -> None:
    """64 people answer in a store of one municipality, and in a store of all."""
    one = await filled(directory / "one", 1)
    all_ = await filled(directory / "all", municipalities)
    chance = random.Random(1)  # noqa: S311

    async def rate(store: Store, busy: list[str]) -> float:
        for key in busy:
            await store.plan(key).put(answer("first"))
        return await writers(
            64, lambda who, n: store.plan(busy[who % len(busy)]).put(answer(f"{who}/{n % 50}"))
        )

    ratios, small, large = [], [], []
    own = [f"g0-{year}" for year in range(YEARS)]
    for _ in range(ROUNDS):
        places = chance.sample(range(municipalities), min(BUSY, municipalities))
        small.append(await rate(one, own))
        large.append(await rate(all_, [f"g{m}-{YEARS - 1}" for m in places]))
        ratios.append(small[-1] / large[-1])
    say(
        f"P5  a put, {municipalities * YEARS} plans of {ANSWERS} answers, {BUSY} of them busy "
        f"{1e6 / statistics.median(large):>5.1f} us   {YEARS} plans "
        f"{1e6 / statistics.median(small):>5.1f} us   {statistics.median(ratios):>5.2f} x "
        "(goal <= 1.15)"
    )
    cold = await writers(
        64,
        lambda who, n: all_.plan(
            f"g{chance.randrange(municipalities)}-{chance.randrange(YEARS)}"
        ).put(answer(f"{who}/{n % 50}")),
    )
    say(
        f"    each in a plan drawn from all of them, so mostly read from disk first {cold:>6.0f}/s"
    )
    await one.close()
    await all_.close()


async def main() -> None:
    small = "--small" in sys.argv
    with tempfile.TemporaryDirectory() as directory:
        await p4(Path(directory))
        await p5(Path(directory), 20 if small else MUNICIPALITIES)


if __name__ == "__main__":
    asyncio.run(main())
