"""Keys: looked up when one is unknown, kept when nobody answers, never waited for in vain."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import ClientSession

from bot import keys as module
from bot.jwks import NoKeysError, keys_of
from bot.keys import FRESH, OLDEST, RETRY, VAIN, Keys
from tests.bot.conftest import Listener
from tests.bot.connector import Connector
from tests.bot.guarded import a_guarded_chat
from tests.bot.issuer import Issuer, an_issuer, jwk_of, kid_of


@dataclass
class Kept:
    """`now` is moved by hand, and a little by each look at it."""

    keys: Keys
    issuer: Issuer
    now: float = 1_000.0

    async def knows(self, name: str) -> bool:
        return await self.keys.key(kid_of(name)) is not None

    def seconds(self) -> float:
        self.now += 1e-6
        return self.now

    async def settled(self) -> None:
        """What was begun in the background has been done."""
        if self.keys._looking:  # noqa: SLF001
            await asyncio.wait({self.keys._looking})  # noqa: SLF001


@pytest_asyncio.fixture
async def kept() -> AsyncIterator[Kept]:
    async with an_issuer() as issuer, ClientSession() as session:
        made = Kept(Keys(session, issuer.metadata), issuer)
        made.keys._seconds = made.seconds  # noqa: SLF001
        yield made
        await made.keys.close()


async def test_those_who_ask_together_share_one_look_up(kept: Kept) -> None:
    kept.issuer.slow = 0.02
    assert all(await asyncio.gather(*(kept.knows("first") for _ in range(50))))
    assert (kept.issuer.fetches, kept.issuer.metadata_fetches) == (1, 1)


async def test_who_stops_waiting_does_not_end_the_look_up_of_others(kept: Kept) -> None:
    kept.issuer.slow = 0.05
    hasty, patient = (asyncio.create_task(kept.knows("first")) for _ in range(2))
    await asyncio.sleep(0.01)
    hasty.cancel()
    assert await patient


async def test_a_key_that_was_put_out_just_now_is_found_at_once(kept: Kept) -> None:
    await kept.knows("first")
    for number in range(5):
        kept.issuer.roll(f"roll-{number}", keep=True)
        assert await kept.knows(f"roll-{number}")
    assert kept.issuer.fetches == 6


async def test_a_look_up_that_began_before_a_change_is_not_the_last_word(kept: Kept) -> None:
    await kept.knows("first")
    kept.issuer.slow, kept.now = 0.05, kept.now + FRESH + 1
    assert await kept.knows("first")  # Has them looked up anew, behind it.
    await asyncio.sleep(0.07)  # They have been read by now, and are on their way.
    kept.now += 1
    kept.issuer.roll("second")
    assert await kept.knows("second")


async def test_names_that_are_made_up_cost_one_look_up_in_five_minutes(kept: Kept) -> None:
    await kept.knows("first")
    before = kept.issuer.fetches
    for second in range(3_600):
        kept.now += 1
        assert not await kept.knows(f"made up {second}")
    await kept.settled()
    assert kept.issuer.fetches - before <= len(VAIN) + 3_600 / 300 + 1


async def test_during_such_a_storm_those_who_are_known_get_in(kept: Kept) -> None:
    await kept.knows("first")
    stormy = [kept.knows(f"made up {number}") for number in range(100)]
    assert not any(await asyncio.gather(*stormy))
    assert await kept.knows("first")
    assert kept.issuer.fetches == 2


async def test_a_change_shortly_after_a_made_up_name_is_seen_soon(kept: Kept) -> None:
    await kept.knows("first")
    assert not await kept.knows("made up")
    kept.issuer.roll("second")
    assert not await kept.knows("second")
    kept.now += VAIN[0]
    assert await kept.knows("second")


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 500},
        {"status": 302},
        {"body": b"not JSON"},
        {"body": b"[]"},
        {"body": b"{}"},
        {"body": b'{"keys": []}'},
        {"body": b"\xff" * 10},
        {"body": b'{"a":' * 100_000},
        {"body": b" " * 2_000_000},
        {"published": []},
        {"issuer": "https://evil.example"},
        {"jwks_uri": "https://evil.example/keys"},
        {"jwks_uri": "http://["},
        {"jwks_uri": "/keys"},
    ],
)
async def test_old_keys_are_used_for_a_day_when_there_are_no_new_ones(
    kept: Kept, fault: dict[str, Any]
) -> None:
    await kept.knows("first")
    for name, value in fault.items():
        setattr(kept.issuer, name, value)
    for _ in range(23):
        kept.now += 3_600
        assert await kept.knows("first")
        await kept.settled()
    kept.now += 3_601
    with pytest.raises(NoKeysError):
        await kept.knows("first")


async def test_without_ever_a_key_nobody_can_say(kept: Kept) -> None:
    kept.issuer.status = 503
    for _ in range(5):
        with pytest.raises(NoKeysError):
            await kept.knows("first")
    assert kept.issuer.metadata_fetches == 1
    kept.issuer.status, kept.now = 200, kept.now + RETRY
    assert await kept.knows("first")


async def test_keys_are_looked_up_anew_behind_who_uses_them(kept: Kept) -> None:
    await kept.knows("first")
    kept.issuer.slow, kept.now = 0.2, kept.now + FRESH + 1
    begun = time.monotonic()
    assert await kept.knows("first")
    assert time.monotonic() - begun < kept.issuer.slow
    await kept.settled()
    assert kept.issuer.fetches == 2


async def test_a_key_that_was_taken_back_opens_nothing_after_the_next_look_up(kept: Kept) -> None:
    await kept.knows("first")
    kept.issuer.roll("second")
    kept.now += FRESH + 1
    assert await kept.knows("first")
    await kept.settled()
    assert not await kept.knows("first")


async def test_a_look_up_ends_in_time(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    kept.issuer.slow = 5.0
    async with asyncio.timeout(2):
        with pytest.raises(NoKeysError):
            await kept.knows("first")
    await kept.keys.close()


async def test_old_keys_are_not_for_ever(kept: Kept) -> None:
    await kept.knows("first")
    kept.now += OLDEST + 1
    assert await kept.knows("first")
    assert kept.issuer.fetches == 2


@pytest.mark.parametrize(
    "odd",
    [
        jwk_of("small", 1024),
        jwk_of("first", kty="EC"),
        jwk_of("first", kty="oct", k="c2VjcmV0"),
        jwk_of("first", use="enc"),
        jwk_of("first", alg="RS512"),
        jwk_of("first", kid=None),
        jwk_of("first", kid=5),
        jwk_of("first", kid=""),
        jwk_of("first", kid="k" * 600),
        jwk_of("first", e="Aw"),
        jwk_of("first", e=None),
        jwk_of("first", n=None),
        jwk_of("first", n=5),
        jwk_of("first", n="*"),
        jwk_of("first", n="A" * 100_000),
        "first",
        None,
        [],
    ],
)
def test_an_odd_key_is_left_out(odd: object) -> None:
    found = keys_of(json.dumps({"keys": [odd, jwk_of("second")]}).encode())
    assert set(found) == {kid_of("second")}


def test_a_key_speaks_for_no_channel_that_is_not_named() -> None:
    for endorsed in (None, [], "msteams", [5], {"msteams": 1}):
        (key,) = keys_of(
            json.dumps({"keys": [jwk_of("first", endorsements=endorsed)]}).encode()
        ).values()
        assert not key.endorsements


async def test_when_there_are_no_keys_the_channel_is_told_to_come_again(
    listener: Listener, connector: Connector
) -> None:
    async with an_issuer() as issuer:
        issuer.status = 500
        async with a_guarded_chat(listener, connector, issuer) as chat:
            answer = await chat.say("hallo")
            assert (answer.status, answer.headers["Retry-After"]) == (503, "10")
            bad = await chat.deliver(chat.activity("message"), Authorization="Bearer a.b.c")
            assert bad.status == 401
    assert listener.heard == []


async def test_a_slow_issuer_keeps_nobody_else_waiting(
    listener: Listener, connector: Connector
) -> None:
    async with (
        an_issuer() as issuer,
        a_guarded_chat(listener, connector, issuer) as chat,
    ):
        assert (await chat.say("hallo")).status == 200
        issuer.slow = 0.5
        service = chat.connector.url + "/"
        made_up = issuer.header(service, headers={"kid": "made up"})
        waiting = asyncio.create_task(chat.deliver(chat.activity("message"), **made_up))
        await asyncio.sleep(0.02)
        for _ in range(5):
            assert (await chat.say("hallo")).status == 200
        assert not waiting.done()
        assert (await waiting).status == 401
