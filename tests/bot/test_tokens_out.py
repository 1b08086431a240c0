"""The token that is shown outwards: one per lifetime, renewed once when refused, then a halt."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Mapping
from random import Random
from typing import Any

import pytest
import requests

from bot import credentials
from bot.connector import Connector, SendError
from bot.credentials import PROBE, AppToken, Credentials, TokenError
from bot.credentials import Issuer as Real
from bot.hosts import LOOPBACK
from bot.policy import Try, after, outcome
from plan.records import Message
from tests.faults.connector import FaultyConnector, faulty
from tests.faults.kinds import LASTING
from tests.faults.virtual import START, VirtualClock, run

CHANCE = Random(1)  # noqa: S311 - no secret
REFUSED = next(fault for fault in LASTING if fault.status == 401)


class Issuer:
    """Gives token1, token2, …; `forgotten` counts how often it had to."""

    def __init__(self) -> None:
        self.given = self.forgotten = 0

    def __call__(self) -> Mapping[str, Any]:
        self.given += 1
        return {"access_token": f"token{self.given}", "expires_in": 3600}

    def forget(self) -> None:
        self.forgotten += 1


async def _posted(refusals: int, sends: int) -> tuple[Issuer, AppToken, FaultyConnector, int]:
    """How many of so many sends arrived, of which the first ones are answered 401."""
    issuer, seconds = Issuer(), asyncio.get_running_loop().time
    token = AppToken(issuer, seconds, issuer.forget)
    connector = FaultyConnector(CHANCE, VirtualClock(), plan=[REFUSED] * refusals)
    arrived = refused = 0
    async with faulty(connector) as session:
        to = Connector(session, token, LOOPBACK)
        for n in range(sends):
            try:
                await to.post(connector.url, "a", {"text": f"{n}"})
                arrived += 1
            except SendError as error:
                refused += outcome(error) == "halted"
    assert arrived + refused == sends
    return issuer, token, connector, arrived


def test_one_token_serves_everything() -> None:
    issuer, token, connector, arrived = run(_posted(0, 50))
    assert (issuer.given, arrived, token.trouble) == (1, 50, "")
    assert len(connector.sends) == 50


def test_a_refused_token_is_renewed_once_and_the_message_goes() -> None:
    issuer, token, _, arrived = run(_posted(1, 5))
    assert (issuer.given, issuer.forgotten, arrived, token.trouble) == (2, 1, 5, "")


def test_one_that_is_refused_again_stops_all_sending() -> None:
    issuer, token, connector, arrived = run(_posted(2, 5))
    assert (issuer.given, arrived) == (2, 0)
    assert len(connector.sends) == 2
    assert token.halted == "refused"


def test_after_a_while_it_is_tried_again() -> None:
    async def twice() -> tuple[list[str], int]:
        issuer, now = Issuer(), [0.0]
        token = AppToken(issuer, lambda: now[0], issuer.forget)
        first = await token()
        second = await token.instead(first)
        with pytest.raises(TokenError):
            await token.instead(second)
        with pytest.raises(TokenError):
            await token()
        now[0] += PROBE
        third = await token()
        token.accepted()
        return [first, second, third, token.halted], issuer.given

    assert run(twice()) == (["token1", "token2", "token3", ""], 3)


def test_an_issuer_that_cannot_be_reached_is_not_asked_by_every_message() -> None:
    asked: list[int] = []

    def broken() -> Mapping[str, Any]:
        asked.append(1)
        raise ConnectionError

    async def many() -> None:
        token = AppToken(broken, asyncio.get_running_loop().time)
        for _ in range(20):
            with pytest.raises(TokenError, match="ConnectionError"):
                await token()
        assert token.halted == "ConnectionError"

    run(many())
    assert len(asked) == 1


def test_a_message_without_a_token_stays_owed_and_is_not_counted() -> None:
    message = Message(
        key="a", to="p", kind="reminder", due=START, made_at=START, tries=1, sending=True
    )
    left = after(message, SendError(None, "NoToken"), Try(now=START))
    assert (left.sending, left.tries, left.failed) == (False, 0, None)
    assert left.again_at


async def test_an_issuer_that_never_answers_holds_nobody_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Neither those who wait, nor the thread that asks."""
    monkeypatch.setattr(credentials, "PATIENCE", 0.2)

    silent = socket.create_server(("127.0.0.1", 0))
    port = silent.getsockname()[1]
    monkeypatch.setenv("IDENTITY_ENDPOINT", f"http://127.0.0.1:{port}/token")
    monkeypatch.setenv("IDENTITY_HEADER", "x")
    issuer = Real(Credentials(app_id="a", password="", tenant="t", kind="UserAssignedMSI"))
    began = asyncio.get_running_loop().time()

    def slow() -> Mapping[str, Any]:
        time.sleep(3)
        return {}

    with pytest.raises(requests.Timeout):
        await asyncio.to_thread(issuer)
    token = AppToken(slow, forget=issuer.forget)
    with pytest.raises(TokenError):
        await token()
    assert asyncio.get_running_loop().time() - began < 3
    assert token.halted == "TimeoutError"
    silent.close()
