"""Every request and every turn, counted and told in the log: what kind, how it ended, how long."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Final

from aiohttp import hdrs, web

from bot import figures, logs
from bot.heard import Answered, Heard

EVERY: Final = 1.0
"""Seconds between two looks at how late the loop is."""
QUIET: Final = frozenset({"/healthz", "/readyz", "/metrics"})
"""Asked all day; in the log only when somebody looks closely."""

log = logs.logger(__name__)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def observed(request: web.Request, handler: Handler) -> web.StreamResponse:
    """In place of the server's own log of requests, which has addresses and query strings."""
    began, status = time.perf_counter(), 500
    try:
        answer = await handler(request)
        status = answer.status
    except web.HTTPException as error:
        status = error.status
        raise
    finally:
        _told(request, status, time.perf_counter() - began)
    return answer


def _told(request: web.Request, status: int, seconds: float) -> None:
    resource = request.match_info.route.resource
    route = resource.canonical if resource else "none"
    figures.request(route, status, seconds)
    method = request.method if request.method in hdrs.METH_ALL else "other"
    tell = log.debug if route in QUIET else log.info
    tell("request", method=method, route=route, status=status, ms=_ms(seconds))


Hear = Callable[[Heard], Awaitable[Answered]]


Refused = Callable[[Heard, Answered], Awaitable[str]]


def hearing(hear: Hear, refused: Refused) -> Hear:
    """The same, observed. refused: why somebody was turned away, "" for everybody else."""

    async def observed_turn(heard: Heard) -> Answered:
        began, outcome = time.perf_counter(), "failed"
        try:
            answered = await hear(heard)
            spoken = answered.then or answered.instead is not None
            outcome = await refused(heard, answered) or ("answered" if spoken else "silent")
        finally:
            seconds = time.perf_counter() - began
            figures.turn(heard.kind, outcome, seconds)
            who = logs.pseudonym(f"{heard.tenant}/{heard.object_id}")
            log.info(
                "turn",
                kind=heard.kind,
                scope=heard.scope,
                outcome=outcome,
                who=who,
                ms=_ms(seconds),
            )
        return answered

    return observed_turn


async def loop_watched(_: web.Application) -> AsyncIterator[None]:
    """How late the loop is, for as long as the app runs."""
    task = asyncio.create_task(_watch())
    yield
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def _watch() -> None:
    while True:
        wanted = time.perf_counter() + EVERY
        await asyncio.sleep(EVERY)
        figures.loop_delay(max(0.0, time.perf_counter() - wanted))


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)
