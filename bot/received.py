"""Reads the body of a request, as much as anybody may send."""

from __future__ import annotations

import asyncio

from aiohttp import ClientPayloadError, web
from aiohttp.web_exceptions import HTTPRequestEntityTooLarge

from bot.shape import MalformedError

LARGEST = 256 * 1024
PATIENCE = 10.0


async def received(request: web.Request) -> bytes:
    """At most LARGEST bytes (else 413) within PATIENCE seconds (else 408); MalformedError."""
    if request.content_type != "application/json":
        raise MalformedError("no JSON")  # Also keeps other web sites out of a loopback server.
    if (request.content_length or 0) > LARGEST:
        raise HTTPRequestEntityTooLarge(LARGEST, request.content_length or 0)
    body = bytearray()
    try:
        async with asyncio.timeout(PATIENCE):
            async for part in request.content.iter_any():
                body += part
                if len(body) > LARGEST:
                    raise HTTPRequestEntityTooLarge(LARGEST, len(body))
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    except (ClientPayloadError, web.PayloadAccessError, OSError) as error:
        raise MalformedError("cut off") from error
    return bytes(body)
