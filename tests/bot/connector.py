"""A Bot Connector on loopback that remembers what it was sent."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

Json = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One request the bot made. about: the message it replies to, replaces or removes."""

    method: str
    conversation: str
    activity: Json
    id: str = ""
    about: str = ""
    path: str = ""
    token: str = ""

    @property
    def text(self) -> str:
        return str(self.activity.get("text") or "")

    @property
    def card(self) -> Json | None:
        return self.attached("application/vnd.microsoft.card.adaptive")

    def attached(self, kind: str) -> Json | None:
        """The content of the attachment of this kind."""
        for attachment in self.activity.get("attachments") or []:
            if attachment["contentType"] == kind:
                return dict(attachment["content"])
        return None


@dataclass
class Connector:
    """`refusals` are answers (status, code) for the next requests; `slow` is seconds for each."""

    sent: list[Sent] = field(default_factory=list)
    updated: list[Sent] = field(default_factory=list)
    deleted: list[Sent] = field(default_factory=list)
    typing: list[Sent] = field(default_factory=list)
    created: list[Json] = field(default_factory=list)
    uploads: list[tuple[Mapping[str, str], bytes]] = field(default_factory=list)
    refusals: list[tuple[int, str]] = field(default_factory=list)
    after: str = "7"
    """The Retry-After of a refusal."""
    slow: float = 0.0
    url: str = ""

    def words(self) -> list[str]:
        """The texts that were sent, in order."""
        return [one.text for one in self.sent if one.text]

    def cards(self) -> list[Json]:
        return [one.card for one in self.sent if one.card]

    def upload_url(self, name: str = "plan.docx") -> str:
        return f"{self.url}/upload/{name}?up=1%2F2"

    async def _converse(self, request: web.Request) -> web.Response:
        if refused := self._refusal():
            return refused
        self.created.append(await request.json())
        return web.json_response({"id": f"a:new-{len(self.created)}"}, status=201)

    async def _activity(self, request: web.Request) -> web.Response:
        await asyncio.sleep(self.slow)
        if refused := self._refusal():
            return refused
        body = await request.json() if request.method != "DELETE" else {}
        heard = Sent(
            method=request.method,
            conversation=request.match_info["conversation"],
            activity=body,
            id=f"m{len(self.sent) + 1}",
            about=request.match_info.get("activity", ""),
            path=request.raw_path,
            token=request.headers.get("Authorization", ""),
        )
        self._shelf(heard).append(heard)
        return web.json_response({"id": heard.id})

    async def _upload(self, request: web.Request) -> web.Response:
        if refused := self._refusal():
            return refused
        self.uploads.append((request.headers.copy(), await request.read()))
        return web.json_response({}, status=201)

    def _shelf(self, heard: Sent) -> list[Sent]:
        shelves = {"PUT": self.updated, "DELETE": self.deleted}
        typing = heard.activity.get("type") == "typing"
        return self.typing if typing else shelves.get(heard.method, self.sent)

    def _refusal(self) -> web.Response | None:
        if not self.refusals:
            return None
        status, code = self.refusals.pop(0)
        body = {"error": {"code": code, "message": "refused"}}
        return web.json_response(body, status=status, headers={"Retry-After": self.after})

    def _app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/v3/conversations", self._converse)
        for path in ("", "/{activity}"):
            whole = "/v3/conversations/{conversation}/activities" + path
            for method in ("POST", "PUT", "DELETE"):
                app.router.add_route(method, whole, self._activity)
        app.router.add_put("/upload/{name}", self._upload)
        return app


@asynccontextmanager
async def a_connector() -> AsyncIterator[Connector]:
    connector = Connector()
    async with TestServer(connector._app()) as server:  # noqa: SLF001
        connector.url = str(server.make_url("")).rstrip("/")
        yield connector
