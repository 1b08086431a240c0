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
MOST, CARDS = 700, 8
"""Turns a second that we get ready for, and cards that a partner gets at least."""

Seat = Callable[[float], Awaitable[int]]
"""Somebody who takes turns until this moment; how many were answered."""

Seats = Callable[[int, float], Awaitable[list[Seat]]]
"""So many of them, ready for so many seconds."""


@dataclass
class Measured:
    """One server with one kind of load; what each round came to."""

    title: str
    process: Process
    seats: Seats
    at_once: int
    rates: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    """CPU milliseconds per turn."""
    turns: int = 0

    async def round(self, seconds: float) -> None:
        seats = await self.seats(self.at_once, seconds)
        cpu, begin = self.process.cpu(), time.perf_counter()
        done = sum(await asyncio.gather(*(seat(begin + seconds) for seat in seats)))
        took = time.perf_counter() - begin
        self.turns += done
        self.rates.append(done / took)
        self.costs.append((self.process.cpu() - cpu) * 1000 / max(done, 1))

    @property
    def rate(self) -> float:
        return statistics.median(self.rates)

    @property
    def cost(self) -> float:
        return statistics.median(self.costs)


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


async def measure(wire: Wire, directory: Path, *, rounds: int, seconds: float) -> list[Measured]:
    url = str(directory / "store")
    towns = round((rounds + 1) * seconds * MOST / CARDS / 10) + 10
    await filled(url, towns, 1, tenant=TENANT)
    floor = Process("echo_floor")
    bare = Process("echo_botbuilder", python=THEIRS)
    checked = Process("echo_botbuilder", python=THEIRS, login=wire.login)
    agents = Process("echo_agents", python=THEIRS)
    own = Process("echo_ours", login=wire.login)
    ours = Process("served", url, login=wire.login)
    everybody = partners_of(towns)
    with running(floor, bare, checked, agents, own, ours):
        found = [
            Measured("floor", floor, echoing(wire, floor, token=False), AT_ONCE),
            Measured("bare", bare, echoing(wire, bare, token=False), AT_ONCE),
            Measured("tokens", checked, echoing(wire, checked, token=True), AT_ONCE),
            Measured("agents", agents, echoing(wire, agents, token=False), AT_ONCE),
            Measured("own", own, echoing(wire, own, token=True), AT_ONCE),
            Measured("turn", ours, answering(wire, ours, iter(everybody)), AT_ONCE),
        ]
        await asyncio.sleep(3)
        for number in range(rounds + 1):
            for one in found:
                await one.round(seconds)
                if not number:  # The first round only warms up.
                    one.rates.clear()
                    one.costs.clear()
                    one.turns = 0
    lost = await missing(url, everybody)
    told = sum(len(one.told) for one in everybody)
    say(f"answers with a receipt {told}, of them missing in the store {len(lost)} {lost[:3]}")
    if lost:
        raise AssertionError(lost[0])
    return found


async def main() -> None:
    small = "--small" in sys.argv
    rounds, seconds = (2, 2.0) if small else (5, 4.0)
    with tempfile.TemporaryDirectory() as directory:
        async with a_wire() as wire:
            found = await measure(wire, Path(directory), rounds=rounds, seconds=seconds)
    for one in found:
        say(f"{one.title:24} {one.rate:8.0f}/s {one.cost:8.2f} ms CPU {one.turns:8} turns")


if __name__ == "__main__":
    asyncio.run(main())
