"""What the wall clock does, a deadline, a parcel, and a process that ended in the middle."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from bot.policy import TOLD_ONCE, seconds_asked
from bot.sender import Sender
from dialogs.messages import KINDS
from plan.delivery import EXPIRED, state
from plan.records import Message, altered
from plan.reminders.untold import KIND
from storage import Store, open_store
from tests.faults.connector import FaultyConnector, faulty
from tests.faults.kinds import FAULTS
from tests.faults.post import (
    ASKS,
    Office,
    a_plan,
    addresses,
    names_in,
    owed,
    plain_kinds,
    running,
)
from tests.faults.virtual import START, VirtualClock, run

CHANCE = Random(1)  # noqa: S311 - no secret

JUMPS = (1, 3600, 86_400, -1, -3600, -86_400)


async def _begun(store: Store, connector: FaultyConnector, *messages: Message) -> None:
    records = a_plan("a", 6, 0, START)
    await store.shared.put(*addresses(records, connector.url, START))
    await store.plan("a").put(*records, *messages)


@pytest.mark.parametrize("seed", range(3))
def test_a_clock_that_jumps_sends_nothing_twice_and_leaves_nothing_out(
    tmp_path: Path, seed: int
) -> None:
    async def once() -> tuple[FaultyConnector, list[Message]]:
        chance, clock = Random(seed), VirtualClock()  # noqa: S311
        waits = tuple(f for f in FAULTS if f.status in (412, 429, 503))
        connector = FaultyConnector(chance, clock, 0.3, waits, messages=names_in)
        store = open_store(str(tmp_path))
        owing = [owed(n, f"a-p{n % 5 + 1}", ASKS, START + timedelta(minutes=n)) for n in range(40)]
        async with faulty(connector) as session:
            await _begun(store, connector, *owing)
            office = Office(store, session, clock, sender=Sender(clock=clock))
            async with running(office):
                for _ in range(70):
                    await asyncio.sleep(60)
                    clock.jump(timedelta(seconds=chance.choice(JUMPS)))
                clock.jump(START + timedelta(days=70, hours=2) - clock.now())
                await asyncio.sleep(3600)
            found = await office.messages("a")
        await store.close()
        return connector, found

    with plain_kinds():
        connector, messages = run(once())
    copies = Counter(connector.copies.values())
    assert set(copies) == {1}
    assert Counter(map(state, messages)) == {"sent": 40}


def test_what_comes_too_late_is_not_sent_and_the_coordinator_hears(tmp_path: Path) -> None:
    async def once() -> tuple[FaultyConnector, list[Message]]:
        clock = VirtualClock()
        connector = FaultyConnector(CHANCE, clock, messages=names_in)
        late = altered(owed(1, "a-p1", ASKS, START), deadline=START - timedelta(days=1))
        store = open_store(str(tmp_path))
        async with faulty(connector) as session:
            await _begun(store, connector, late)
            office = Office(store, session, clock, sender=Sender(clock=clock))
            async with running(office):
                await asyncio.sleep(120)
            found = await office.messages("a")
        await store.close()
        return connector, found

    with plain_kinds():
        connector, messages = run(once())
    assert [m.failed for m in messages] == [EXPIRED, None]
    assert [send.conversation for send in connector.sends] == ["a-p0"]
    card = messages[1]
    assert card.sent_at
    assert (card.sent_at - START).total_seconds() <= 60


def test_a_parcel_arrives_or_fails_as_one(tmp_path: Path) -> None:
    async def once() -> tuple[FaultyConnector, list[Message]]:
        clock = VirtualClock()
        doubt = next(f for f in FAULTS if f.name == "502")
        connector = FaultyConnector(
            CHANCE,
            clock,
            plan=[doubt],
            messages=names_in,
        )
        store = open_store(str(tmp_path))
        async with faulty(connector) as session:
            await _begun(store, connector, *(owed(n, "a-p1", ASKS, START) for n in range(3)))
            office = Office(store, session, clock, sender=Sender(clock=clock))
            async with running(office):
                await asyncio.sleep(120)
            found = await office.messages("a")
        await store.close()
        return connector, found

    with plain_kinds():
        connector, messages = run(once())
    assert len(connector.sends) == 2
    assert dict(connector.copies) == {"nr-0": 1, "nr-1": 1, "nr-2": 1}
    assert {(state(m), m.tries, m.ambiguous, m.sent_at) for m in messages} == {
        ("sent", 2, 1, messages[0].sent_at)
    }


def test_what_tells_a_decision_is_a_kind_there_is() -> None:
    assert set(KINDS) >= TOLD_ONCE
    assert KIND in KINDS
    assert KIND not in TOLD_ONCE


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        (" 12 ", 12.0),
        ("Mon, 14 Sep 2026 07:00:30 GMT", 30.0),
        ("Mon, 14 Sep 2026 06:00:00 GMT", 0.0),
        ("", None),
        ("soon", None),
        ("-3", None),
        ("1.5", None),
    ],
)
def test_a_retry_after_is_seconds_or_a_date(header: str, seconds: float | None) -> None:
    assert seconds_asked(header, START) == seconds
