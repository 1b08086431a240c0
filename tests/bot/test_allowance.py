"""How much one person may say: thirty a minute, told once, and nobody else notices."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator

import pytest_asyncio

from bot import allowance
from bot.allowance import AT_ONCE, PER_MINUTE, Allowance
from tests.bot.chat import Chat
from tests.bot.conftest import Listener
from tests.bot.connector import Connector
from tests.bot.guarded import a_guarded_chat
from tests.bot.issuer import an_issuer


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_some_at_once_and_then_thirty_a_minute() -> None:
    clock = Clock()
    limit = Allowance(seconds=clock)
    assert [limit.of("a") for _ in range(AT_ONCE + 3)].count("hear") == AT_ONCE
    heard = 0
    for _ in range(600):  # Ten a second, for a minute.
        clock.now += 0.1
        heard += limit.of("a") == "hear"
    assert abs(heard - PER_MINUTE) <= 1
    clock.now += 3_600
    assert [limit.of("a") for _ in range(AT_ONCE + 3)].count("hear") == AT_ONCE


def test_who_says_too_much_is_told_once_in_a_while() -> None:
    clock = Clock()
    limit = Allowance(seconds=clock)
    said = [limit.of("a") for _ in range(1_000)]
    assert said.count("tell") == 1
    clock.now += 2.0
    assert [limit.of("a") for _ in range(3)] == ["hear", "ignore", "ignore"]
    clock.now += 600
    assert [limit.of("a") for _ in range(100)].count("tell") == 1


def test_somebody_else_is_heard_all_the_same() -> None:
    limit = Allowance(seconds=Clock())
    for _ in range(1_000):
        limit.of("a")
    assert limit.of("b") == "hear"


def test_only_so_many_people_are_remembered() -> None:
    limit = Allowance(seconds=Clock())
    for number in range(allowance.REMEMBERED + 500):
        limit.of(str(number))
    assert len(limit._people) == allowance.REMEMBERED  # noqa: SLF001


@pytest_asyncio.fixture
async def paced(listener: Listener, connector: Connector) -> AsyncIterator[Chat]:
    async with (
        an_issuer() as issuer,
        a_guarded_chat(listener, connector, issuer, allowance=Allowance(per_minute=0.001)) as chat,
    ):
        yield chat


async def test_a_friendly_sentence_comes_once(
    paced: Chat, listener: Listener, connector: Connector
) -> None:
    for _ in range(AT_ONCE + 10):
        assert (await paced.say("hallo")).status == 200
    assert len(listener.heard) == AT_ONCE
    assert connector.words() == [allowance.TOO_FAST.nl]


async def test_a_press_is_answered_each_time_and_its_card_stays(
    paced: Chat, listener: Listener, connector: Connector
) -> None:
    for _ in range(AT_ONCE):
        await paced.say("hallo")
    for _ in range(3):
        answer = await paced.execute({"v": 1, "c": "k.0", "A1": "getypt"})
        assert answer["type"] == "application/vnd.microsoft.activity.message"
        assert answer["value"] == allowance.TOO_FAST.nl
    assert len(listener.heard) == AT_ONCE
    assert connector.sent == []


async def test_who_leaves_is_heard_whatever_they_said_before(
    paced: Chat, listener: Listener
) -> None:
    for _ in range(AT_ONCE + 5):
        await paced.say("hallo")
    await paced.uninstall()
    assert listener.heard[-1].kind == "left"


async def test_what_becomes_of_a_channel_is_heard_however_much_happens(
    paced: Chat, listener: Listener
) -> None:
    team, nobody = {"id": "19:team", "name": "Team"}, {"id": "29:nobody"}
    for number in range(AT_ONCE + 5):
        channel = {"id": f"19:{number}@thread.tacv2", "name": "Kanaal"}
        sender = {"from": nobody}
        await paced.in_channel().happens("channelDeleted", team=team, channel=channel, **sender)
    assert [heard.kind for heard in listener.heard] == ["gone"] * (AT_ONCE + 5)


async def test_a_flood_of_one_does_not_slow_another(
    paced: Chat, listener: Listener, connector: Connector
) -> None:
    other = paced.of("11111111-58c9-4f0b-9b7c-2f1a6f0c1d01", "Piet")
    took: list[float] = []
    body = paced.activity("message", text="x")
    for number in range(600):
        assert (await paced.deliver(body)).status == 200
        if number % 60 == 0:
            at = time.monotonic()
            assert (await other.say("hallo")).status == 200
            took.append(time.monotonic() - at)
    assert len([heard for heard in listener.heard if heard.object_id == other.person]) == 10
    assert len(connector.sent) == 1
