"""From the trial page to the bot's own endpoint over HTTP, so that the path is that of Teams."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, web

LONGEST_TURN = ClientTimeout(total=60)
SENTENCE = "application/vnd.microsoft.activity.message"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What the endpoint answered; an invoke's answer has a kind and a value. Status 0: nothing."""

    status: int
    kind: str = ""
    value: Any = None

    @property
    def good(self) -> bool:
        return HTTPStatus.OK <= self.status < HTTPStatus.MULTIPLE_CHOICES

    def shown(self) -> dict[str, Any]:
        """As the page reads it; `said` is a sentence that passes, or the one about a failure."""
        said = self.value.get("message", "") if isinstance(self.value, dict) else ""
        if self.good:
            said = str(self.value) if self.kind == SENTENCE else ""
        return {"ok": self.good, "status": self.status, "said": said}


@dataclass
class Delivery:
    """Posts activities, one turn at a time per person and in the order they were asked for.

    heard: called after each turn, when the draft and the next moment may have changed.
    """

    heard: Callable[[], Awaitable[None]]
    _session: ClientSession | None = None
    _turns: dict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))

    async def connected(self, _app: web.Application) -> AsyncIterator[None]:
        """One client session for as long as the server runs."""
        async with ClientSession(timeout=LONGEST_TURN) as self._session:
            yield

    async def deliver(self, origin: str, person: str, activity: Mapping[str, Any]) -> Outcome:
        async with self._turns[person]:
            outcome = await self._post(origin + "/api/messages", activity)
        await self.heard()
        return outcome

    async def _post(self, url: str, activity: Mapping[str, Any]) -> Outcome:
        if self._session is None:
            raise RuntimeError("The server has not started yet.")
        try:
            async with self._session.post(url, json=activity) as response:
                return _outcome(response.status, await response.text())
        except (ClientError, TimeoutError):
            return Outcome(status=0)


def origin(request: web.Request) -> str:
    """Where this server is reached on this machine, whatever the request says about it."""
    if request.transport is None:
        raise ConnectionResetError("The page is gone.")
    host, port = request.transport.get_extra_info("sockname")[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _outcome(status: int, text: str) -> Outcome:
    """The status inside an invoke's answer counts; other answers have only the outer one."""
    try:
        body = json.loads(text)
    except ValueError:
        body = None
    if not isinstance(body, dict) or "type" not in body:
        return Outcome(status=status)
    inner = int(body.get("statusCode") or status)
    return Outcome(status=inner, kind=str(body["type"]), value=body.get("value"))
