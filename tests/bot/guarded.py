"""The bot as it stands on the internet: with an app, its issuer, and whoever knocks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import ClientSession
from aiohttp.test_utils import TestClient, TestServer

from bot.allowance import Allowance
from bot.app import create_app
from bot.channel import Channel
from bot.credentials import AppToken, Credentials
from bot.entrance import Entrance
from bot.hosts import TEAMS, Hosts
from tests.bot.chat import TENANT, Chat
from tests.bot.conftest import Listener, alone
from tests.bot.connector import Connector
from tests.bot.issuer import APP, Issuer

CREDENTIALS = Credentials(app_id=APP, password="canary-secret", tenant=TENANT)  # noqa: S106
# Teams' own host, and the stand-in for it.
HOSTS = Hosts(service=TEAMS.service, loopback=True)


def own_token() -> AppToken:
    """One that nobody need be asked for."""
    return AppToken(lambda: {"access_token": "own-token", "expires_in": 3_600})


def entrance(issuer: Issuer, **other: Any) -> Entrance:
    """For TENANT, with keys from `issuer`, and no limit to what a person may say."""
    usual: dict[str, Any] = {"tenants": frozenset({TENANT}), "hosts": HOSTS, "allowance": None}
    return Entrance(**usual | {"metadata": issuer.metadata} | other)


@asynccontextmanager
async def a_guarded_chat(
    listener: Listener,
    connector: Connector,
    issuer: Issuer,
    *,
    allowance: Allowance | None = None,
    hosts: Hosts = HOSTS,
) -> AsyncIterator[Chat]:
    """Each delivery has a good token, unless the test gives another."""

    def channel(session: ClientSession) -> Channel:
        return Channel(
            CREDENTIALS,
            session,
            listener.hear,
            listener.fetch,
            alone(),
            entrance=entrance(issuer, allowance=allowance, hosts=hosts),
            token=own_token(),
        )

    async with TestClient(TestServer(create_app(channel=channel))) as client:
        yield Chat(client=client, connector=connector, issuer=issuer)
