"""The clock that goes forward, and the routes that move it."""

from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestClient, TestServer

from bot.app import create_app
from bot.channel import Channel
from bot.clock import MovedClock, SystemClock
from bot.clock_routes import ClockRoutes
from tests.bot.conftest import Listener, alone

START = datetime(2027, 1, 4, 8, tzinfo=UTC)
DAY = timedelta(days=1)


class Diary:
    """Two things that will happen, and when they did."""

    def __init__(self) -> None:
        self.coming = [START + DAY, START + 2 * DAY]
        self.done: list[datetime] = []

    async def run(self, now: datetime) -> None:
        self.done += [now for moment in self.coming if moment <= now]
        self.coming = [moment for moment in self.coming if moment > now]

    async def next(self) -> datetime | None:
        return min(self.coming, default=None)


def test_the_machines_clock_is_aware() -> None:
    assert SystemClock().now().tzinfo is UTC


def test_a_moved_clock_ticks_on_from_where_it_was_put() -> None:
    seconds = [100.0]
    clock = MovedClock(START, lambda: seconds[0])
    seconds[0] += 5
    assert clock.now() == START + timedelta(seconds=5)
    clock.advance_to(START + DAY)
    seconds[0] += 2
    assert clock.now() == START + DAY + timedelta(seconds=2)


def test_a_moved_clock_never_goes_back() -> None:
    clock = MovedClock(START, lambda: 0.0)
    for moment in (START - timedelta(seconds=1), datetime(2030, 1, 1)):  # noqa: DTZ001
        with pytest.raises(ValueError, match="the moment"):
            clock.advance_to(moment)
    assert clock.now() == START


async def test_what_falls_due_on_the_way_happens_at_its_own_time() -> None:
    diary = Diary()
    await ClockRoutes(MovedClock(START, lambda: 0.0), diary).advance(START + 3 * DAY)
    assert diary.done == [START + DAY, START + 2 * DAY]


async def test_what_cannot_be_done_does_not_keep_the_clock_from_moving() -> None:
    class Stuck(Diary):
        async def run(self, now: datetime) -> None:
            self.done.append(now)

    clock = MovedClock(START, lambda: 0.0)
    await ClockRoutes(clock, Stuck()).advance(START + 3 * DAY)
    assert clock.now() == START + 3 * DAY


async def test_the_clock_is_read_and_moved_over_http(listener: Listener) -> None:
    diary = Diary()
    clock = ClockRoutes(MovedClock(START, lambda: 0.0), diary)

    def channel(session: ClientSession) -> Channel:
        return Channel(None, session, listener.hear, listener.fetch, alone())

    app = create_app(channel=channel, clock=clock)
    async with TestClient(TestServer(app)) as client:
        shown = await (await client.get("/clock")).json()
        assert shown == {"now": START.isoformat(), "next": (START + DAY).isoformat()}
        for wrong in ("x", "[]", "{}", '{"now": 5}', '{"now": "soon"}', '{"now": "2028-01-01"}'):
            assert (await client.post("/clock", data=wrong)).status == 400
        past = {"now": (START - DAY).isoformat()}
        assert (await client.post("/clock", json=past)).status == 400
        assert diary.done == []
        moved = await client.post("/clock", json={"now": "2027-01-07T09:00:00+01:00"})
        assert await moved.json() == {"now": "2027-01-07T08:00:00+00:00", "next": None}
        assert len(diary.done) == 2


async def test_only_a_bot_with_a_clock_to_move_shows_one(listener: Listener) -> None:
    def channel(session: ClientSession) -> Channel:
        return Channel(None, session, listener.hear, listener.fetch, alone())

    async with TestClient(TestServer(create_app(channel=channel))) as client:
        assert (await client.get("/clock")).status == 404
        assert (await client.get("/healthz")).status == 200
        assert (await client.head("/api/messages")).status == 200
        assert (await client.options("/api/messages")).status == 200
        assert (await client.get("/api/messages")).status == 405
