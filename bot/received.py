"""Reads the body of a request, as much as anybody may send."""

from __future__ import annotations

import asyncio

from aiohttp import ClientPayloadError, HttpVersion11, hdrs, web
from aiohttp.web_exceptions import HTTPRequestEntityTooLarge

from bot.shape import MalformedError

LARGEST = 256 * 1024
PATIENCE = 10.0


async def in_good_time(request: web.Request) -> None:
    """Says nothing yet to who asks whether the body may come; `received` does."""
    if request.headers.get(hdrs.EXPECT, "").lower() != "100-continue":
        raise web.HTTPExpectationFailed


async def received(request: web.Request) -> bytes:
    """At most LARGEST bytes (else 413) within PATIENCE seconds (else 408); MalformedError."""
    if request.content_type != "application/json":
        raise MalformedError("no JSON")  # Also keeps other web sites out of a loopback server.
    if request.headers.get(hdrs.CONTENT_ENCODING, "identity").lower() != "identity":
        raise web.HTTPUnsupportedMediaType  # A small body may unfold to a very large one.
    if (request.content_length or 0) > LARGEST:
        raise HTTPRequestEntityTooLarge(LARGEST, request.content_length or 0)
    body = bytearray()
    try:
        await _ask(request)
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


async def _ask(request: web.Request) -> None:
    if hdrs.EXPECT in request.headers and request.version >= HttpVersion11:
        await request.writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        request.writer.output_size = 0  # What comes after it is a whole answer.
