"""Fifty changes of the signing key under load: at most one request refused at each.

Meanwhile the issuer is slow, fails, talks nonsense or hangs, and strangers make up names of keys;
the loop goes on as one that idles.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from bot import keys
from bot.app import CHANNEL
from tests.bot.chat import Chat
from tests.bot.conftest import Listener
from tests.bot.connector import a_connector
from tests.bot.guarded import a_guarded_chat
from tests.bot.issuer import Issuer, an_issuer, key_pair
from tests.prove.trial import Trial

WHOLE = 50
PAIRS = [f"pair-{number}" for number in range(4)]
SPEAKERS = 4
PAUSE = 0.02
"""Seconds between two requests of one speaker."""
HANGING = 0.4
"""Seconds that a slow issuer takes; a look-up may take a quarter of that when it hangs."""
# What is wrong with the issuer while the old key still signs.
FAULTS: tuple[dict[str, Any], ...] = (
    {},
    {"slow": HANGING},
    {"status": 500},
    {"body": b"no JSON"},
    {"slow": 60.0},
)
WELL: dict[str, Any] = {"slow": 0.0, "status": 200, "body": None}


@dataclass
class Loop:
    """How late the loop is, as often as it can be looked at."""

    late: list[float] = field(default_factory=list)

    @asynccontextmanager
    async def watched(self) -> AsyncIterator[None]:
        task = asyncio.create_task(self._watch())
        yield
        task.cancel()

    async def _watch(self) -> None:
        while True:
            at = time.monotonic()
            await asyncio.sleep(0.005)
            self.late.append(time.monotonic() - at - 0.005)

    @property
    def usual(self) -> float:
        """Ninety-nine times in a hundred it is not later than this."""
        return sorted(self.late)[len(self.late) * 99 // 100]


@dataclass
class Load:
    """`statuses` of what was asked since the last change."""

    chat: Chat
    statuses: Counter[int] = field(default_factory=Counter)
    answered: asyncio.Condition = field(default_factory=asyncio.Condition)

    @asynccontextmanager
    async def going(self) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(self._speak()) for _ in range(SPEAKERS)]
        yield
        for task in tasks:
            task.cancel()
        for ended in await asyncio.gather(*tasks, return_exceptions=True):
            if not isinstance(ended, asyncio.CancelledError):
                raise ended if isinstance(ended, Exception) else AssertionError("stopped")

    async def _speak(self) -> None:
        while True:
            answer = await self.chat.deliver(self.chat.activity("message", text="x"))
            async with self.answered:
                self.statuses[answer.status] += 1
                self.answered.notify_all()
            await asyncio.sleep(PAUSE)

    async def some(self, requests: int) -> None:
        wanted = self.statuses.total() + requests
        async with asyncio.timeout(30), self.answered:
            await self.answered.wait_for(lambda: self.statuses.total() >= wanted)

    def refused(self) -> int:
        found = self.statuses.total() - self.statuses[200]
        self.statuses.clear()
        return found


def prove(trial: Trial) -> None:
    # That the keys cannot be had is what this is about.
    log = logging.getLogger(keys.__name__)
    patience, level = keys.PATIENCE, log.level
    keys.PATIENCE = HANGING / 4
    log.setLevel("ERROR")
    try:
        asyncio.run(_prove(trial))
    finally:
        keys.PATIENCE = patience
        log.setLevel(level)


async def _prove(trial: Trial) -> None:
    for pair in PAIRS:
        key_pair(pair)  # Making one takes long, and the loop has it done here.
    idle, busy = Loop(), Loop()
    async with idle.watched():
        await asyncio.sleep(1)
    async with (
        a_connector() as connector,
        an_issuer() as issuer,
        a_guarded_chat(Listener(), connector, issuer) as chat,
    ):
        moved = _moved(chat)
        load = Load(chat)
        async with load.going(), busy.watched():
            for number in range(trial.times(WHOLE)):
                await _roll(trial, number, load, issuer, moved)
    trial.count("µs late at p99 (an idle loop)", round(idle.usual * 1e6))
    trial.count("µs late at p99 (this one)", round(busy.usual * 1e6))
    if busy.usual > HANGING / 4 + idle.usual:
        trial.fail("the loop waited for the issuer", {"idle": idle.usual, "busy": busy.usual})


async def _roll(trial: Trial, number: int, load: Load, issuer: Issuer, moved: list[float]) -> None:
    """A fault while the old key signs, some made-up names, and then the change."""
    fault = FAULTS[number % len(FAULTS)]
    for name, value in fault.items():
        setattr(issuer, name, value)
    moved[0] += keys.FRESH + 1  # The keys are looked up anew meanwhile.
    await load.some(12)
    if refused := load.refused():
        trial.fail("somebody known was refused", {"roll": number, "fault": fault, "n": refused})
    for name, well in WELL.items():
        setattr(issuer, name, well)
    issuer.slow = trial.chance.choice((0.0, HANGING / 20))
    before = issuer.fetches
    await _made_up(trial, load, issuer)
    if issuer.fetches - before > 2:
        trial.fail("made-up names are looked up time and again", {"fetches": issuer.fetches})
    moved[0] += keys.VAIN[-1] + 1
    load.refused()
    issuer.roll(f"roll-{number}", pair=PAIRS[number % len(PAIRS)])
    await load.some(16)
    refused = load.refused()
    trial.count("changes of the key")
    trial.count("requests refused at them", refused)
    if refused > 1:
        trial.fail("more than one request was refused", {"roll": number, "refused": refused})


async def _made_up(trial: Trial, load: Load, issuer: Issuer) -> None:
    service = load.chat.connector.url + "/"
    for _ in range(5):
        kid = f"made up {trial.chance.random()}"
        headers = issuer.header(service, headers={"kid": kid})
        answer = await load.chat.deliver(load.chat.activity("message", text="x"), **headers)
        trial.count("made-up names refused")
        if answer.status not in (401, 503):
            trial.fail("a made-up name came in", {"status": answer.status})


def _moved(chat: Chat) -> list[float]:
    """Seconds that the clock of the keys is ahead, to be changed."""
    ahead = [0.0]
    kept = chat.client.app[CHANNEL]._door._keys  # noqa: SLF001
    kept._seconds = lambda: time.monotonic() + ahead[0]  # noqa: SLF001
    return ahead
