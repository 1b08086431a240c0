"""Who gives out the channel's tokens, on loopback: its keys, its faults, and the bot's own token.

Also on its own, for what measures: `python -m tests.bot.issuer APP_ID` prints its address.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import jwt
import requests
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from jwt.algorithms import RSAAlgorithm

Json = dict[str, Any]

ISSUER = "https://api.botframework.com"
APP = "3f0a4f7e-5c0e-4f0e-9a51-6f5b8a2d9c11"
METADATA = "/v1/.well-known/openidconfiguration"
JWKS = "/v1/.well-known/keys"
LOGIN = "/login/oauth2/v2.0/token"
HOUR = 3600


def key_pair(name: str, bits: int = 2048) -> RSAPrivateKey:
    """The same for the same name, as making one takes long."""
    return _pair(name, bits)


@lru_cache(maxsize=256)
def _pair(name: str, bits: int) -> RSAPrivateKey:
    return generate_private_key(public_exponent=65537, key_size=bits)


def kid_of(name: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha1(name.encode()).digest()).rstrip(b"=").decode()  # noqa: S324


def jwk_of(name: str, bits: int = 2048, **changes: Any) -> Json:
    """The public half in the form Microsoft publishes it; a change of None leaves a field out."""
    public = json.loads(RSAAlgorithm.to_jwk(key_pair(name, bits).public_key()))
    whole = {
        "kty": "RSA",
        "use": "sig",
        "kid": kid_of(name),
        "x5t": kid_of(name),
        "n": public["n"],
        "e": public["e"],
        "endorsements": ["msteams", "webchat", "directline"],
    } | changes
    return {name: value for name, value in whole.items() if value is not None}


@dataclass
class Issuer:
    """`published` are the keys people may look up; `signing` names the one that signs.

    slow: seconds before each answer. status and body: what is answered instead of the truth.
    fetches: how often the keys were asked for.
    """

    app: str = APP
    signing: str = "first"
    pair: str = ""
    """Of another name, the key that signs under this one."""
    published: list[Json] = field(default_factory=lambda: [jwk_of("first")])
    slow: float = 0.0
    status: int = 200
    body: bytes | None = None
    fetches: int = 0
    metadata_fetches: int = 0
    logins: int = 0
    lasting: int = HOUR
    """Seconds that the bot's own token lasts."""
    issuer: str = ISSUER
    jwks_uri: str = ""
    url: str = ""

    @property
    def metadata(self) -> str:
        """Where who checks tokens begins."""
        return self.url + METADATA

    @property
    def login(self) -> str:
        """Where the bot gets its own token."""
        return self.url + LOGIN

    def roll(self, name: str, *, pair: str = "", keep: bool = False) -> None:
        """Sign with another key from now on; `keep` leaves those of before published."""
        self.signing, self.pair = name, pair
        new = jwk_of(pair or name, kid=kid_of(name), x5t=kid_of(name))
        self.published = [new, *(self.published if keep else [])]

    def claims(self, service: str, **changes: Any) -> Json:
        """Those of a good token; a change of None leaves a claim out."""
        now = int(time.time())
        whole = {
            "serviceurl": service,
            "nbf": now - 60,
            "exp": now + HOUR,
            "iss": ISSUER,
            "aud": self.app,
        } | changes
        return {name: value for name, value in whole.items() if value is not None}

    def token(
        self,
        service: str,
        *,
        key: str = "",
        headers: Mapping[str, Any] | None = None,
        **changes: Any,
    ) -> str:
        """Good when nothing is changed. `key`: another that signs under the published id."""
        return self.signed(self.claims(service, **changes), key=key, headers=headers)

    def signed(
        self, claims: Mapping[str, Any], *, key: str = "", headers: Mapping[str, Any] | None = None
    ) -> str:
        named = {"kid": kid_of(self.signing), "x5t": kid_of(self.signing)} | dict(headers or {})
        return jwt.encode(
            dict(claims),
            key_pair(key or self.pair or self.signing),
            algorithm="RS256",
            headers={name: value for name, value in named.items() if value is not None},
        )

    def header(self, service: str, **changes: Any) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token(service, **changes)}"}

    def acquire(self) -> Mapping[str, Any]:
        """The bot's own token, fetched as MSAL does: it waits."""
        asked = {"grant_type": "client_credentials", "client_id": self.app}
        return dict(requests.post(self.login, data=asked, timeout=10).json())

    def app_(self) -> web.Application:
        app = web.Application()
        app.router.add_get(METADATA, self._metadata)
        app.router.add_get(JWKS, self._keys)
        app.router.add_post(LOGIN, self._login)
        return app

    async def _metadata(self, _: web.Request) -> web.Response:
        self.metadata_fetches += 1
        told = {
            "issuer": self.issuer,
            "authorization_endpoint": "https://invalid.botframework.com",
            "jwks_uri": self.jwks_uri or self.url + JWKS,
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["private_key_jwt"],
        }
        return await self._answer(told)

    async def _keys(self, _: web.Request) -> web.Response:
        self.fetches += 1
        return await self._answer({"keys": self.published})

    async def _answer(self, told: Json) -> web.Response:
        whole = json.dumps(told).encode()
        await asyncio.sleep(self.slow)
        body = whole if self.body is None else self.body
        return web.Response(status=self.status, body=body, content_type="application/json")

    async def _login(self, _: web.Request) -> web.Response:
        self.logins += 1
        await asyncio.sleep(self.slow)
        given = {"token_type": "Bearer", "access_token": f"out-{self.logins}"}
        return web.json_response(given | {"expires_in": self.lasting})


@asynccontextmanager
async def an_issuer(app: str = APP) -> AsyncIterator[Issuer]:
    """In this very loop, which is fine for whoever fetches without blocking it."""
    issuer = Issuer(app=app)
    async with TestServer(issuer.app_()) as server:
        issuer.url = str(server.make_url("")).rstrip("/")
        yield issuer


async def _serve(app: str) -> None:
    async with an_issuer(app) as issuer:
        # Whoever started this needs a token as well as the address; it lasts an hour.
        sys.stdout.write(json.dumps({"url": issuer.url}) + "\n")
        sys.stdout.flush()
        while line := await asyncio.to_thread(sys.stdin.readline):
            sys.stdout.write(issuer.token(line.strip()) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(_serve(sys.argv[1] if len(sys.argv) > 1 else APP))
