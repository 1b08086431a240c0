"""Who the bot is to Microsoft, and the token that says so."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

AppType = Literal["SingleTenant", "MultiTenant", "UserAssignedMSI"]
Acquire = Callable[[], Mapping[str, Any]]

AUDIENCE = "https://api.botframework.com"
MARGIN = 300.0
"""Seconds before its end at which a token is no longer used."""


class TokenError(Exception):
    """No token was given; the message is the issuer's own code, never a secret."""


@dataclass(frozen=True, kw_only=True)
class Credentials:
    app_id: str
    password: str = field(repr=False)
    tenant: str
    kind: AppType = "SingleTenant"


class AppToken:
    """The app's token, fetched in a thread when needed and kept until shortly before its end.

    acquire: blocking; gives `access_token` and `expires_in` (seconds), or `error`.
    """

    def __init__(self, acquire: Acquire, seconds: Callable[[], float] = time.monotonic) -> None:
        self._acquire = acquire
        self._seconds = seconds
        self._lock = asyncio.Lock()
        self._token = ""
        self._until = 0.0

    async def __call__(self) -> str:
        """The token; raises TokenError."""
        async with self._lock:
            if not self._token or self._seconds() >= self._until:
                await self._renew()
            return self._token

    async def _renew(self) -> None:
        found = await asyncio.to_thread(self._acquire)
        if "access_token" not in found:
            raise TokenError(str(found.get("error", "no token")))
        self._token = str(found["access_token"])
        self._until = self._seconds() + float(found.get("expires_in", 0)) - MARGIN


def issuer(credentials: Credentials) -> Acquire:
    """Fetches tokens for the Bot Connector; what MSAL needs is built once, at the first fetch."""
    client: list[Acquire] = []

    def acquire() -> Mapping[str, Any]:
        if not client:
            client.append(_client(credentials))
        return client[0]()

    return acquire


def _client(credentials: Credentials) -> Acquire:
    import msal  # Slow to import, and not needed without credentials.
    import requests

    if credentials.kind == "UserAssignedMSI":
        managed = msal.ManagedIdentityClient(
            msal.UserAssignedManagedIdentity(client_id=credentials.app_id),
            http_client=requests.Session(),
        )
        return lambda: dict(managed.acquire_token_for_client(resource=AUDIENCE))
    tenant = "botframework.com" if credentials.kind == "MultiTenant" else credentials.tenant
    app = msal.ConfidentialClientApplication(
        credentials.app_id,
        client_credential=credentials.password,
        authority=f"https://login.microsoftonline.com/{tenant}",
    )
    return lambda: dict(app.acquire_token_for_client(scopes=[f"{AUDIENCE}/.default"]))
