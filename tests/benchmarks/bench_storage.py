"""What a put costs beside a bare fsync: python -m tests.benchmarks.bench_storage."""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from plan.records import Answer, Event, Message, Record
from storage import Part, open_store

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
ROUNDS = 100
WORDS = "Wij zien dat de maatregel werkt, maar de capaciteit staat onder druk. " * 3


def answer(n: int, text: str = WORDS) -> Answer:
    key = f"r1/org{n % 15}/A{n % 20}/M{n}/1"
    return Answer(
        key=key,
        round="r1",
        org=f"org{n % 15}",
        question=f"A{n % 20}",
        value=n % 5,
        text=text,
        at=NOON,
    )


def turn(n: int, documents: int) -> tuple[Record, ...]:
    """What one turn keeps: an answer given anew, its line in the register, a message."""
    return (
        answer(n % documents, text=f"{WORDS} {n}"),
        Event(key=f"e{n % 50}", who="p-sanne", what="answered", subject=f"M{n}", at=NOON),
        Message(key=f"m{n % 50}", to="p-sanne", kind="reminder", due=NOON, made_at=NOON),
    )


@asynccontextmanager
async def stalls() -> AsyncIterator[list[float]]:
    """How much later than asked the loop comes back, in ms."""
    late: list[float] = []

    async def watch() -> None:
        while True:
            begin = time.perf_counter()
            await asyncio.sleep(0.001)
            late.append((time.perf_counter() - begin - 0.001) * 1000)

    watching = asyncio.create_task(watch())
    try:
        yield late
    finally:
        watching.cancel()


async def puts(part: Part, documents: int) -> list[float]:
    took = []
    for n in range(ROUNDS):
        begin = time.perf_counter()
        await part.put(*turn(n, documents))
        took.append((time.perf_counter() - begin) * 1000)
    return took


def bare(path: Path, size: int) -> float:
    """The median ms of writing that many bytes beside the file, syncing and swapping them in."""
    content, took = b"x" * size, []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        with path.with_suffix(".new").open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        path.with_suffix(".new").replace(path)
        took.append((time.perf_counter() - begin) * 1000)
    return statistics.median(took)


async def measure(directory: Path, documents: int) -> str:
    store = open_store(str(directory))
    part = store.plan("a")
    begin = time.perf_counter()
    await part.put(*(answer(n) for n in range(documents)))
    load = (time.perf_counter() - begin) * 1000
    await part.put(*turn(0, documents))
    async with stalls() as idle:
        await asyncio.sleep(0.3)
    async with stalls() as late:
        took = await puts(part, documents)
    begin = time.perf_counter()
    await part.find(Record)
    find = (time.perf_counter() - begin) * 1000
    await store.close()
    size = next((directory / "plans").glob("*/*")).stat().st_size
    percentile = statistics.quantiles(took, n=100)[98]
    return (
        f"{documents:>9} {size / 1e6:>7.2f} {statistics.median(took):>7.1f} {percentile:>7.1f}"
        f" {bare(directory / 'bare', size):>10.1f} {statistics.quantiles(late, n=100)[98]:>10.1f}"
        f" {max(idle):>8.1f} {load:>9.0f} {find:>9.0f}\n"
    )


async def main() -> None:
    sys.stdout.write(
        "documents      MB  put ms     p99  bare fsync  stall p99 idle max  load all  find all\n"
    )
    for documents in (100, 1000, 2000, 5000):
        with tempfile.TemporaryDirectory() as directory:
            sys.stdout.write(await measure(Path(directory), documents))


if __name__ == "__main__":
    asyncio.run(main())
