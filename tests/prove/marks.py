"""A sender killed between sending and keeping that it sent, over and over."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from multiprocessing.process import BaseProcess
from random import Random
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from plan.delivery import state
from plan.records import Message
from plan.reminders.untold import KIND
from storage import open_store
from tests.faults.post import NOTICE, TELLS, a_plan, addresses, names_in, owed
from tests.faults.virtual import START
from tests.prove.office import Job, is_moving, work
from tests.prove.trial import Trial

SETS = 20
MESSAGES = 250
TEAMS = 25
KILLS = 50
BETWEEN = (1, 7)
"""So many arrive between two kills."""
PATIENCE = 60.0
"""Seconds after which a process that should have ended did not."""

_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["tests.prove.office"])


def prove(trial: Trial, *, unmarked: bool = False) -> None:
    """Half of it with a sender of one at a time, half with one of eight.

    Less than a set is a small set: as much smaller as the share is.
    """
    whole = min(1.0, trial.scale * SETS)
    messages, kills = max(TEAMS, round(MESSAGES * whole)), max(5, round(KILLS * whole))
    with trial.bar(trial.times(SETS)) as bar:
        for n in range(trial.times(SETS)):
            at_once = 1 if n % 2 == 0 else 8
            directory = trial.scratch / str(n)
            job = Job(
                directory=str(directory), plan="a", now=START, at_once=at_once, unmarked=unmarked
            )
            killed = asyncio.run(_once(trial.chance, job, messages, kills))
            wrong = [*killed.wrong(at_once), *asyncio.run(_wrong(job, killed))]
            if wrong:
                trial.fail(wrong[0], {"wrong": wrong[:20], "at once": at_once}, directory)
            trial.count("messages", messages)
            trial.count("kills", killed.kills)
            trial.count("twice", killed.doubled)
            bar.update()


@dataclass
class Killer:
    """A connector that kills who sends to it, once in a while, at once or a little later."""

    chance: Random
    most: int
    """So many kills."""
    copies: Counter[str] = field(default_factory=Counter)
    kills: int = 0
    victim: BaseProcess | None = None
    left: int = 0

    @property
    def doubled(self) -> int:
        return sum(1 for copies in self.copies.values() if copies > 1)

    def wrong(self, at_once: int) -> Iterator[str]:
        for name, copies in self.copies.items():
            if copies > 2:
                yield f"{name} came {copies} times"
        if self.doubled > self.kills * at_once:
            yield f"{self.doubled} came twice by {self.kills} kills"

    async def take(self, request: web.Request) -> web.Response:
        self.copies.update(names_in(await request.json()))
        self.left -= 1
        if self.left == 0 and self.kills < self.most:
            self.kills += 1
            self.left = self.chance.randint(*BETWEEN)
            if self.chance.random() < 0.5:
                self._kill()
            else:
                loop = asyncio.get_running_loop()
                loop.call_later(self.chance.uniform(0, 0.004), self._kill)
        return web.json_response({"id": "m"}, status=201)

    def _kill(self) -> None:
        if self.victim and self.victim.pid and self.victim.is_alive():
            os.kill(self.victim.pid, signal.SIGKILL)


async def _once(chance: Random, job: Job, messages: int, kills: int) -> Killer:
    killer = Killer(chance, kills, left=chance.randint(*BETWEEN))
    app = web.Application()
    app.router.add_post("/v3/conversations/{conversation}/activities", killer.take)
    async with TestServer(app) as server:
        await _fill(job, str(server.make_url("")).rstrip("/"), chance, messages)
        for n in range(kills * 3):
            now = START + timedelta(seconds=n)
            killer.victim = _context.Process(target=work, args=(_at(job, now),))
            killer.victim.start()
            await asyncio.to_thread(killer.victim.join, PATIENCE)
            if killer.victim.exitcode is None:
                killer.victim.kill()
                raise AssertionError("it does not come to an end")
            if killer.victim.exitcode == 0:
                return killer
    raise AssertionError("it never came to its end")


def _at(job: Job, now: Any) -> Job:
    return Job(
        directory=job.directory,
        plan=job.plan,
        now=now,
        at_once=job.at_once,
        unmarked=job.unmarked,
    )


async def _fill(job: Job, service: str, chance: Random, number: int) -> None:
    records = a_plan(job.plan, 1, TEAMS, START, service)
    store = open_store(job.directory)
    await store.shared.put(*addresses(records, service, START))
    kinds = (NOTICE, NOTICE, TELLS)
    messages = [
        owed(n, f"{job.plan}-c{n % TEAMS}", chance.choice(kinds), START) for n in range(number)
    ]
    await store.plan(job.plan).put(*records, *messages)
    await store.close()


async def _wrong(job: Job, killer: Killer) -> list[str]:
    """Of what the store says in the end."""
    store = open_store(job.directory, reading=True)
    messages = await store.plan(job.plan).find(Message)
    await store.close()
    told = [m.text for m in messages if m.kind == KIND and state(m) in ("sent", "unclear")]
    heard = {line.partition("\t")[0] for text in told for line in text.splitlines()}
    found = []
    for message in messages:
        if message.kind == KIND:
            continue
        copies = killer.copies[message.key]
        if is_moving(message) or (state(message) == "sent" and not copies):
            found.append(f"lost: {message}")
        if state(message) != "sent" and message.key not in heard:
            found.append(f"not delivered, and nobody was told: {message}")
        if copies > 1 and message.kind == TELLS:
            found.append(f"told twice: {message}")
    return found
