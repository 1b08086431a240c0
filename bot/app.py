"""The web application: its routes, and what is opened and closed with it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from aiohttp import ClientSession, TCPConnector, web

from bot.channel import Channel
from bot.clock_routes import ClockRoutes
from bot.received import LARGEST

CHANNEL = web.AppKey("channel", Channel)
SESSION = web.AppKey("session", ClientSession)

CONNECTIONS = 100
"""At most so many requests out at the same time."""


@dataclass(frozen=True, kw_only=True)
class Health:
    """refusal: why nothing can be kept, "" when all is well. damage: a sentence for each.

    halted: why nothing goes out to anybody, as a code.
    """

    refusal: str = ""
    damage: tuple[str, ...] = ()
    halted: str = ""


async def well() -> Health:
    """What has no store is well."""
    return Health()


def create_app(
    *,
    channel: Callable[[ClientSession], Channel],
    health: Callable[[], Awaitable[Health]] = well,
    clock: ClockRoutes | None = None,
) -> web.Application:
    """The app; `app[CHANNEL]` is there once it has started.

    channel: makes the channel on the session that everything shares. health: what whoever
    watches over the process is told. clock: only in `--dev`.
    Whoever needs the channel too adds a `cleanup_ctx` of its own afterwards.
    """
    app = web.Application(client_max_size=LARGEST)
    app.router.add_post("/api/messages", _messages)
    app.router.add_route("HEAD", "/api/messages", _present)
    app.router.add_route("OPTIONS", "/api/messages", _present)
    app.router.add_get("/healthz", partial(_healthy, health))
    if clock:
        app.router.add_routes(clock.routes())

    async def connected(app: web.Application) -> AsyncIterator[None]:
        async with ClientSession(connector=TCPConnector(limit=CONNECTIONS)) as session:
            app[SESSION] = session
            app[CHANNEL] = channel(session)
            yield
            await app[CHANNEL].close()

    app.cleanup_ctx.append(connected)
    return app


async def _messages(request: web.Request) -> web.Response:
    return await request.app[CHANNEL].handle(request)


async def _present(_: web.Request) -> web.Response:
    return web.Response(headers={"Allow": "POST, HEAD, OPTIONS"})


async def _healthy(health: Callable[[], Awaitable[Health]], _: web.Request) -> web.Response:
    """503 while nothing can be kept. What is damaged does not keep the rest from being served."""
    found = await health()
    damage: dict[str, object] = {"damage": found.damage} if found.damage else {}
    damage |= {"halted": found.halted} if found.halted else {}
    if found.refusal:
        told = {"status": "failing", "reason": found.refusal, **damage}
        return web.json_response(told, status=503)
    status = "damaged" if found.damage else "silent" if found.halted else "ok"
    return web.json_response({"status": status, **damage})
