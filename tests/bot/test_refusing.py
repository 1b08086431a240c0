"""What does not get in: nothing is run, and never a 500."""

import json
import random
from typing import Any

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestClient, TestServer

from bot.app import create_app
from bot.channel import Channel
from bot.credentials import Credentials
from bot.received import LARGEST
from tests.bot.chat import Chat
from tests.bot.conftest import Listener, alone
from tests.bot.connector import Connector

CREDENTIALS = Credentials(app_id="app", password="canary-secret", tenant="t")  # noqa: S106


async def raw(chat: Chat, body: bytes, kind: str = "application/json") -> int:
    response = await chat.client.post("/api/messages", data=body, headers={"Content-Type": kind})
    return response.status


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b'"x"',
        b"5",
        b"{",
        b"\xff\xfe",
        b"{}",
        b'{"type": NaN}',
        b'{"n": ' + b"9" * 5000 + b"}",
        b'{"type": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    ],
)
async def test_what_is_no_activity_is_refused(chat: Chat, listener: Listener, body: bytes) -> None:
    assert await raw(chat, body) == 400
    assert listener.heard == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": 5},
        {"type": None},
        {"serviceUrl": ""},
        {"serviceUrl": None},
        {"channelId": []},
        {"conversation": "x"},
        {"conversation": {}},
        {"conversation": {"id": "c", "conversationType": "secret"}},
        {"from": None},
        {"from": {"id": {"a": 1}}},
        {"recipient": "bot"},
        {"channelData": "x"},
        {"channelData": {"tenant": {"id": "another"}}},
        {"text": 5},
        {"entities": {"a": 1}},
        {"attachments": ["x"]},
        {"locale": "nl\n"},
        {"id": "x" * 600},
        {"deliveryMode": {"a": 1}},
        {"value": {"v": 1, "c": "x" * 600}},
        {"value": {"v": 1, "c": "k.0"} | {f"i{n}": "x" for n in range(200)}},
    ],
)
async def test_a_field_of_the_wrong_kind_is_refused(
    chat: Chat, listener: Listener, wrong: dict[str, Any]
) -> None:
    response = await chat.deliver(chat.activity("message", text="hallo") | wrong)
    assert response.status == 400
    assert listener.heard == []


async def test_an_action_without_data_is_refused(chat: Chat, listener: Listener) -> None:
    value: Any
    for value in (None, {}, {"action": 5}, {"action": {"data": "x"}}):
        body = chat.activity("invoke", name="adaptiveCard/action", value=value)
        assert (await chat.deliver(body)).status == 400
    for value in ({}, {"action": "accept"}, {"action": "accept", "context": {"f": "x"}}):
        body = chat.activity("invoke", name="fileConsent/invoke", value=value)
        assert (await chat.deliver(body)).status == 400
    assert listener.heard == []


async def test_too_much_is_refused_whether_it_says_so_or_not(chat: Chat) -> None:
    async def parts() -> Any:
        for _ in range(5):
            yield b" " * (LARGEST // 4)

    assert await raw(chat, b" " * (LARGEST + 1)) == 413
    headers = {"Content-Type": "application/json"}
    streamed = await chat.client.post("/api/messages", data=parts(), headers=headers)
    assert streamed.status == 413


async def test_a_page_of_another_site_cannot_post_a_form(chat: Chat) -> None:
    body = json.dumps(chat.activity("message", text="hallo")).encode()
    assert await raw(chat, body, "text/plain") == 400
    assert await raw(chat, body) == 200


async def test_mutated_activities_never_break_the_bot(chat: Chat) -> None:
    seed = 20261123
    chance = random.Random(seed)  # noqa: S311
    junk: list[Any] = [
        None,
        0,
        -1,
        1.5,
        True,
        "",
        "x",
        "\ud800",
        [],
        [1],
        {},
        {"a": {"b": []}},
        "9" * 3000,
    ]
    for _ in range(300):
        body = chance.choice(
            [
                chat.activity("message", text="hallo", attachments=[{"contentType": "x"}]),
                chat.activity("message", value={"v": 1, "c": "k.0", "A1": "x"}, replyToId="m1"),
                chat.activity(
                    "invoke",
                    name="adaptiveCard/action",
                    value={"action": {"type": "Action.Execute", "data": {"v": 1, "c": "k.0"}}},
                ),
            ]
        )
        spoil(body, chance, junk)
        response = await chat.deliver(body)
        assert response.status in {200, 400, 401}, (seed, body)


def spoil(body: dict[str, Any], chance: random.Random, junk: list[Any]) -> None:
    place: Any = body
    while True:
        key = chance.choice(list(place))
        inner = place[key]
        if isinstance(inner, dict) and inner and chance.random() < 0.6:
            place = inner
            continue
        place[key] = chance.choice(junk)
        return


async def statuses(listener: Listener, connector: Connector, headers: list[str]) -> list[int]:
    def channel(session: ClientSession) -> Channel:
        return Channel(CREDENTIALS, session, listener.hear, listener.fetch, alone())

    async with TestClient(TestServer(create_app(channel=channel))) as client:
        chat = Chat(client=client, connector=connector)
        body = chat.activity("message", text="hallo")
        got = [(await chat.deliver(body, Authorization=h)).status for h in headers]
        bare = await client.post("/api/messages", json=body)
        return [*got, bare.status]


async def test_without_a_good_token_nobody_gets_in(
    listener: Listener, connector: Connector
) -> None:
    none = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJ4In0."
    headers = [
        "",
        "Basic eDp5",
        "Bearer",
        "Bearer a b",
        "Bearer x",
        "Bearer a.b.c",
        f"Bearer {none}",
    ]
    got = await statuses(listener, connector, headers)
    assert got == [401] * (len(headers) + 1)
    assert listener.heard == []


async def test_without_a_token_the_body_is_not_even_read(
    listener: Listener, connector: Connector
) -> None:
    def channel(session: ClientSession) -> Channel:
        return Channel(CREDENTIALS, session, listener.hear, listener.fetch, alone())

    async with TestClient(TestServer(create_app(channel=channel))) as client:
        response = await client.post("/api/messages", data=b"no json")
        assert response.status == 401
