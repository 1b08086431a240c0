"""The other side of the wire: people who send activities, and the connector that gets replies."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from urllib.parse import unquote

import msgspec
from aiohttp import ClientSession, TCPConnector, web

from tests.benchmarks.ours import TENANT
from tests.benchmarks.tokens import APP, add_login, served
from tests.bot.issuer import Issuer

Json = dict[str, Any]

BOT = "28:bot"
PATIENCE = 60.0
"""Seconds within which a reply must have arrived; one that is lost ends the measurement."""

_numbers = count(1)


@dataclass
class Wire:
    """Loopback, with a connector at `url`; what a bot posts waits in the conversation's box."""

    session: ClientSession
    url: str = ""
    login: str = ""
    """Where the tokens of both sides come from."""
    token: str = ""
    """The channel's, shown with an activity to whoever asks for it."""
    boxes: dict[str, asyncio.Queue[Json]] = field(default_factory=dict)
    refuses: Callable[[str], web.Response | None] = lambda _: None
    """What is answered to a message in this conversation, if it is not taken."""
    posted: int = 0

    def box(self, conversation: str) -> asyncio.Queue[Json]:
        return self.boxes.setdefault(conversation, asyncio.Queue())

    async def arrived(self, conversation: str) -> Json:
        """The next message in a conversation, without the signs that somebody is typing."""
        async with asyncio.timeout(PATIENCE):
            while True:
                found = await self.box(conversation).get()
                if found.get("type") != "typing":
                    return found

    async def deliver(self, bot: str, body: Json, *, token: bool = True) -> Any:
        """To the bot at this address; the body of its response."""
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {self.token}"
        data = msgspec.json.encode(body)
        async with self.session.post(f"{bot}/api/messages", data=data, headers=headers) as answer:
            answer.raise_for_status()
            raw = await answer.read()
        return msgspec.json.decode(raw) if raw else None

    def activity(self, kind: str, person: str, **rest: Any) -> Json:
        """As Teams sends it."""
        return {
            "type": kind,
            "id": f"{1_700_000_000_000 + next(_numbers)}",
            "timestamp": "2026-09-14T08:00:00.123Z",
            "localTimestamp": "2026-09-14T10:00:00.123+02:00",
            "localTimezone": "Europe/Amsterdam",
            "channelId": "msteams",
            "serviceUrl": self.url + "/",
            "from": {"id": f"29:{person}", "name": person, "aadObjectId": person},
            "conversation": {
                "conversationType": "personal",
                "tenantId": TENANT,
                "id": f"a:{person}",
            },
            "recipient": {"id": BOT, "name": "Uitvoeringsplan"},
            "entities": [{"locale": "nl-NL", "country": "NL", "type": "clientInfo"}],
            "channelData": {"tenant": {"id": TENANT}},
            "locale": "nl-NL",
            **rest,
        }

    def press(self, person: str, data: Mapping[str, Any]) -> Json:
        """A button of a card, of the kind `Action.Execute`."""
        action = {"type": "Action.Execute", "verb": "press", "data": dict(data)}
        value = {"action": action, "trigger": "manual"}
        return self.activity(
            "invoke", person, name="adaptiveCard/action", value=value, replyToId="m1"
        )

    async def keep(self, request: web.Request) -> web.Response:
        """A message of the bot."""
        body = msgspec.json.decode(await request.read())
        conversation = unquote(request.match_info["conversation"])
        if refused := self.refuses(conversation):
            return refused
        self.posted += 1
        self.box(conversation).put_nowait(body)
        return web.Response(body=b'{"id":"m%d"}' % self.posted, content_type="application/json")


@asynccontextmanager
async def a_wire() -> AsyncIterator[Wire]:
    async with ClientSession(connector=TCPConnector(limit=0)) as session:
        wire = Wire(session)
        app = web.Application()
        for path in ("", "/{about}"):
            whole = "/v3/conversations/{conversation}/activities" + path
            app.router.add_post(whole, wire.keep)
        issuer = Issuer(app=APP)
        login = issuer.app_()
        add_login(login)
        async with served(app) as wire.url, served(login) as issuer.url:
            wire.login, wire.token = issuer.url, issuer.token(f"{wire.url}/")
            yield wire
