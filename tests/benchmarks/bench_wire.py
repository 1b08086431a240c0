"""A questionnaire turn over the wire beside echoes (P1, P1a, P2, P3), in one run:
python -m tests.benchmarks.bench_wire [--small].

A turn of ours is a press on an open card: its answer on disk, the receipt in the response and the
next card posted. At the end every answer that got a receipt is looked up in the store.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.answering import Partner, missing
from tests.benchmarks.bench_serving import filled, partners_of, say
from tests.benchmarks.ours import TENANT
from tests.benchmarks.processes import THEIRS, Process, running
from tests.benchmarks.wire import Wire, a_wire

AT_ONCE = 16
SECONDS = 2.0
"""Of one round; so many people as answer in it have their plans in memory."""
MOST, CARDS = 700, 8
"""Turns a second that we get ready for, and cards that a partner gets at least."""

Seat = Callable[[float], Awaitable[int]]
"""Somebody who takes turns until this moment; how many were answered."""

Seats = Callable[[int, float], Awaitable[list[Seat]]]
"""So many of them, ready for so many seconds."""


@dataclass
class Measured:
    """One server with one kind of load; what each round came to."""

    process: Process
    seats: Seats
    rates: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    """CPU milliseconds per turn."""
    turns: int = 0

    async def round(self, *, warm: bool) -> None:
        """The first only warms up."""
        seats = await self.seats(AT_ONCE, SECONDS)
        cpu, begin = self.process.cpu(), time.perf_counter()
        done = sum(await asyncio.gather(*(seat(begin + SECONDS) for seat in seats)))
        took = time.perf_counter() - begin
        if warm:
            self.turns += done
            self.rates.append(done / took)
            self.costs.append((self.process.cpu() - cpu) * 1000 / max(done, 1))


def echoing(wire: Wire, process: Process, *, token: bool) -> Seats:
    """People who type; a turn counts when its own words came back."""

    def seat(person: str) -> Seat:
        async def typing(end: float) -> int:
            done = 0
            while time.perf_counter() < end:
                words = f"{person} zegt {done}"
                body = wire.activity("message", person, text=words)
                await wire.deliver(process.url, body, token=token)
                reply = await wire.arrived(f"a:{person}")
                if reply.get("text") != words:
                    raise AssertionError(f"not an echo: {reply}")
                done += 1
            return done

        return typing

    async def seats(many: int, _: float) -> list[Seat]:
        return [seat(f"{process.name}-{n}") for n in range(many)]

    return seats


def answering(wire: Wire, process: Process, waiting: Iterator[Partner]) -> Seats:
    """Partners with a card open, who press card after card; when one is through, the next does.

    They get their first card before the measuring begins.
    """
    begun: deque[Partner] = deque()

    async def pressing(end: float) -> int:
        partner, done = begun.popleft(), 0
        while time.perf_counter() < end:
            if await partner.answer(wire, process.url):
                done += 1
            elif begun:
                partner = begun.popleft()
            else:
                raise AssertionError("nobody left to answer")
        begun.append(partner)
        return done

    async def seats(many: int, seconds: float) -> list[Seat]:
        while len(begun) < many + seconds * MOST / CARDS:
            partner = next(waiting)
            await partner.begin(wire, process.url)
            begun.append(partner)
        return [pressing] * many

    return seats


async def measure(wire: Wire, directory: Path, *, rounds: int) -> dict[str, Measured]:
    url, towns = str(directory / "store"), round((rounds + 1) * SECONDS * MOST / CARDS / 8) + 10
    await filled(url, towns, 1, tenant=TENANT)
    everybody = partners_of(towns)
    floor = Process("echo_floor")
    bare = Process("echo_botbuilder", python=THEIRS)
    checked = Process("echo_botbuilder", python=THEIRS, login=wire.login)
    agents = Process("echo_agents", python=THEIRS)
    own = Process("echo_ours", login=wire.login)
    ours = Process("served", url, login=wire.login)
    kinds = [
        ("plain aiohttp echo", floor, echoing(wire, floor, token=False)),
        ("botbuilder echo", bare, echoing(wire, bare, token=False)),
        ("botbuilder echo, tokens", checked, echoing(wire, checked, token=True)),
        ("Agents SDK echo", agents, echoing(wire, agents, token=False)),
        ("our echo, tokens", own, echoing(wire, own, token=True)),
        ("questionnaire, tokens", ours, answering(wire, ours, iter(everybody))),
    ]
    async with running(floor, bare, checked, agents, own, ours):
        found = {title: Measured(process, seats) for title, process, seats in kinds}
        await ours.settled()
        for number in range(rounds + 1):
            for one in found.values():
                await one.round(warm=number > 0)
    lost, told = await missing(url, everybody), sum(len(one.told) for one in everybody)
    say(f"    of {told} answers with a receipt {len(lost)} are missing in the store {lost[:3]}")
    if lost or not told:
        raise AssertionError(lost[:1])
    return found


@dataclass(frozen=True)
class Goal:
    id: str
    words: str
    baseline: str
    bound: float
    by: Callable[[Measured], list[float]]
    most: bool = False
    """Whether the bound is the most there may be; else the least."""

    def line(self, found: dict[str, Measured]) -> str:
        """By the median of the rounds, each compared with the baseline of the same round."""
        ours, theirs = self.by(found["questionnaire, tokens"]), self.by(found[self.baseline])
        ratio = statistics.median(one / other for one, other in zip(ours, theirs, strict=True))
        met = ratio <= self.bound if self.most else ratio >= self.bound
        return (
            f"{self.id:4}{self.words:22}{statistics.median(ours):8.2f}   "
            f"{self.baseline:24}{statistics.median(theirs):8.2f}   {ratio:6.2f} x   "
            f"goal {'<=' if self.most else '>='} {self.bound:g} x   "
            f"{'met' if met else 'NOT met'}"
        )


def rates(measured: Measured) -> list[float]:
    return measured.rates


def costs(measured: Measured) -> list[float]:
    return measured.costs


GOALS = (
    Goal("P1", f"turns/s, {AT_ONCE} at a time", "botbuilder echo", 7.0, rates),
    Goal("P1a", f"turns/s, {AT_ONCE} at a time", "botbuilder echo, tokens", 40.0, rates),
    Goal("P2", f"turns/s, {AT_ONCE} at a time", "Agents SDK echo", 1.0, rates),
    Goal("P3", "CPU of a turn, ms", "our echo, tokens", 1.5, costs, most=True),
)


async def main() -> None:
    rounds = 3 if "--small" in sys.argv else 8
    with tempfile.TemporaryDirectory() as directory:
        async with a_wire() as wire:
            found = await measure(wire, Path(directory), rounds=rounds)
    for title, one in found.items():
        rate, cost = statistics.median(one.rates), statistics.median(one.costs)
        say(f"    {title:26}{rate:8.0f} turns/s{cost:8.2f} ms CPU{one.turns:8} turns")
    for goal in GOALS:
        say(goal.line(found))


if __name__ == "__main__":
    asyncio.run(main())
