"""One plan, and the assistant that sends what it owes past a connector that fails."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random

from bot.sender import Sender
from plan.records import Message
from storage import open_store
from tests.faults.connector import FaultyConnector, faulty
from tests.faults.kinds import Fault
from tests.faults.post import Office, a_plan, addresses, names_in, running
from tests.faults.virtual import START, VirtualClock

PLAN = "a"
BOSS, PERSON, CHANNEL = "a-p0", "a-p1", "a-c0"
PEOPLE = 6


def a_connector(*faults: Fault | None) -> FaultyConnector:
    """One that meets these first, and none after that."""
    return FaultyConnector(
        Random(1),  # noqa: S311 - no secret
        VirtualClock(),
        plan=list(faults),
        messages=names_in,
    )


@asynccontextmanager
async def at_work(
    directory: Path, connector: FaultyConnector, *owing: Message
) -> AsyncIterator[Office]:
    """While this lasts the plan's messages go out."""
    store = open_store(str(directory))
    try:
        async with faulty(connector) as session:
            records = a_plan(PLAN, PEOPLE, 1, START, connector.url)
            await store.shared.put(*addresses(records, connector.url, START))
            await store.plan(PLAN).put(*records, *owing)
            clock = connector.clock
            async with running(
                Office(store, session, clock, sender=Sender(clock=clock))
            ) as office:
                yield office
    finally:
        await store.close()
