"""A token that is shown again: its signature is not checked anew, everything else is."""

from __future__ import annotations

import asyncio
import json
import time
from typing import cast

import pytest

from bot.jwks import Key, keys_of
from bot.keys import Keys
from bot.tokens import LEEWAY, REMEMBERED, RefusedError, Tokens
from tests.bot.issuer import APP, Issuer, jwk_of

SERVICE = "https://smba.trafficmanager.net/emea/"


class Ring:
    """The keys at hand, which may be changed."""

    def __init__(self, *jwks: dict[str, object]) -> None:
        self.hang(*jwks)

    def hang(self, *jwks: dict[str, object]) -> None:
        self._keys = keys_of(json.dumps({"keys": jwks}).encode())

    async def key(self, kid: str) -> Key | None:
        return self._keys.get(kid)


def checking(ring: Ring) -> Tokens:
    return Tokens(APP, cast(Keys, ring))


async def test_a_token_shown_again_says_the_same() -> None:
    tokens, header = checking(Ring(jwk_of("first"))), f"Bearer {Issuer().token(SERVICE)}"
    shown = await tokens.check(header)
    assert await tokens.check(header) is shown
    assert shown.service == SERVICE


async def test_a_token_that_has_expired_meanwhile_is_refused() -> None:
    tokens, ends = checking(Ring(jwk_of("first"))), int(time.time()) - LEEWAY + 2
    header = f"Bearer {Issuer().token(SERVICE, exp=ends)}"
    await tokens.check(header)
    await asyncio.sleep(ends + LEEWAY - time.time())
    with pytest.raises(RefusedError):
        await tokens.check(header)


async def test_a_token_whose_key_is_gone_is_refused() -> None:
    ring = Ring(jwk_of("first"))
    tokens, header = checking(ring), f"Bearer {Issuer().token(SERVICE)}"
    await tokens.check(header)
    ring.hang(jwk_of("second"))
    with pytest.raises(RefusedError):
        await tokens.check(header)


async def test_a_token_is_checked_anew_with_another_key_of_that_name() -> None:
    ring = Ring(jwk_of("first"))
    tokens, header = checking(ring), f"Bearer {Issuer().token(SERVICE)}"
    await tokens.check(header)
    ring.hang(jwk_of("evil", kid=jwk_of("first")["kid"]))
    with pytest.raises(RefusedError):
        await tokens.check(header)


async def test_a_bad_token_is_bad_again() -> None:
    tokens, good = checking(Ring(jwk_of("first"))), Issuer().token(SERVICE)
    await tokens.check(f"Bearer {good}")
    for _ in range(2):
        with pytest.raises(RefusedError):
            await tokens.check(f"Bearer {good[:-8]}AAAAAAAA")


async def test_only_so_many_tokens_are_remembered() -> None:
    tokens, issuer = checking(Ring(jwk_of("first"))), Issuer()
    for number in range(REMEMBERED + 5):
        await tokens.check(f"Bearer {issuer.token(SERVICE, iat=number)}")
    assert len(tokens._good) == REMEMBERED  # noqa: SLF001
