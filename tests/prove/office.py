"""A process that sends what is owed until nothing is left, or until it is killed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from aiohttp import ClientSession

from bot import deliveries, parcel
from bot.clock import MovedClock
from bot.pacing import unpaced
from bot.policy import Policy
from bot.sender import Sender
from plan.delivery import state
from plan.records import Message
from plan.reminders.untold import KIND
from storage import open_store
from tests.faults.post import Office, plain_kinds, running

POLICY = Policy(unsure=(0.0, 0.0), backoff=(0.0, 0.01))


@dataclass(frozen=True, kw_only=True)
class Job:
    directory: str
    plan: str
    now: datetime
    at_once: int
    unmarked: bool = False
    """The known-bad one: nothing is kept before a message goes."""


def work(job: Job) -> None:
    logging.disable(logging.CRITICAL)
    deliveries.AT_ONCE = job.at_once
    if job.unmarked:
        parcel._on_its_way = lambda message, _: message  # type: ignore[assignment]  # noqa: SLF001
    with plain_kinds():
        asyncio.run(_work(job))


async def _work(job: Job) -> None:
    store = open_store(job.directory)
    try:
        async with ClientSession() as session:
            clock = MovedClock(job.now)
            sender = Sender(unpaced(), POLICY, clock)
            office = Office(store, session, clock, POLICY, sender)
            async with running(office):
                await _until_none(office, job, is_moving)
                clock.advance_to(clock.now() + timedelta(minutes=2))
                office.outbox.wake()
                for _ in range(2):
                    await _until_none(office, job, _is_unheard)
                    await asyncio.sleep(0.2)
    finally:
        await store.close()


async def _until_none(office: Office, job: Job, unsettled: Callable[[Message], bool]) -> None:
    while any(map(unsettled, await office.messages(job.plan))):  # noqa: ASYNC110 - it is on disk
        await asyncio.sleep(0.05)


def is_moving(message: Message) -> bool:
    return message.kind != KIND and state(message) in ("due", "sending", "retry")


def _is_unheard(message: Message) -> bool:
    return state(message) in ("due", "sending", "retry")
