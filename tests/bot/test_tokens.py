"""Tokens: one good kind gets in, and everything else is refused in the same words."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import ClientSession
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.bot.chat import Chat
from tests.bot.conftest import Listener
from tests.bot.connector import Connector
from tests.bot.guarded import a_guarded_chat
from tests.bot.issuer import APP, HOUR, Issuer, an_issuer, jwk_of, key_pair, kid_of

SERVICE = "https://smba.trafficmanager.net/emea/"
Made = Callable[[Issuer], str]


def coded(value: object) -> str:
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def by_hand(head: object, claims: object, sign: Callable[[bytes], bytes]) -> str:
    begun = f"{coded(head)}.{coded(claims)}"
    return f"{begun}.{coded(sign(begun.encode()))}"


def with_secret(issuer: Issuer) -> str:
    """Signed with the public key as if that were a secret that both know."""
    secret = (
        key_pair("first")
        .public_key()
        .public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    )
    head = {"alg": "HS256", "typ": "JWT", "kid": kid_of("first")}
    return by_hand(
        head, issuer.claims(SERVICE), lambda raw: hmac.digest(secret, raw, hashlib.sha256)
    )


def unsigned(issuer: Issuer, alg: str) -> str:
    head = {"alg": alg, "typ": "JWT", "kid": kid_of("first")}
    return by_hand(head, issuer.claims(SERVICE), lambda _: b"")


def twice(issuer: Issuer) -> str:
    """A claim that stands there two times, well signed."""
    raw = json.dumps(issuer.claims(SERVICE))[:-1] + f', "aud": "{APP}"}}'
    return signed_raw(raw.encode())


def signed_raw(raw: bytes, head: bytes = b"") -> str:
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.hashes import SHA256

    head = head or json.dumps({"alg": "RS256", "typ": "JWT", "kid": kid_of("first")}).encode()
    begun = f"{coded(head)}.{coded(raw)}"
    signature = key_pair("first").sign(begun.encode(), PKCS1v15(), SHA256())
    return f"{begun}.{coded(signature)}"


def headed(**other: Any) -> Made:
    return lambda issuer: issuer.token(SERVICE, headers=other)


def claiming(**other: Any) -> Made:
    return lambda issuer: issuer.token(SERVICE, **other)


def at(**moments: int) -> Made:
    """So many seconds from when the token is made."""

    def made(issuer: Issuer) -> str:
        now = int(time.time())
        return claiming(**{name: now + seconds for name, seconds in moments.items()})(issuer)

    return made


# kind of token -> how it is made; none of them gets in
BAD: dict[str, Made] = {
    "garbage": lambda _: "garbage",
    "three letters": lambda _: "a.b.c",
    "two parts": lambda issuer: issuer.token(SERVICE).rpartition(".")[0],
    "four parts": lambda issuer: issuer.token(SERVICE) + ".x",
    "empty parts": lambda _: "..",
    "unreadable head": lambda issuer: "AAAA." + issuer.token(SERVICE).partition(".")[2],
    "head that is a list": lambda issuer: by_hand([1], issuer.claims(SERVICE), lambda _: b"x"),
    "claims that are a list": lambda _: signed_raw(b"[1]"),
    "claims that are no JSON": lambda _: signed_raw(b"{"),
    "claims in another coding": lambda _: signed_raw(b"\xff\xfe{}"),
    "claims nested deep": lambda _: signed_raw(b'{"a":' * 900 + b"1" + b"}" * 900),
    "a very large number": lambda i: signed_raw(
        json.dumps(i.claims(SERVICE)).replace('"exp": ', '"exp": 1' + "0" * 4300).encode()
    ),
    "alg none": lambda issuer: unsigned(issuer, "none"),
    "alg None": lambda issuer: unsigned(issuer, "None"),
    "no alg": lambda i: by_hand({"kid": kid_of("first")}, i.claims(SERVICE), lambda _: b"x"),
    "HS256 with the public key as secret": with_secret,
    "alg RS512": lambda i: i.token(SERVICE).replace(
        i.token(SERVICE).split(".")[0],
        coded({"alg": "RS512", "typ": "JWT", "kid": kid_of("first")}),
    ),
    "alg a list": lambda i: by_hand(
        {"alg": ["RS256"], "kid": kid_of("first")}, i.claims(SERVICE), lambda _: b"x"
    ),
    "forged signature": lambda issuer: issuer.token(SERVICE)[:-8] + "AAAAAAAA",
    "no signature": lambda issuer: issuer.token(SERVICE).rpartition(".")[0] + ".",
    "signature of another token": lambda issuer: (
        issuer.token(SERVICE, iat=1).rpartition(".")[0]
        + "."
        + issuer.token(SERVICE).rpartition(".")[2]
    ),
    "signed by an evil key": lambda issuer: issuer.token(SERVICE, key="evil"),
    "signed by a key that is gone": lambda issuer: issuer.token(
        SERVICE, key="old", headers={"kid": kid_of("old")}
    ),
    "unknown kid": headed(kid="unknown"),
    "no kid": headed(kid=None),
    "empty kid": headed(kid=""),
    "long kid": headed(kid="k" * 600),
    "kid with a path": headed(kid="../../etc/passwd"),
    "jku": headed(jku="https://evil.example/keys"),
    "x5u": headed(x5u="https://evil.example/key"),
    "x5c": headed(x5c=["MIIB"]),
    "jwk": headed(jwk=jwk_of("evil")),
    "crit": headed(crit=["exp"]),
    "zip": headed(zip="DEF"),
    "typ of another kind": headed(typ="at+jwt"),
    "a claim twice": twice,
    "a head field twice": lambda i: signed_raw(
        json.dumps(i.claims(SERVICE)).encode(),
        b'{"alg":"none","alg":"RS256","kid":"' + kid_of("first").encode() + b'"}',
    ),
    "expired an hour ago": at(exp=-HOUR),
    "expired six minutes ago": at(exp=-360),
    "not before an hour from now": at(nbf=HOUR),
    "not before six minutes from now": at(nbf=360),
    "made an hour from now": at(iat=HOUR),
    "no exp": claiming(exp=None),
    "no nbf": claiming(nbf=None),
    "no iss": claiming(iss=None),
    "no aud": claiming(aud=None),
    "no serviceurl": claiming(serviceurl=None),
    "exp a text": claiming(exp="9999999999"),
    "exp true": claiming(exp=True),
    "exp a fraction": claiming(exp=9999999999.5),
    "exp a list": claiming(exp=[9999999999]),
    "nbf a text": claiming(nbf="1"),
    "iat a text": claiming(iat="1"),
    "exp infinite": lambda i: signed_raw(
        json.dumps(i.claims(SERVICE) | {"exp": float("inf")}).encode()
    ),
    "exp no number": lambda i: signed_raw(
        json.dumps(i.claims(SERVICE) | {"exp": float("nan")}).encode()
    ),
    "wrong aud": claiming(aud="3f0a4f7e-0000-4f0e-9a51-6f5b8a2d9c11"),
    "aud a list with us in it": claiming(aud=[APP]),
    "aud an object": claiming(aud={APP: 1}),
    "aud with a blank": claiming(aud=f" {APP}"),
    "aud in capitals": claiming(aud=APP.upper()),
    "wrong iss": claiming(iss="https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"),
    "iss with a slash": claiming(iss="https://api.botframework.com/"),
    "iss of the American government": claiming(iss="https://api.botframework.us"),
    "our own token": lambda issuer: issuer.token(
        SERVICE,
        iss="https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0",
        appid=APP,
        aud="https://api.botframework.com",
    ),
    "serviceurl differs": claiming(serviceurl="https://smba.trafficmanager.net/amer/"),
    "serviceurl without the slash": claiming(serviceurl=SERVICE[:-1]),
    "serviceurl a list": claiming(serviceurl=[SERVICE]),
    "serviceurl empty": claiming(serviceurl=""),
    "sub a number": claiming(sub=5),
    "too long": claiming(padding="x" * 3_000),
}


@pytest_asyncio.fixture
async def issuer() -> AsyncIterator[Issuer]:
    async with an_issuer() as made:
        yield made


@pytest_asyncio.fixture
async def guarded(listener: Listener, connector: Connector, issuer: Issuer) -> AsyncIterator[Chat]:
    async with a_guarded_chat(listener, connector, issuer) as chat:
        yield chat


def said(chat: Chat, **other: Any) -> dict[str, Any]:
    return chat.activity("message", text="hallo", serviceUrl=SERVICE) | other


async def test_a_good_token_gets_in(guarded: Chat, listener: Listener) -> None:
    assert (await guarded.deliver(said(guarded))).status == 200
    await asyncio.sleep(0)
    assert [heard.text for heard in listener.heard] == ["hallo"]


@pytest.mark.parametrize("kind", BAD)
async def test_a_bad_token_does_not(
    kind: str, guarded: Chat, listener: Listener, issuer: Issuer
) -> None:
    answer = await guarded.deliver(said(guarded), Authorization=f"Bearer {BAD[kind](issuer)}")
    assert answer.status == 401
    assert await answer.text() == "401: Unauthorized"
    assert listener.heard == []


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer ", "Basic eDp5", "{}", "bearer {}", "Bearer  {}", "Bearer {} x"],
)
async def test_a_token_shown_in_another_way_does_not(
    header: str, guarded: Chat, listener: Listener, issuer: Issuer
) -> None:
    shown = header.format(issuer.token(SERVICE))
    assert (await guarded.deliver(said(guarded), Authorization=shown)).status == 401
    assert listener.heard == []


async def test_two_tokens_are_none(guarded: Chat, listener: Listener, issuer: Issuer) -> None:
    good = f"Bearer {issuer.token(SERVICE)}"
    for headers in ([], [("Authorization", good), ("Authorization", good)]):
        answer = await guarded.client.post(
            "/api/messages", json=said(guarded), headers=[*headers, ("X-Other", "1")]
        )
        assert answer.status == 401
    assert listener.heard == []


@pytest.mark.parametrize(("exp", "nbf"), [(-240, -HOUR), (HOUR, 240)])
async def test_clocks_may_differ_five_minutes(
    exp: int, nbf: int, guarded: Chat, issuer: Issuer
) -> None:
    shown = f"Bearer {at(exp=exp, nbf=nbf)(issuer)}"
    assert (await guarded.deliver(said(guarded), Authorization=shown)).status == 200


@pytest.mark.parametrize(
    ("other", "status"),
    [
        ({"serviceUrl": ""}, 401),
        ({"serviceUrl": None}, 401),
        ({"serviceUrl": [SERVICE]}, 401),
        ({"serviceUrl": "https://smba.trafficmanager.net/amer/"}, 401),
        ({"channelId": None}, 401),
        ({"channelId": ""}, 401),
        ({"channelId": ["msteams"]}, 401),
        ({"channelId": "slack"}, 401),
        ({"channelData": {"tenant": {"id": "9a8b7c6d-27c1-4a63-8f5c-bd8f3f1e5a10"}}}, 403),
    ],
)
async def test_a_token_is_about_its_body(
    other: dict[str, Any], status: int, guarded: Chat, listener: Listener, issuer: Issuer
) -> None:
    shown = f"Bearer {issuer.token(SERVICE)}"
    answer = await guarded.deliver(said(guarded, **other), Authorization=shown)
    assert answer.status == status
    assert listener.heard == []


async def test_a_body_without_a_service_url_is_refused(guarded: Chat, issuer: Issuer) -> None:
    body = said(guarded)
    del body["serviceUrl"]
    shown = f"Bearer {issuer.token(SERVICE)}"
    assert (await guarded.deliver(body, Authorization=shown)).status == 401


async def test_microsofts_own_signature_does_not_open_another_host(
    guarded: Chat, listener: Listener
) -> None:
    for evil in ("https://evil.example/", "https://smba.trafficmanager.net.evil.example/"):
        assert (await guarded.deliver(said(guarded, serviceUrl=evil))).status == 401
    assert listener.heard == []


@pytest.mark.parametrize("kind", ["garbage", "signed by an evil key", "unknown kid", "no exp"])
async def test_a_bad_header_is_answered_before_the_body_has_come(
    kind: str, guarded: Chat, issuer: Issuer
) -> None:
    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield b" "
            await asyncio.sleep(0.05)

    headers = {"Authorization": f"Bearer {BAD[kind](issuer)}", "Content-Type": "application/json"}
    async with asyncio.timeout(2), ClientSession() as session:
        place = guarded.client.make_url("/api/messages")
        async with session.post(place, data=endless(), headers=headers) as answer:
            assert answer.status == 401


async def test_a_header_beyond_measure_is_refused_and_not_quoted(
    guarded: Chat, listener: Listener, issuer: Issuer, caplog: pytest.LogCaptureFixture
) -> None:
    shown = f"Bearer {issuer.token(SERVICE, padding='x' * 9_000)}"
    assert (await guarded.deliver(said(guarded), Authorization=shown)).status == 400
    assert listener.heard == []
    assert "Bearer" not in caplog.text
