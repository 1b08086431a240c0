"""The trial page as a program sees it, with the stub bot behind it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer

from tests.trial_stub import StubBot, trial_app


@dataclass
class Trial:
    """The page as a program sees it."""

    bot: StubBot
    client: TestClient[Any, Any]

    async def act(self, person: str, action: str, **body: Any) -> dict[str, Any]:
        response = await self.client.post(f"/trial/people/{person}/{action}", json=body)
        assert response.status == 200, await response.text()
        answer: dict[str, Any] = await response.json()
        return answer

    async def everything(self) -> dict[str, Any]:
        async with self.client.get("/trial/events") as response:
            return (await anext(events(response)))[1]

    async def chat(self, person: str) -> list[dict[str, Any]]:
        messages: list[dict[str, Any]] = (await self.everything())["messages"].get(person, [])
        return messages


async def events(response: ClientResponse) -> AsyncIterator[tuple[str, dict[str, Any]]]:
    name = ""
    async for raw in response.content:
        line = raw.decode().rstrip("\n")
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            yield name, json.loads(line.removeprefix("data: "))


@asynccontextmanager
async def a_trial(kept: Path | None = None) -> AsyncIterator[Trial]:
    """Entered again with the same file it is the server started anew."""
    bot = StubBot()
    async with TestClient(TestServer(trial_app(bot, kept))) as client:
        yield Trial(bot, client)
