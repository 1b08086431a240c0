"""Tenants: all that are named agree and stand on the list, or nobody comes in."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestClient, TestServer
from multidict import CIMultiDict

from bot.app import CHANNEL, create_app
from bot.channel import Channel
from bot.entrance import TENANT as HEADER
from bot.entrance import Entrance
from tests.bot.chat import TENANT, Chat
from tests.bot.conftest import Listener, alone
from tests.bot.connector import Connector
from tests.bot.guarded import CREDENTIALS, a_guarded_chat, entrance, own_token
from tests.bot.issuer import an_issuer

OTHER = "9a8b7c6d-27c1-4a63-8f5c-bd8f3f1e5a10"
NEIGHBOUR = "11111111-27c1-4a63-8f5c-bd8f3f1e5a10"
# What can stand in each of three places; ... is absence.
ONE: tuple[Any, ...] = (..., "", None, TENANT, TENANT.upper(), OTHER)
COMBINATIONS = list(product(ONE, ONE, (*ONE[:2], *ONE[3:], TENANT + "\x00")))


def placed(chat: Chat, data: Any, conversation: Any) -> dict[str, Any]:
    body = chat.activity("message", text="hallo")
    body["channelData"] = {"tenant": {} if data is ... else {"id": data}}
    body["conversation"].pop("tenantId")
    if conversation is not ...:
        body["conversation"]["tenantId"] = conversation
    return body


def is_ours(*named: Any) -> bool:
    """Said in another way than the bot does it."""
    there = [one for one in named if one not in (..., "", None)]
    return len(there) > 0 and all(one.casefold() == TENANT for one in there)


async def test_all_that_are_named_agree_and_are_ours(
    listener: Listener, connector: Connector
) -> None:
    assert len(COMBINATIONS) >= 200
    async with (
        an_issuer() as issuer,
        a_guarded_chat(listener, connector, issuer) as chat,
    ):
        for data, conversation, header in COMBINATIONS:
            headers = {} if header is ... else {HEADER: header.replace("\x00", "x")}
            before = len(listener.heard)
            body = placed(chat, data, conversation)
            status = (await chat.deliver(body, **headers)).status
            await chat.client.app[CHANNEL].settled()
            named = (data, conversation, headers.get(HEADER, ...))
            # A tenant that stands in the header only is nobody's address.
            in_body = is_ours(*named) and any(one not in (..., "", None) for one in named[:2])
            expected = 200 if in_body else 400 if is_ours(*named) else 403
            assert (status, len(listener.heard) - before) == (expected, int(expected == 200)), (
                named
            )


@pytest.mark.parametrize("odd", [5, True, ["t"], {"id": TENANT}])
async def test_a_tenant_is_a_text(odd: object, listener: Listener, connector: Connector) -> None:
    async with (
        an_issuer() as issuer,
        a_guarded_chat(listener, connector, issuer) as chat,
    ):
        assert (await chat.deliver(placed(chat, odd, TENANT))).status == 400
        assert (await chat.deliver(placed(chat, TENANT, odd))).status == 400
    assert listener.heard == []


async def test_two_headers_that_differ_are_refused(
    listener: Listener, connector: Connector
) -> None:
    async with (
        an_issuer() as issuer,
        a_guarded_chat(listener, connector, issuer) as chat,
    ):
        body = placed(chat, TENANT, TENANT)
        headers = CIMultiDict(issuer.header(body["serviceUrl"]))
        headers.extend([(HEADER, TENANT), (HEADER, OTHER)])
        answer = await chat.client.post("/api/messages", json=body, headers=headers)
        assert answer.status == 403
    assert listener.heard == []


async def test_more_tenants_may_be_on_the_list(listener: Listener, connector: Connector) -> None:
    async with an_issuer() as issuer:
        wide = entrance(issuer, tenants=frozenset({TENANT, NEIGHBOUR}))

        def channel(session: ClientSession) -> Channel:
            said = (listener.hear, listener.fetch, alone())
            return Channel(CREDENTIALS, session, *said, entrance=wide, token=own_token())

        async with TestClient(TestServer(create_app(channel=channel))) as client:
            chat = Chat(client=client, connector=connector, issuer=issuer)
            for data, conversation, status in (
                (TENANT, TENANT, 200),
                (NEIGHBOUR, NEIGHBOUR, 200),
                (TENANT, NEIGHBOUR, 403),
                (OTHER, OTHER, 403),
            ):
                body = placed(chat, data, conversation)
                assert (await chat.deliver(body)).status == status


async def test_whoever_has_no_id_of_their_own_is_nobody(
    listener: Listener, connector: Connector
) -> None:
    """The id that Teams makes up for a person says nothing about who that is."""
    async with (
        an_issuer() as issuer,
        a_guarded_chat(listener, connector, issuer) as chat,
    ):
        for sender in ({"id": "29:1"}, {"id": "29:1", "aadObjectId": ""}, {"aadObjectId": None}):
            body = chat.activity("message", text="hallo") | {"from": sender}
            assert (await chat.deliver(body)).status == 400
    assert listener.heard == []


async def test_what_is_forbidden_is_answered_as_what_is_unknown(
    listener: Listener, connector: Connector
) -> None:
    """Another tenant that has plans here and one that nobody ever heard of."""
    async with (
        an_issuer() as issuer,
        a_guarded_chat(listener, connector, issuer) as chat,
    ):
        told = set()
        for tenant in (OTHER, NEIGHBOUR, "x" * 36):
            answer = await chat.deliver(placed(chat, tenant, tenant))
            plain = {k: v for k, v in answer.headers.items() if k != "Date"}
            told.add((answer.status, await answer.text(), str(sorted(plain.items()))))
        assert len(told) == 1
        refused = set()
        for token in (
            "a.b.c",
            issuer.token("https://evil.example/"),
            issuer.token("", key="evil"),
        ):
            body = placed(chat, TENANT, TENANT)
            answer = await chat.deliver(body, Authorization=f"Bearer {token}")
            plain = {k: v for k, v in answer.headers.items() if k != "Date"}
            refused.add((answer.status, await answer.text(), str(sorted(plain.items()))))
        assert len(refused) == 1


def test_without_a_list_the_apps_own_tenant_is_it() -> None:
    assert Entrance.of(CREDENTIALS).tenants == {TENANT}
    assert Entrance.of(None).hosts.loopback
