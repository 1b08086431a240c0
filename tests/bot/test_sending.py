"""Messages to people who said nothing just now, and the token they need."""

import asyncio
import time
from collections.abc import Mapping
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.channel import Channel
from bot.connector import Connector as Client
from bot.connector import SendError
from bot.credentials import AppToken, TokenError
from bot.heard import Outgoing
from tests.bot.conftest import Listener, alone
from tests.bot.connector import Connector


def address(url: str, **other: str) -> dict[str, str]:
    return {
        "service_url": url,
        "conversation": "a:1",
        "bot": "28:b",
        "user": "29:u",
        "tenant": "t",
        "channel": "msteams",
    } | other


@pytest.fixture
def send(listener: Listener) -> Any:
    async def sent(where: Mapping[str, str], outgoing: Outgoing) -> str | None:
        async with ClientSession() as session:
            return await Channel(None, session, listener.hear, listener.fetch, alone()).send(
                where, outgoing
            )

    return sent


async def test_a_message_of_our_own_is_no_reply(connector: Connector, send: Any) -> None:
    assert await send(address(connector.url), Outgoing(text="herinnering")) == "m1"
    (sent,) = connector.sent
    assert (sent.conversation, sent.about, sent.text) == ("a:1", "", "herinnering")
    assert sent.activity["from"] == {"id": "28:b"}
    assert sent.activity["recipient"] == {"id": "29:u"}
    assert sent.activity["conversation"] == {"id": "a:1"}
    assert sent.token == ""


async def test_who_has_no_conversation_yet_gets_one(connector: Connector, send: Any) -> None:
    await send(address(connector.url, conversation=""), Outgoing(text="hallo"))
    assert connector.created[0]["members"] == [{"id": "29:u"}]
    assert connector.created[0]["tenantId"] == "t"
    assert connector.sent[0].conversation == "a:new-1"


async def test_a_message_can_be_replaced(connector: Connector, listener: Listener) -> None:
    async with ClientSession() as session:
        channel = Channel(None, session, listener.hear, listener.fetch, alone())
        await channel.update(address(connector.url), "m7", Outgoing(card={"type": "AdaptiveCard"}))
    assert connector.updated[0].about == "m7"
    assert connector.updated[0].card == {"type": "AdaptiveCard"}


async def test_a_refusal_says_why_and_is_not_tried_again(connector: Connector, send: Any) -> None:
    connector.refusals = [(403, "BotDisabledByAdmin")]
    with pytest.raises(SendError) as refused:
        await send(address(connector.url), Outgoing(text="x"))
    error = refused.value
    assert (error.status, error.code, error.retry_after) == (403, "BotDisabledByAdmin", "7")
    assert connector.sent == []


async def test_an_address_where_nobody_listens_is_unreachable(send: Any) -> None:
    for nowhere in ("http://127.0.0.1:9", "ftp://x", "", "http://[", "http://a b"):
        with pytest.raises(SendError) as refused:
            await send(address(nowhere), Outgoing(text="x"))
        assert refused.value.status is None


async def test_a_token_goes_over_a_safe_line_only(connector: Connector) -> None:
    token = AppToken(lambda: {"access_token": "secret", "expires_in": 3600})
    async with ClientSession() as session:
        with pytest.raises(SendError):
            await Client(session, token).post(connector.url, "a:1", {"type": "message"})
        with pytest.raises(SendError):
            await Client(session, token).upload(connector.upload_url(), b"inhoud")
    assert connector.sent == []
    assert connector.uploads == []


async def test_a_token_is_fetched_once_and_again_before_it_ends() -> None:
    fetched, now = [], [0.0]

    def acquire() -> dict[str, Any]:
        fetched.append(now[0])
        time.sleep(0.02)
        return {"access_token": f"token{len(fetched)}", "expires_in": 3600}

    token = AppToken(acquire, seconds=lambda: now[0])
    assert set(await asyncio.gather(*(token() for _ in range(5)))) == {"token1"}
    now[0] = 3600 - 301.0
    assert await token() == "token1"
    now[0] = 3600 - 300.0
    assert await token() == "token2"
    assert len(fetched) == 2


async def test_a_token_that_is_refused_says_why_without_its_secret() -> None:
    token = AppToken(lambda: {"error": "invalid_client", "error_description": "canary"})
    with pytest.raises(TokenError, match=r"^invalid_client$"):
        await token()
