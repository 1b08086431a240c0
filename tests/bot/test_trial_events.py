"""What open pages are told, and the clock they share."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestClient, TestServer

from bot import trial_events
from tests.bot.trial_client import Trial, a_trial, events
from tests.trial_stub import START, StubBot, trial_app


@pytest_asyncio.fixture
async def trial() -> AsyncIterator[Trial]:
    async with a_trial() as made:
        yield made


async def test_an_open_page_gets_everything_and_then_every_change(trial: Trial) -> None:
    async with trial.client.get("/trial/events") as response:
        stream = events(response)
        name, first = await anext(stream)
        assert name == "all"
        assert [person["id"] for person in first["people"]][:2] == ["p-an", "p-bo"]
        assert first["now"] == START.isoformat()
        await trial.act("p-an", "say", text="traag")
        names = [(await anext(stream))[0] for _ in range(5)]
    assert names == ["message", "typing", "message", "turn", "message"]


async def test_a_page_that_comes_back_gets_everything_anew(trial: Trial) -> None:
    before = await trial.everything()
    await trial.act("p-an", "say", text="hallo")
    after = await trial.everything()
    assert after["run"] == before["run"]
    assert len(after["messages"]["p-an"]) == 2


async def test_an_open_page_hears_of_somebody_new_after_the_turn(trial: Trial) -> None:
    async with trial.client.get("/trial/events") as response:
        stream = events(response)
        await anext(stream)
        await trial.act("p-an", "say", text="erbij")
        told = dict([await anext(stream) for _ in range(4)])
    assert [person["id"] for person in told["turn"]["people"]][-2:] == ["p-dee", "p-fay"]


async def test_a_silent_stream_gives_a_sign_of_life(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial_events, "BEAT", 0.01)
    async with trial.client.get("/trial/events") as response:
        stream = events(response)
        await anext(stream)
        name, beat = await anext(stream)
    assert (name, beat["now"]) == ("beat", START.isoformat())


async def test_a_page_that_is_too_slow_gets_everything_instead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(trial_events, "BACKLOG", 2)
    stream = trial_events.Stream()
    page = stream.join()
    for number in range(2):
        stream.publish("message", {"number": number})
    assert page.get_nowait() == trial_events.EVERYTHING
    assert page.empty()


async def test_open_pages_do_not_keep_the_server_from_stopping() -> None:
    async with TestClient(TestServer(trial_app(StubBot()))) as client:
        response = await client.get("/trial/events")
        await anext(events(response))
        async with asyncio.timeout(5):
            await client.server.close()
        assert (await response.content.read()).strip() == b""


@pytest.mark.parametrize(
    ("by", "to"),
    [
        ("hour", START + timedelta(hours=1)),
        ("day", START + timedelta(days=1)),
        ("next", START + timedelta(days=4, hours=1)),
    ],
)
async def test_the_clock_moves_forward(trial: Trial, by: str, to: datetime) -> None:
    async with trial.client.get("/trial/events") as response:
        stream = events(response)
        await anext(stream)
        moved = await (await trial.client.post("/trial/clock", json={"by": by})).json()
        name, told = await anext(stream)
    assert trial.bot.moved == [to]
    assert moved["now"] == to.isoformat()
    assert name == "turn"
    assert {"now": told["now"], "next": told["next"]} == moved


async def test_a_day_later_is_the_same_time_in_the_town(trial: Trial) -> None:
    trial.bot.moment = datetime(2026, 10, 24, 7, 0, tzinfo=UTC)  # 09.00, summer time's last day
    await trial.client.post("/trial/clock", json={"by": "day"})
    assert trial.bot.moved == [datetime(2026, 10, 25, 8, 0, tzinfo=UTC)]


async def test_without_anything_to_come_there_is_no_next(trial: Trial) -> None:
    trial.bot.coming = None
    assert (await trial.client.post("/trial/clock", json={"by": "next"})).status == 409
    assert trial.bot.moved == []
