"""A process that sends what is owed until nothing is left, or until it is killed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
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

LONGEST = 20.0
"""Seconds that telling may take at most; it comes together, so not at once."""
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
                await _until_told(office, job)
    finally:
        await store.close()


async def _until_none(office: Office, job: Job, unsettled: Callable[[Message], bool]) -> None:
    while any(map(unsettled, await office.messages(job.plan))):  # noqa: ASYNC110 - it is on disk
        await asyncio.sleep(0.05)


async def _until_told(office: Office, job: Job) -> None:
    """Until the coordinator has heard of all that was lost, or LONGEST: what then is untold stays
    so, for whoever looks at the store.
    """
    with suppress(TimeoutError):
        async with asyncio.timeout(LONGEST):
            while await _some_untold(office, job):  # noqa: ASYNC110 - it is on disk
                await asyncio.sleep(0.05)


async def _some_untold(office: Office, job: Job) -> bool:
    messages = await office.messages(job.plan)
    return bool(untold(messages)) or any(map(_is_unheard, messages))


def untold(messages: Iterable[Message]) -> list[Message]:
    """Those that did not arrive and of which no word to the coordinator tells."""
    words = [m.text for m in messages if m.kind == KIND]
    named = {line.partition("\t")[0] for text in words for line in text.splitlines()}
    return [m for m in messages if m.kind != KIND and m.failed and m.key not in named]


def is_moving(message: Message) -> bool:
    return message.kind != KIND and state(message) in ("due", "sending", "retry")


def _is_unheard(message: Message) -> bool:
    return state(message) in ("due", "sending", "retry")
