"""Checks the token that the channel shows: whose it is, for whom, and until when."""

from __future__ import annotations

import base64
import hashlib
import json
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import jwt
from jwt.types import Options

from bot.jwks import ISSUER, LONGEST_KID, Key
from bot.keys import Keys

ALGORITHM: Final = "RS256"
LEEWAY: Final = 300
"""Seconds that clocks may differ, as Microsoft prescribes."""
LONGEST: Final = 4_096
"""Characters; those of the channel have some 800."""
REMEMBERED: Final = 64
"""Good tokens of late, by their checksums; what is not good is never remembered."""
NEEDED: Final = ("exp", "nbf", "iss", "aud", "serviceurl")
# What would have the check done in another way, or with a key of the sender's own.
REFUSED: Final = frozenset({"jku", "jwk", "x5u", "x5c", "crit", "b64", "zip", "enc"})

_OPTIONS: Final[Options] = {
    "require": list(NEEDED),
    "strict_aud": True,
    "enforce_minimum_key_length": True,
}


class RefusedError(Exception):
    """No token, or not a good one; why, for nobody outside."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a good token says: the service URL and the channels it speaks for."""

    service: str
    endorsements: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Checked:
    """A good token: what it says, by which key, and between which seconds."""

    shown: Shown
    kid: str
    key: Key
    begins: int
    ends: int


class Tokens:
    """Tokens for the app of this id.

    The channel shows the same one for an hour: its signature is checked once per look-up of the
    keys, its moments each time.
    """

    def __init__(self, app_id: str, keys: Keys) -> None:
        self._app_id = app_id
        self._keys = keys
        self._good: OrderedDict[bytes, _Checked] = OrderedDict()

    async def check(self, header: str) -> Shown:
        """The token in an Authorization header. Raises RefusedError or NoKeysError."""
        token = _bearer(header)
        mark = hashlib.sha256(token.encode()).digest()
        known = self._good.get(mark)
        if known is None or not await self._holds(known):
            self._good.pop(mark, None)
            known = self._good[mark] = await self._checked(token)
            while len(self._good) > REMEMBERED:
                self._good.popitem(last=False)
        return known.shown

    async def _holds(self, known: _Checked) -> bool:
        now = time.time()
        in_time = known.begins - LEEWAY <= now < known.ends + LEEWAY
        return in_time and await self._keys.key(known.kid) is known.key

    async def _checked(self, token: str) -> _Checked:
        kid = _kid(_part(token, 0))
        told = _part(token, 1)
        if told.get("iss") != ISSUER or told.get("aud") != self._app_id:
            raise RefusedError("not from the channel to us")  # And no reason to look up its key.
        key = await self._keys.key(kid)
        if key is None:
            raise RefusedError("unknown key")
        try:
            claims = jwt.decode(
                token,
                key.public,
                algorithms=[ALGORITHM],
                audience=self._app_id,
                issuer=ISSUER,
                leeway=LEEWAY,
                options=_OPTIONS,
            )
        except Exception as error:  # Whatever goes wrong in a check, nobody gets in by it.
            raise RefusedError(type(error).__name__) from None
        shown = Shown(service=_whole(claims)["serviceurl"], endorsements=key.endorsements)
        return _Checked(shown, kid, key, begins=claims["nbf"], ends=claims["exp"])


def _bearer(header: str) -> str:
    kind, _, token = header.partition(" ")
    if kind != "Bearer" or not token.isascii() or len(token) > LONGEST or token.count(".") != 2:
        raise RefusedError("no token")
    return token


def _kid(head: Mapping[str, Any]) -> str:
    kid = head.get("kid")
    if head.get("alg") != ALGORITHM or head.get("typ", "JWT") != "JWT" or REFUSED & head.keys():
        raise RefusedError("another kind of token")
    if not isinstance(kid, str) or not 0 < len(kid) <= LONGEST_KID:
        raise RefusedError("no key named")
    return kid


def _whole(claims: Mapping[str, Any]) -> Mapping[str, Any]:
    """PyJWT would read a number from a text."""
    moments = [claims.get("nbf"), claims.get("exp"), claims.get("iat", 0)]
    if any(type(moment) is not int for moment in moments):
        raise RefusedError("no moment")
    if not isinstance(claims.get("serviceurl"), str):
        raise RefusedError("no service URL")
    return claims


def _part(token: str, number: int) -> Mapping[str, Any]:
    """Not yet believed. What stands there twice, two readers may read in two ways."""
    raw = token.split(".")[number]
    try:
        found = json.loads(
            base64.b64decode(raw + "=" * (-len(raw) % 4), altchars=b"-_", validate=True),
            object_pairs_hook=_once,
            parse_constant=_no_number,
        )
    except (ValueError, RecursionError):
        raise RefusedError("unreadable") from None
    if not isinstance(found, dict):
        raise RefusedError("unreadable")
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("twice")
    return found


def _no_number(name: str) -> None:
    raise ValueError(name)
