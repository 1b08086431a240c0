"""The faulty connector does what it says, and sees what it must see."""

from __future__ import annotations

import asyncio
from random import Random

import pytest
from aiohttp import ClientConnectorError, ClientError, ClientTimeout

from tests.faults.connector import FaultyConnector, faulty
from tests.faults.kinds import FAULTS, LASTING, Fault
from tests.faults.virtual import VirtualClock, run

CHANCE = Random(1)  # noqa: S311 - no secret


@pytest.mark.parametrize("fault", [*FAULTS, *LASTING], ids=lambda fault: fault.name)
def test_each_kind_of_fault_is_what_it_says(fault: Fault) -> None:
    async def once() -> tuple[object, FaultyConnector]:
        connector = FaultyConnector(CHANCE, VirtualClock(), plan=[fault])
        async with faulty(connector) as session:
            url = f"{connector.url}/v3/conversations/a/activities"
            try:
                async with session.post(
                    url, json={"text": "x"}, timeout=ClientTimeout(total=10)
                ) as answer:
                    return (answer.status, "Retry-After" in answer.headers), connector
            except (ClientError, TimeoutError) as error:
                return error, connector

    found, connector = run(once())
    assert connector.met[fault.name] == 1
    assert connector.copies["x"] == fault.delivers
    if fault.how == "answer":
        assert found == (fault.status, bool(fault.after))
    elif fault.how in ("slow", "garbage"):
        assert isinstance(found, tuple)
        assert found[0] in (200, 201)
    else:
        assert isinstance(found, ClientError | TimeoutError)
        assert isinstance(found, ClientConnectorError) == (fault.how == "refused")


def test_who_comes_too_early_or_too_often_is_seen() -> None:
    async def once() -> FaultyConnector:
        connector = FaultyConnector(CHANCE, VirtualClock(), plan=[FAULTS[1]])
        async with faulty(connector) as session:
            for _ in range(9):
                url = f"{connector.url}/v3/conversations/a/activities"
                async with session.post(url, json={"text": "x"}):
                    await asyncio.sleep(0.1)
        return connector

    connector = run(once())
    assert len(connector.early) == 8
    assert connector.exceeded() == ["a: 8 in 1.0 s", "a: 9 in 2.0 s"]


def test_waiting_takes_no_time() -> None:
    async def waits() -> float:
        before = asyncio.get_running_loop().time()
        await asyncio.gather(*(asyncio.sleep(3600.0 * n) for n in range(5)))
        return asyncio.get_running_loop().time() - before

    assert 4 * 3600 <= run(waits()) < 4 * 3600 + 60
