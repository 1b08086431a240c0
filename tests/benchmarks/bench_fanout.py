"""A thousand invitations past a connector that refuses one in ten (P8), beside botbuilder's own:
python -m tests.benchmarks.bench_fanout [--small].
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from aiohttp import web

from plan.records import Address, Message
from storage import open_store
from tests.benchmarks.answering import Partner
from tests.benchmarks.bench_serving import filled, partners_of, say
from tests.benchmarks.ours import TENANT
from tests.benchmarks.processes import THEIRS, Process, running
from tests.benchmarks.served import NOW
from tests.benchmarks.wire import BOT, Wire, a_wire

INVITATIONS, SMALL = 1_000, 100
REFUSED = 0.1
AFTER = 1
"""Seconds that a refusal asks to wait."""
PER_SECOND = 50.0
"""Requests of one app in one tenant that Teams takes, as Microsoft publishes it."""
GOAL = 1.1
PATIENCE, QUIET = 300.0, 4.0
"""Seconds that all may take, and without any message after which none is expected."""


@dataclass
class Refusing:
    """Counts what arrives, and answers 429 to a tenth of what is asked."""

    wanted: int
    chance: Random = field(default_factory=lambda: Random(8))  # noqa: S311
    arrived: Counter[str] = field(default_factory=Counter)
    asked: list[float] = field(default_factory=list)
    last: float = 0.0
    """When one more conversation got its message."""

    def refuses(self, conversation: str) -> web.Response | None:
        now = time.monotonic()
        self.asked.append(now)
        if self.chance.random() < REFUSED:
            return web.json_response(
                {"error": {"code": "TooManyRequests", "message": "slow down"}},
                status=429,
                headers={"Retry-After": str(AFTER)},
            )
        self.last = self.last if conversation in self.arrived else now
        self.arrived[conversation] += 1
        return None

    async def over(self) -> None:
        """Returns when all have arrived and nothing follows, or nothing comes any more."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            await asyncio.sleep(0.2)
            quiet = self.asked and time.monotonic() - self.asked[-1] > QUIET
            if quiet and len(self.arrived) >= self.wanted:
                return

    @property
    def took(self) -> float:
        return self.last - self.asked[0]

    @property
    def twice(self) -> int:
        return sum(count > 1 for count in self.arrived.values())

    @property
    def busiest(self) -> int:
        """The most requests within any second."""
        first = most = 0
        for number, at in enumerate(self.asked):
            while at - self.asked[first] >= 1.0:
                first += 1
            most = max(most, number - first + 1)
        return most

    def line(self, process: Process) -> str:
        cpu = process.cpu() * 1000 / max(1, len(self.arrived))
        return (
            f"{len(self.arrived)} of {self.wanted} arrived, {self.twice} twice, in "
            f"{self.took:.1f} s   {len(self.asked)} requests, at most {self.busiest} a second   "
            f"{cpu:.1f} ms CPU each with the start of the process"
        )


async def invited(url: str, people: list[Partner], service: str) -> None:
    """An invitation for each that is due, and where they can be reached."""
    store = open_store(url)
    for one in people:
        reference = {
            "service_url": service,
            "conversation": f"a:{one.person}",
            "bot": BOT,
            "user": f"29:{one.person}",
            "tenant": TENANT,
            "channel": "msteams",
        }
        key = f"{TENANT}/{one.person}"
        await store.shared.put(Address(key=key, reference=reference, at=NOW))
        message = Message(
            key=f"invitation/evaluation-1/{one.org}",
            to=one.person.partition("-")[2],
            kind="invitation",
            due=NOW,
            made_at=NOW,
            request="evaluation-1",
            org=one.org,
        )
        await store.plan(one.plan).put(message)
    await store.close()


async def ours(wire: Wire, directory: Path, invitations: int) -> Refusing:
    url, towns = str(directory / "store"), invitations // 10
    await filled(url, towns, 1, tenant=TENANT)
    people = partners_of(towns)[:invitations]
    await invited(url, people, f"{wire.url}/")
    found = Refusing(len(people))
    wire.refuses = found.refuses
    process = Process("served", url, login=wire.login)
    async with running(process):
        await found.over()
        say(f"P8  ours        {found.line(process)}")
    return found


async def theirs(wire: Wire, invitations: int) -> None:
    found = Refusing(invitations)
    wire.refuses = found.refuses
    process = Process("fan_botbuilder", python=THEIRS, login=wire.login)
    conversations = [f"a:{number}" for number in range(invitations)]
    asked = {"service": f"{wire.url}/", "conversations": conversations}
    async with running(process):
        async with wire.session.post(f"{process.url}/go", json=asked, timeout=None) as answer:
            failed = (await answer.json())["failed"]
        say(f"P8  botbuilder  {found.line(process)}   {failed} failed")


async def main() -> None:
    invitations = SMALL if "--small" in sys.argv else INVITATIONS
    with tempfile.TemporaryDirectory() as directory:
        async with a_wire() as wire:
            await theirs(wire, invitations)
            found = await ours(wire, Path(directory), invitations)
    allowed = found.wanted / PER_SECOND
    whole = len(found.arrived) == found.wanted and not found.twice
    met = whole and found.took <= GOAL * allowed
    say(
        f"P8  all arrive once, in {found.took / allowed:.2f} x the {allowed:.0f} s that Teams' "
        f"limits allow (goal <= {GOAL} x, {'met' if met else 'NOT met'})"
    )


if __name__ == "__main__":
    asyncio.run(main())
