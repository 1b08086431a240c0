"""The web application: its routes, and what is opened and closed with it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable

import msgspec
from aiohttp import ClientSession, TCPConnector, web

from bot.channel import Channel
from bot.clock_routes import ClockRoutes
from bot.limits import HANDLING, quieten
from bot.observing import loop_watched, observed
from bot.received import LARGEST, in_good_time
from bot.watching import READINESS, Health, Readiness, Watching, well

CHANNEL = web.AppKey("channel", Channel)
SESSION = web.AppKey("session", ClientSession)

CONNECTIONS = 100
"""At most so many requests out at the same time."""


def create_app(
    *,
    channel: Callable[[ClientSession], Channel],
    health: Callable[[], Awaitable[Health]] = well,
    clock: ClockRoutes | None = None,
    metrics_for_all: bool = False,
) -> web.Application:
    """The app; `app[CHANNEL]` is there once it has started.

    channel: makes the channel on the session that everything shares. health: what whoever
    watches over the process is told. clock: only in `--dev`.
    metrics_for_all: whether `/metrics` is for other machines too.
    Whoever needs the channel too adds a `cleanup_ctx` of its own afterwards.
    """
    quieten()
    app = web.Application(client_max_size=LARGEST, handler_args=HANDLING, middlewares=[observed])
    app.router.add_post("/api/messages", _messages, expect_handler=in_good_time)
    app.router.add_route("HEAD", "/api/messages", _present)
    app.router.add_route("OPTIONS", "/api/messages", _present)
    app[READINESS] = Readiness()
    watching = Watching(health, app[READINESS], metrics_for_all=metrics_for_all)
    app.router.add_routes(watching.routes())
    if clock:
        app.router.add_routes(clock.routes())

    async def connected(app: web.Application) -> AsyncIterator[None]:
        async with _session() as session:
            app[SESSION] = session
            app[CHANNEL] = channel(session)
            app[CHANNEL].warm()
            yield
            await app[CHANNEL].close()

    app.cleanup_ctx.append(loop_watched)
    app.cleanup_ctx.append(connected)
    return app


def _session() -> ClientSession:
    return ClientSession(
        connector=TCPConnector(limit=CONNECTIONS), json_serialize_bytes=msgspec.json.encode
    )


async def _messages(request: web.Request) -> web.Response:
    return await request.app[CHANNEL].handle(request)


async def _present(_: web.Request) -> web.Response:
    return web.Response(headers={"Allow": "POST, HEAD, OPTIONS"})
