"""What the wall clock does, a deadline, a parcel, and a process that ended in the middle."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from bot.policy import TOLD_ONCE, seconds_asked
from dialogs.messages import KINDS
from plan.delivery import EXPIRED, state
from plan.records import Message, altered
from plan.reminders.untold import KIND
from tests.faults.connector import FaultyConnector
from tests.faults.kinds import FAULTS, Fault
from tests.faults.one_plan import BOSS, PERSON, PLAN, a_connector, at_work
from tests.faults.post import ASKS, names_in, owed, plain_kinds
from tests.faults.virtual import START, VirtualClock, run

Went = tuple[FaultyConnector, list[Message]]

JUMPS = (1, 3600, 86_400, -1, -3600, -86_400)


@pytest.mark.parametrize("seed", range(3))
def test_a_clock_that_jumps_sends_nothing_twice_and_leaves_nothing_out(
    tmp_path: Path, seed: int
) -> None:
    async def once() -> Went:
        chance, clock = Random(seed), VirtualClock()  # noqa: S311
        waits = tuple(f for f in FAULTS if f.status in (412, 429, 503))
        connector = FaultyConnector(chance, clock, 0.3, waits, messages=names_in)
        owing = [owed(n, f"a-p{n % 5 + 1}", ASKS, START + timedelta(minutes=n)) for n in range(40)]
        async with at_work(tmp_path, connector, *owing) as office:
            for _ in range(70):
                await asyncio.sleep(60)
                clock.jump(timedelta(seconds=chance.choice(JUMPS)))
            clock.jump(START + timedelta(days=70, hours=2) - clock.now())
            await asyncio.sleep(3600)
            return connector, await office.messages(PLAN)

    with plain_kinds():
        connector, messages = run(once())
    copies = Counter(connector.copies.values())
    assert set(copies) == {1}
    assert Counter(map(state, messages)) == {"sent": 40}


def _went(directory: Path, *owing: Message, fault: Fault | None = None) -> Went:
    """What became of it in two minutes, of which the first try met a fault."""

    async def once() -> Went:
        connector = a_connector(fault)
        async with at_work(directory, connector, *owing) as office:
            await asyncio.sleep(120)
            return connector, await office.messages(PLAN)

    with plain_kinds():
        return run(once())


def test_what_comes_too_late_is_not_sent_and_the_coordinator_hears(tmp_path: Path) -> None:
    late = altered(owed(1, PERSON, ASKS, START), deadline=START - timedelta(days=1))
    connector, messages = _went(tmp_path, late)
    assert [m.failed for m in messages] == [EXPIRED, None]
    assert [send.conversation for send in connector.sends] == [BOSS]
    card = messages[1]
    assert card.sent_at
    assert (card.sent_at - START).total_seconds() <= 60


def test_a_parcel_arrives_or_fails_as_one(tmp_path: Path) -> None:
    doubt = next(fault for fault in FAULTS if fault.name == "502")
    owing = [owed(n, PERSON, ASKS, START) for n in range(3)]
    connector, messages = _went(tmp_path, *owing, fault=doubt)
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
