"""Memory over many turns (P10): python -m tests.benchmarks.bench_growth [--small | --turns N].

Partner after partner of plan after plan answers; what one plan knows leaves memory for another.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from tqdm import tqdm

from tests.benchmarks.answering import Partner, missing
from tests.benchmarks.bench_serving import filled, partners_of, say
from tests.benchmarks.ours import TENANT
from tests.benchmarks.processes import Process, running
from tests.benchmarks.wire import Wire, a_wire

TURNS, SMALL = 50_000, 6_000
AT_ONCE = 16
PER_TOWN = 90
"""Turns that the partners of one plan take at least."""
GOAL = 1.0
"""MiB that memory may grow per 10,000 turns after warming up."""


@dataclass
class Grown:
    """How much a process holds after how many turns."""

    process: Process
    turns: int = 0
    samples: list[tuple[int, float]] = field(default_factory=list)

    def count(self, every: int) -> None:
        self.turns += 1
        if self.turns % every == 0:
            self.samples.append((self.turns, self.process.memory()))

    def slope(self, after: int) -> float:
        """MiB per 10,000 turns, by the straight line through what came after warming up."""
        turns, sizes = zip(*(one for one in self.samples if one[0] > after), strict=True)
        return statistics.linear_regression(turns, sizes).slope * 10_000


async def answered(wire: Wire, grown: Grown, people: list[Partner], turns: int) -> None:
    """So many turns, by so many people at a time."""
    waiting, every = iter(people), max(1, turns // 100)
    bar = tqdm(total=turns, desc="turns", disable=not sys.stderr.isatty(), leave=False)

    async def seat() -> None:
        for partner in waiting:
            await partner.begin(wire, grown.process.url)
            while grown.turns < turns and await partner.answer(wire, grown.process.url):
                grown.count(every)
                bar.update()
            wire.boxes.pop(f"a:{partner.person}", None)
            if grown.turns >= turns:
                return

    await asyncio.gather(*(seat() for _ in range(AT_ONCE)))
    bar.close()


async def p10(directory: Path, turns: int) -> None:
    url, towns = str(directory / "store"), turns // PER_TOWN + 5
    await filled(url, towns, 1, tenant=TENANT)
    people = partners_of(towns)
    async with a_wire() as wire:
        process = Process("served", url, login=wire.login)
        async with running(process):
            await process.settled()
            grown = Grown(process)
            await answered(wire, grown, people, turns)
    lost = await missing(url, people)
    if lost or grown.turns < turns:
        raise AssertionError(f"{grown.turns} turns, {lost[:3]}")
    warm = min(10_000, turns // 3)
    slope = grown.slope(warm)
    said = "met" if slope < GOAL else "NOT met"
    say(
        f"P10 memory over {turns} turns in {towns} plans: {slope:+.2f} MiB per 10,000 turns after "
        f"the first {warm} (goal < {GOAL:.0f}, {said})   "
        f"from {grown.samples[0][1]:.0f} to {grown.samples[-1][1]:.0f} MiB"
    )


async def main() -> None:
    turns = SMALL if "--small" in sys.argv else TURNS
    if "--turns" in sys.argv:
        turns = int(sys.argv[sys.argv.index("--turns") + 1])
    with tempfile.TemporaryDirectory() as directory:
        await p10(Path(directory), turns)


if __name__ == "__main__":
    asyncio.run(main())
