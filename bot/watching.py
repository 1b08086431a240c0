"""What is told to whoever watches over the process: is it alive, may it get requests, figures."""

from __future__ import annotations

import ipaddress
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final

from aiohttp import web

from bot import figures

PASSED_ON: Final = ("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")
"""Who comes by way of a proxy comes from elsewhere, however near the proxy is."""


@dataclass(frozen=True, kw_only=True)
class Health:
    """refusal: why nothing can be kept, "" when all is well. damage: a sentence for each.

    halted: why nothing goes out to anybody, as a code.
    """

    refusal: str = ""
    damage: tuple[str, ...] = ()
    halted: str = ""

    @property
    def status(self) -> str:
        if self.refusal:
            return "failing"
        return "damaged" if self.damage else "silent" if self.halted else "ok"


async def well() -> Health:
    """What has no store is well."""
    return Health()


Check = Callable[[], Awaitable[bool]]


@dataclass
class Readiness:
    """Whether requests may come; each check by the word that is told when it says no."""

    checks: dict[str, Check] = field(default_factory=dict)
    stopping: bool = False

    async def refusal(self) -> str:
        """The word of the first that says no, "" when all say yes."""
        if self.stopping:
            return "stopping"
        for word, check in self.checks.items():
            if not await check():
                return word
        return ""


READINESS = web.AppKey("readiness", Readiness)


class Watching:
    """metrics_for_all: whether the figures are for others than this machine."""

    def __init__(
        self,
        health: Callable[[], Awaitable[Health]],
        readiness: Readiness,
        *,
        metrics_for_all: bool = False,
    ) -> None:
        self._health = health
        self._readiness = readiness
        self._metrics_for_all = metrics_for_all

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/healthz", self._alive),
            web.get("/readyz", self._ready),
            web.get("/metrics", self._figures),
        ]

    async def _alive(self, request: web.Request) -> web.Response:
        """503 while nothing can be kept. What is damaged does not keep the rest from being served.

        Sentences, which name files and plans, are for this machine alone.
        """
        found = await self._health()
        told: dict[str, object] = {"status": found.status}
        if is_near(request):
            told |= {"reason": found.refusal} if found.refusal else {}
            told |= {"damage": found.damage} if found.damage else {}
            told |= {"halted": found.halted} if found.halted else {}
        return web.json_response(told, status=503 if found.refusal else 200)

    async def _ready(self, _: web.Request) -> web.Response:
        """503 with a word while others should get the requests."""
        word = await self._readiness.refusal()
        told = {"status": "waiting", "reason": word} if word else {"status": "ready"}
        return web.json_response(told, status=503 if word else 200)

    async def _figures(self, request: web.Request) -> web.Response:
        if not (self._metrics_for_all or is_near(request)):
            raise web.HTTPNotFound
        return web.Response(body=figures.written(), headers={"Content-Type": figures.TYPE})


def is_near(request: web.BaseRequest) -> bool:
    """Whether this was asked on the machine itself, by nobody else's request."""
    if any(name in request.headers for name in PASSED_ON):
        return False
    try:
        return ipaddress.ip_address(request.remote or "").is_loopback
    except ValueError:
        return False
