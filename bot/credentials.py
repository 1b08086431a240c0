"""Who the bot is to Microsoft, and the token that says so."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from bot import figures, logs

AppType = Literal["SingleTenant", "MultiTenant", "UserAssignedMSI"]
Acquire = Callable[[], Mapping[str, Any]]

AUDIENCE = "https://api.botframework.com"
MARGIN = 300.0
"""Seconds before its end at which a token is no longer used."""
PROBE = 600.0
"""Seconds after which one message is tried again, where the token was refused."""
RETRY = 30.0
"""The same where the issuer could not be reached."""
PATIENCE = 8.0
"""Seconds that the issuer gets to answer: everything that goes out waits for it."""

log = logs.logger(__name__)


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

    acquire: blocking; gives `access_token` and `expires_in` (seconds), or `error`. forget: has
    the next `acquire` ask the issuer, whatever was kept.
    """

    def __init__(
        self,
        acquire: Acquire,
        seconds: Callable[[], float] = time.monotonic,
        forget: Callable[[], None] = lambda: None,
    ) -> None:
        self.trouble = ""
        """Why nothing goes out, as a code; "" when all is well."""
        self._acquire = acquire
        self._forget = forget
        self._seconds = seconds
        self._lock = asyncio.Lock()
        self._token = ""
        self._until = 0.0
        self._stopped_until = 0.0
        self._renewed = False
        """The token was fetched because the one before was refused, and not accepted yet."""

    async def __call__(self) -> str:
        """The token; raises TokenError, at once while it is stopped."""
        async with self._lock:
            if self.trouble and self._seconds() < self._stopped_until:
                raise TokenError(self.trouble)
            if not self._token or self._seconds() >= self._until:
                await self._renew()
            return self._token

    async def instead(self, refused: str) -> str:
        """Another token than the one that was refused; one more is fetched, and then no other.

        Raises TokenError, and so does all else for PROBE seconds: it is not about the token.
        """
        async with self._lock:
            if refused != self._token:
                return self._token or await self._renewed_one()
            if self._renewed:
                raise self._stopped("refused")
            return await self._renewed_one()

    def accepted(self) -> None:
        self.trouble, self._renewed = "", False

    @property
    def halted(self) -> str:
        """Why nothing is to be sent now; "" when it may be tried."""
        return self.trouble if self._seconds() < self._stopped_until else ""

    async def _renewed_one(self) -> str:
        self._renewed = True
        await asyncio.to_thread(self._forget)
        await self._renew()
        return self._token

    async def _renew(self) -> None:
        self._token = ""
        try:
            async with asyncio.timeout(PATIENCE + 1):
                found = await asyncio.to_thread(self._acquire)
        except Exception as error:  # Whatever MSAL and its HTTP client can come up with.
            raise self._stopped(type(error).__name__, RETRY) from error
        if "access_token" not in found:
            raise self._stopped(str(found.get("error", "no_token")))
        figures.token("fetched")
        self._token = str(found["access_token"])
        self._until = self._seconds() + float(found.get("expires_in", 0)) - MARGIN

    def _stopped(self, why: str, wait: float = PROBE) -> TokenError:
        figures.token("failed")
        # What the issuer says is a word; what Python says is a class.
        log.error("no messages go out", **{"reason" if why.islower() else "error": why})
        self.trouble, self._token, self._renewed = why, "", True
        self._stopped_until = self._seconds() + wait
        return TokenError(why)


class Issuer:
    """Fetches tokens for the Bot Connector; what MSAL needs is built once, at the first fetch."""

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials
        self._client: _Client | None = None

    def __call__(self) -> Mapping[str, Any]:
        if self._client is None:
            self._client = _client(self._credentials)
        return self._client.acquire()

    def forget(self) -> None:
        if self._client:
            self._client.forget()


@dataclass(frozen=True)
class _Client:
    """MSAL keeps a token too, until it is told to forget it."""

    acquire: Acquire
    forget: Callable[[], None]


def _client(credentials: Credentials) -> _Client:
    import msal  # Slow to import, and not needed without credentials.
    import requests

    class Patient(requests.Session):
        """Else it waits for ever, in a thread that nobody can end."""

        def request(self, *asked: Any, **how: Any) -> requests.Response:
            return super().request(*asked, **{"timeout": PATIENCE, **how})

    if credentials.kind == "UserAssignedMSI":
        kept = msal.TokenCache()
        managed = msal.ManagedIdentityClient(
            msal.UserAssignedManagedIdentity(client_id=credentials.app_id),
            http_client=Patient(),
            token_cache=kept,
        )

        def forget() -> None:
            for token in list(kept.search(msal.TokenCache.CredentialType.ACCESS_TOKEN)):
                kept.remove_at(token)

        return _Client(lambda: dict(managed.acquire_token_for_client(resource=AUDIENCE)), forget)
    tenant = "botframework.com" if credentials.kind == "MultiTenant" else credentials.tenant
    app = msal.ConfidentialClientApplication(
        credentials.app_id,
        client_credential=credentials.password,
        authority=f"https://login.microsoftonline.com/{tenant}",
        http_client=Patient(),
    )
    return _Client(
        lambda: dict(app.acquire_token_for_client(scopes=[f"{AUDIENCE}/.default"])),
        app.remove_tokens_for_client,
    )
