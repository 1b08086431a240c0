"""Never more than Teams takes, and no slower than that."""

from __future__ import annotations

import asyncio
from random import Random

import pytest
from aiohttp import ClientSession

from bot.connector import Connector, SendError
from bot.pacing import RATE, Pacing, unpaced
from bot.sender import Sender
from tests.faults.connector import TENANT_LIMIT, FaultyConnector, faulty
from tests.faults.kinds import FAULTS, Fault
from tests.faults.virtual import VirtualClock, run

CHANCE = Random(1)  # noqa: S311 - no secret


def kind(name: str) -> Fault:
    return next(fault for fault in FAULTS if fault.name == name)


async def _sent(pacing: Pacing, places: int, each: int) -> tuple[FaultyConnector, float]:
    """So many messages to each of so many conversations, all at once; the seconds it took."""
    connector = FaultyConnector(CHANCE, VirtualClock())
    sender = Sender(pacing)
    async with faulty(connector) as session:
        before = asyncio.get_running_loop().time()
        sends = (_send(sender, session, connector, f"a{n % places}") for n in range(places * each))
        await asyncio.gather(*sends)
        return connector, asyncio.get_running_loop().time() - before


async def _send(
    sender: Sender, session: ClientSession, connector: FaultyConnector, place: str
) -> None:
    line, activity = Connector(session), {"type": "message", "text": "x"}
    await sender.once(place, lambda: line.post(connector.url, place, activity))


@pytest.mark.parametrize(("places", "each"), [(1, 200), (3, 60), (300, 2)])
def test_the_limits_of_teams_are_never_passed(places: int, each: int) -> None:
    connector, _ = run(_sent(Pacing(), places, each))
    assert connector.exceeded() == []
    assert len(connector.arrived) == places * each


@pytest.mark.parametrize(("places", "each"), [(1, 200), (300, 2)])
def test_without_pacing_they_are(places: int, each: int) -> None:
    connector, _ = run(_sent(unpaced(), places, each))
    assert connector.exceeded() != []


def test_no_more_is_remembered_than_a_limit_looks_back() -> None:
    without = unpaced()
    run(_sent(without, 2, 50))
    assert [len(place.sent) for place in without._places.values()] == [1, 1]  # noqa: SLF001


def test_many_conversations_together_are_nearly_as_fast_as_teams_allows() -> None:
    _, took = run(_sent(Pacing(), 500, 1))
    assert took < 1.1 * 500 / TENANT_LIMIT[0]
    assert TENANT_LIMIT[0] > RATE


async def test_an_hour_of_one_conversation_is_counted() -> None:
    now, times = 0.0, list[float]()

    async def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds

    pacing = Pacing(lambda: now, sleep, rate=1e9)
    for _ in range(1801):
        async with pacing.turn("a"):
            times.append(now)
    assert len(times) == 1801
    assert times[1700] - times[0] >= 3600


def test_who_is_asked_to_wait_waits_in_that_conversation_alone() -> None:
    async def waits() -> tuple[float, float]:
        pacing, loop = Pacing(), asyncio.get_running_loop()
        before = loop.time()
        pacing.hold("a", 30)
        async with pacing.turn("b"):
            other = loop.time() - before
        async with pacing.turn("a"):
            return other, loop.time() - before

    other, own = run(waits())
    assert other < 1
    assert 30 <= own < 31


def test_who_has_no_patience_hears_at_once_that_it_is_busy() -> None:
    async def asks() -> float:
        pacing, loop = Pacing(), asyncio.get_running_loop()
        pacing.hold("a", 30)
        before = loop.time()
        with pytest.raises(SendError, match="Busy"):
            async with pacing.turn("a", patience=9):
                pass
        return loop.time() - before

    assert run(asks()) < 1


@pytest.mark.parametrize(
    ("faults", "arrives"),
    [
        (["412"], True),
        (["429"], True),
        (["503", "429", "refused"], True),
        (["502"], False),
        (["silence"], True),  # It arrived, and nobody can know.
        (["429"] * 9, False),
    ],
)
def test_a_reply_is_tried_again_for_as_long_as_somebody_waits(
    faults: list[str], arrives: bool
) -> None:
    async def replies() -> tuple[FaultyConnector, bool, float]:
        connector = FaultyConnector(CHANCE, VirtualClock(), plan=[kind(f) for f in faults])
        loop, known = asyncio.get_running_loop(), True
        async with faulty(connector) as session:
            line, before = Connector(session), loop.time()
            turn = Sender(clock=connector.clock).turn()
            try:
                await turn.send("a", lambda: line.post(connector.url, "a", {"text": "x"}))
            except SendError:
                known = False
            return connector, known, loop.time() - before

    connector, known, took = run(replies())
    assert connector.copies["x"] == arrives
    assert known == (arrives and faults != ["silence"])
    assert took < 15
    assert connector.early == []
