"""Tokens on both sides, from fakes on loopback: the channel's, and that of the bot itself.

Servers find them by the setting LOGIN: whatever MSAL and the SDK ask of Microsoft goes there.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

from aiohttp import web
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter

APP = "3f0a4f7e-5c0e-4f0e-9a51-6f5b8a2d9c11"
LOGIN = os.environ.get("LOGIN", "")
TAKES = 0.05
"""Seconds that the login takes for an answer; Microsoft's own takes longer."""
MICROSOFT = ("https://login.microsoftonline.com", "https://login.botframework.com")


def configuration() -> SimpleNamespace:
    """As the samples of botbuilder read it; without LOGIN nobody is asked for anything."""
    if not LOGIN:
        return SimpleNamespace(APP_ID="", APP_PASSWORD="")
    ask_here()
    return SimpleNamespace(APP_ID=APP, APP_PASSWORD="secret")  # noqa: S106


def ask_here() -> None:
    """What goes to Microsoft's addresses goes to the fakes instead, over plain HTTP."""
    send = HTTPAdapter.send

    def sending(self: HTTPAdapter, request: PreparedRequest, **how: Any) -> Response:
        for place in MICROSOFT:
            request.url = str(request.url).replace(place, LOGIN, 1)
        return send(self, request, **how)

    HTTPAdapter.send = sending  # type: ignore[method-assign,assignment]


def add_login(app: web.Application) -> None:
    """What MSAL looks up before it asks for a token, and the token."""

    async def place(request: web.Request) -> web.Response:
        await asyncio.sleep(TAKES)
        base = f"{MICROSOFT[0]}/{request.match_info['tenant']}"
        return web.json_response(
            {
                "issuer": f"{base}/v2.0",
                "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
                "token_endpoint": f"{base}/oauth2/v2.0/token",
            }
        )

    async def token(_: web.Request) -> web.Response:
        await asyncio.sleep(TAKES)
        return web.json_response(
            {"token_type": "Bearer", "access_token": "out", "expires_in": 3600}
        )

    app.router.add_get("/{tenant}/v2.0/.well-known/openid-configuration", place)
    app.router.add_post("/{tenant}/oauth2/v2.0/token", token)


@asynccontextmanager
async def served(app: web.Application) -> AsyncIterator[str]:
    """The address of an application on loopback."""
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
