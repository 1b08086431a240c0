"""Five thousand tokens, changed in every way: whoever gets in had a good one."""

from __future__ import annotations

import asyncio
import base64
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from tests.bot.conftest import Listener
from tests.bot.connector import a_connector
from tests.bot.guarded import a_guarded_chat
from tests.bot.issuer import APP, ISSUER, an_issuer, key_pair, kid_of
from tests.prove.trial import Trial

Json = dict[str, Any]

WHOLE = 5_000
SERVICE = "https://smba.trafficmanager.net/emea/"
JUNK: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 1.5, 10**30, "", "x", "1", " ", "\x00", "é", [], [1], {}),
    *({"a": 1}, [APP], [ISSUER], [SERVICE], "9999999999", 9999999999.5, "RS256", "none"),
)
HEADERS: dict[str, tuple[Any, ...]] = {
    "alg": ("none", "None", "HS256", "RS512", "PS256", "ES256", "rs256", "RS256 "),
    "kid": (kid_of("old"), kid_of("evil"), kid_of("first").lower(), "../first", "k" * 5_00),
    "typ": ("JWT", "jwt", "JWE", "at+jwt"),
    "jku": ("https://evil.example/keys",),
    "x5u": ("https://evil.example/x",),
    "jwk": ({"kty": "RSA"},),
    "x5c": (["MII"],),
    "crit": (["exp"], []),
    "b64": (False, True),
    "zip": ("DEF",),
    "enc": ("A128GCM",),
    "x5t": ("other",),
    "cty": ("JWT",),
}
CLAIMS: dict[str, tuple[Any, ...]] = {
    "iss": (ISSUER + "/", ISSUER.upper(), "https://sts.windows.net/x/", "https://evil.example"),
    "aud": (APP.upper(), APP[:-1], "*", ISSUER, [APP, "x"]),
    "serviceurl": (SERVICE[:-1], SERVICE.upper(), "https://evil.example/", SERVICE + "x"),
    "appid": (APP, "x"),
    "sub": ("x",),
    "jti": ("x",),
    "tid": ("x",),
}
MOMENTS = (-86_400, -3_600, -400, -200, -1, 200, 400, 3_600, 86_400)


@dataclass
class Token:
    """`good` is worked out beside the making of it, from what a good token is."""

    head: Json = field(
        default_factory=lambda: {"alg": "RS256", "typ": "JWT", "kid": kid_of("first")}
    )
    claims: Json = field(default_factory=dict)
    key: str = "first"
    spoilt: bool = False

    def good(self, now: float) -> bool:
        head, told = self.head, self.claims
        whole = all(type(told.get(name)) is int for name in ("exp", "nbf"))
        texts = all(type(told.get(name, "")) is str for name in ("sub", "jti"))
        plain = not {"jku", "x5u", "jwk", "x5c", "crit", "b64", "zip", "enc"} & head.keys()
        return (
            not self.spoilt
            and self.key == "first"
            and (head.get("alg"), head.get("kid")) == ("RS256", kid_of("first"))
            and head.get("typ", "JWT") == "JWT"
            and plain
            and (told.get("iss"), told.get("aud")) == (ISSUER, APP)
            and told.get("serviceurl") == SERVICE
            and whole
            and texts
            and type(told.get("iat", 0)) is int
            and told["nbf"] <= now + 300
            and told.get("iat", 0) <= now + 300
            and told["exp"] > now - 300
        )

    def written(self, chance: Random) -> str:
        begun = f"{_coded(self.head)}.{_coded(self.claims)}"
        signed = key_pair(self.key).sign(begun.encode(), PKCS1v15(), SHA256())
        whole = f"{begun}.{base64.urlsafe_b64encode(signed).rstrip(b'=').decode()}"
        return _spoilt(whole, chance) if self.spoilt else whole


def prove(trial: Trial) -> None:
    asyncio.run(_prove(trial))


async def _prove(trial: Trial) -> None:
    listener = Listener()
    async with (
        a_connector() as connector,
        an_issuer() as issuer,
        a_guarded_chat(listener, connector, issuer) as chat,
    ):
        for number in range(trial.times(WHOLE)):
            token, now = changed(trial.chance), time.time()
            shown = token.written(trial.chance)
            body = chat.activity("message", text=str(number), serviceUrl=SERVICE)
            answer = await chat.deliver(body, Authorization=f"Bearer {shown}")
            heard, listener.heard = len(listener.heard), []
            told = {"number": number, "head": token.head, "claims": token.claims, "shown": shown}
            told |= {"key": token.key, "status": answer.status, "heard": heard}
            good = token.good(now)
            if answer.status != (200 if good else 401) or heard != good:
                trial.fail("a token was not dealt with as it deserves", told)
            trial.count("good tokens let in" if good else "bad tokens refused")


def changed(chance: Random) -> Token:
    now = int(time.time())
    token = Token(
        claims={
            "serviceurl": SERVICE,
            "nbf": now - 60,
            "exp": now + 3_600,
            "iss": ISSUER,
            "aud": APP,
        }
    )
    for change in chance.choices(CHANGES, k=chance.choice((1, 1, 1, 2, 3))):
        change(token, chance)
    return token


def _key(token: Token, chance: Random) -> None:
    token.key = chance.choice(("old", "evil"))
    if chance.random() < 0.5:
        token.head["kid"] = kid_of(token.key)


def _header(token: Token, chance: Random) -> None:
    name = chance.choice(list(HEADERS))
    token.head[name] = chance.choice((*HEADERS[name], *JUNK))


def _claim(token: Token, chance: Random) -> None:
    name = chance.choice(list(CLAIMS))
    token.claims[name] = chance.choice((*CLAIMS[name], *JUNK))


def _moment(token: Token, chance: Random) -> None:
    name = chance.choice(("exp", "nbf", "iat"))
    junk = chance.random() < 0.3
    token.claims[name] = chance.choice(JUNK if junk else [int(time.time()) + m for m in MOMENTS])


def _without(token: Token, chance: Random) -> None:
    half = chance.choice((token.head, token.claims))
    if half:
        half.pop(chance.choice(list(half)))


def _harmless(token: Token, chance: Random) -> None:
    chance.choice((token.head, token.claims))[f"x-{chance.random()}"] = chance.choice(JUNK)


def _spoil(token: Token, _: Random) -> None:
    token.spoilt = True


CHANGES: tuple[Callable[[Token, Random], None], ...] = (
    *(_key, _header, _header, _claim, _claim, _moment, _moment, _without, _harmless, _spoil),
)


def _spoilt(whole: str, chance: Random) -> str:
    """One place of it is another: even the last bits of a signature, which mean nothing."""
    at = chance.randrange(len(whole))
    others = [c for c in "ABCxyz019-_.=+/ \u00e9".replace("\u00e9", "") if c != whole[at]]
    cut = chance.random()
    if cut < 0.2:
        return whole[:at]
    if cut < 0.3:
        return whole[:at] + chance.choice(others) + whole[at:]
    return whole[:at] + chance.choice(others) + whole[at + 1 :]


def _coded(told: Json) -> str:
    return base64.urlsafe_b64encode(json.dumps(told).encode()).rstrip(b"=").decode()
