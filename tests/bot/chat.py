"""People in Teams: activities in the shape Teams sends them, over HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from aiohttp import ClientResponse, hdrs
from aiohttp.test_utils import TestClient

from bot.app import CHANNEL
from tests.bot.connector import Connector
from tests.bot.issuer import Issuer

Json = dict[str, Any]

BOT = "28:8f1c5d2e-0b55-4c11-9d62-7c34e2f0a9aa"
TENANT = "0c7b9a52-27c1-4a63-8f5c-bd8f3f1e5a10"
_numbers = count(1)


@dataclass(frozen=True, kw_only=True)
class Chat:
    """One person's conversation with the bot. `client` speaks to an app with a channel."""

    client: TestClient[Any, Any]
    connector: Connector
    person: str = "7d3f6a1e-58c9-4f0b-9b7c-2f1a6f0c1d01"
    name: str = "Sanne de Boer"
    tenant: str = TENANT
    kind: str = "personal"
    conversation: str = "a:1pQx-Sanne_7Zk"
    locale: str = "nl-NL"
    more: Mapping[str, Any] = field(default_factory=dict)
    """Goes over the other fields of every activity."""
    issuer: Issuer | None = None
    """Gives each delivery a token, where one is asked for."""

    def of(self, person: str, name: str, *, conversation: str = "") -> Chat:
        """The same bot, somebody else."""
        mine = conversation or f"a:1-{person}"
        return replace(self, person=person, name=name, conversation=mine)

    def guest(self) -> Chat:
        """A guest in the tenant: Teams shows it in the address only."""
        address = "partner_elders.nl#EXT#@gemeente.onmicrosoft.com"
        return self.of("5e0d9c44-aaaa-4a1f-8f00-6a1b2c3d4e5f", f"Piet Partner ({address})")

    def in_channel(self) -> Chat:
        whole = "19:4c6d7e8f@thread.tacv2;messageid=1700000000000"
        return replace(self, kind="channel", conversation=whole)

    def activity(self, kind: str, **rest: Any) -> Json:
        number = next(_numbers)
        conversation = {
            "conversationType": self.kind,
            "tenantId": self.tenant,
            "id": self.conversation,
        } | ({} if self.kind == "personal" else {"isGroup": True})
        return {
            "type": kind,
            "id": f"{1700000000000 + number}",
            "timestamp": "2026-11-23T09:00:00.123Z",
            "localTimestamp": "2026-11-23T10:00:00.123+01:00",
            "localTimezone": "Europe/Amsterdam",
            "channelId": "msteams",
            "serviceUrl": self.connector.url + "/",
            "from": {
                "id": f"29:1{self.person}",
                "name": self.name,
                "aadObjectId": self.person,
            },
            "conversation": conversation,
            "recipient": {"id": BOT, "name": "Uitvoeringsplan"},
            "entities": [
                {
                    "locale": self.locale,
                    "country": "NL",
                    "platform": "Windows",
                    "timezone": "Europe/Amsterdam",
                    "type": "clientInfo",
                }
            ],
            "channelData": {"tenant": {"id": self.tenant}},
            "locale": self.locale,
            **rest,
            **self.more,
        }

    async def deliver(self, body: object, **headers: str) -> ClientResponse:
        """Whatever it is, as the channel would; returns the response."""
        if self.issuer and hdrs.AUTHORIZATION not in headers:
            service = str(body.get("serviceUrl", "")) if isinstance(body, dict) else ""
            headers |= self.issuer.header(service)
        return await self.client.post("/api/messages", json=body, headers=headers)

    async def say(self, text: str, **rest: Any) -> ClientResponse:
        return await self.arrives(self.activity("message", text=text, textFormat="plain", **rest))

    async def said(self, text: str) -> str:
        """The same; the id of the message, for when it is changed later."""
        body = self.activity("message", text=text, textFormat="plain")
        await self.arrives(body)
        return str(body["id"])

    async def edit(self, message: str, text: str, *, at: str = "") -> ClientResponse:
        return await self._changed("messageUpdate", "editMessage", message, at, text=text)

    async def delete(self, message: str, *, at: str = "") -> ClientResponse:
        return await self._changed("messageDelete", "softDeleteMessage", message, at)

    async def undelete(self, message: str, text: str, *, at: str = "") -> ClientResponse:
        return await self._changed("messageUpdate", "undeleteMessage", message, at, text=text)

    async def _changed(
        self, kind: str, event: str, message: str, at: str, **rest: Any
    ) -> ClientResponse:
        """Under the id of the message itself, as Teams does; only the time is another one."""
        body = self.activity(kind, **rest)
        data = body["channelData"] | {"eventType": event}
        # Before what is said next: all of that is said at one moment here.
        stamp = at or f"2026-11-23T08:59:59.{next(_numbers) % 1000:03}Z"
        return await self.arrives(body | {"id": message, "timestamp": stamp, "channelData": data})

    async def happens(
        self, event: str, *, team: Json | None = None, channel: Json | None = None, **rest: Any
    ) -> ClientResponse:
        """Something about a team or a channel, perhaps from nobody."""
        data: Json = {"tenant": {"id": self.tenant}, "eventType": event}
        data |= {"team": team} if team else {}
        data |= {"channel": channel} if channel else {}
        return await self.arrives(self.activity("conversationUpdate", channelData=data, **rest))

    async def mention(self, text: str) -> ClientResponse:
        """In a channel a bot hears only what mentions it."""
        tag = "<at>Uitvoeringsplan</at>"
        entity = {
            "type": "mention",
            "text": tag,
            "mentioned": {"id": BOT, "name": "Uitvoeringsplan"},
        }
        html = {"contentType": "text/html", "content": f"<div>{tag}&nbsp;{text}</div>"}
        return await self.say(f"{tag}&nbsp;{text}\n", entities=[entity], attachments=[html])

    async def submit(self, data: Mapping[str, Any], about: str = "m1") -> ClientResponse:
        """A button of the kind `Action.Submit`; `data` with the inputs in it."""
        return await self.arrives(self.activity("message", value=dict(data), replyToId=about))

    async def execute(self, data: Mapping[str, Any], about: str = "m1") -> Json:
        """A button of the kind `Action.Execute`. Returns the answer to the invoke."""
        action = {"type": "Action.Execute", "title": "Klaar", "verb": "press", "data": dict(data)}
        body = self.activity(
            "invoke",
            name="adaptiveCard/action",
            value={"action": action, "trigger": "manual"},
            replyToId=about,
        )
        response = await self.arrives(body)
        assert response.status == 200, await response.text()
        return dict(await response.json())

    async def press(self, card: Json, number: int, **inputs: Any) -> Json:
        """The button with this number on a card the bot sent, with what was filled in."""
        action = _buttons(card)[number]
        assert action["type"] == "Action.Execute"
        return await self.execute(action["data"] | inputs)

    async def answer_file(
        self, context: Json, *, accept: bool, about: str = "m1"
    ) -> ClientResponse:
        """The answer to an offered file, `context` as the offer had it."""
        place = {
            "contentUrl": "https://gemeente-my.sharepoint.com/personal/sanne/plan.docx",
            "name": "plan.docx",
            "uploadUrl": self.connector.upload_url(),
            "uniqueId": "1150D938-8870-4044-9F2C-5BBDEBA70C9D",
            "fileType": "docx",
        }
        value: Json = {
            "type": "fileUpload",
            "action": "accept" if accept else "decline",
            "context": context,
        } | ({"uploadInfo": place} if accept else {})
        name = "fileConsent/invoke"
        return await self.arrives(self.activity("invoke", name=name, value=value, replyToId=about))

    async def install(self) -> None:
        """Teams tells it twice."""
        await self.arrives(self.activity("installationUpdate", action="add"))
        await self.arrives(self.activity("conversationUpdate", membersAdded=[{"id": BOT}]))

    async def uninstall(self) -> None:
        await self.arrives(self.activity("installationUpdate", action="remove"))
        await self.arrives(self.activity("conversationUpdate", membersRemoved=[{"id": BOT}]))

    async def arrives(self, body: Json) -> ClientResponse:
        """Delivered, and dealt with."""
        response = await self.deliver(body)
        await self.client.app[CHANNEL].settled()
        return response


def _buttons(piece: Any) -> list[Json]:
    """Every button with a number, in the order of the numbers."""
    found = {b["data"]["c"]: b for b in _inside(piece) if b.get("type") == "Action.Execute"}
    return [found[key] for key in sorted(found, key=lambda key: int(key.rpartition(".")[2]))]


def _inside(piece: Any) -> list[Json]:
    inner = piece.values() if isinstance(piece, dict) else piece if isinstance(piece, list) else ()
    return [*([piece] if isinstance(piece, dict) else []), *(x for p in inner for x in _inside(p))]
