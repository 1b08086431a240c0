"""Reads what an issuer publishes: where its keys are, and the keys."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey, RSAPublicNumbers
from yarl import URL

ISSUER: Final = "https://api.botframework.com"
LARGEST: Final = 1024 * 1024
BITS: Final = range(2_048, 8_193)
EXPONENT: Final = 65_537
LONGEST_KID: Final = 512
LONGEST_NUMBER: Final = 2_048


class NoKeysError(Exception):
    """There are no keys to check a token with; why."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key for signatures. endorsements: the channels that it may speak for."""

    public: RSAPublicKey
    endorsements: frozenset[str]


def address_of(raw: bytes, metadata: str) -> str:
    """Where the keys are, according to what stands at `metadata`: beside it. NoKeysError."""
    told = _object(raw)
    address = told.get("jwks_uri")
    if told.get("issuer") != ISSUER or not isinstance(address, str):
        raise NoKeysError("of another issuer")
    try:
        beside = URL(address).origin() == URL(metadata).origin()
    except ValueError:
        beside = False
    if not beside:
        raise NoKeysError("elsewhere")
    return address


def keys_of(raw: bytes) -> Mapping[str, Key]:
    """Those that can be used, by their names; what else there is, is left out. NoKeysError."""
    listed = _object(raw).get("keys")
    found: dict[str, Key] = {}
    for told in listed if isinstance(listed, list) else ():
        key = _key(told)
        if key:
            found.setdefault(told["kid"], key)
    if not found:
        raise NoKeysError("none of use")
    return found


def _key(told: Any) -> Key | None:
    if not isinstance(told, dict) or not _for_signatures(told):
        return None
    modulus, exponent = _number(told.get("n")), _number(told.get("e"))
    if modulus.bit_length() not in BITS or exponent != EXPONENT:
        return None
    endorsed = told.get("endorsements")
    names = {e for e in endorsed if isinstance(e, str)} if isinstance(endorsed, list) else ()
    try:
        public = RSAPublicNumbers(exponent, modulus).public_key()
    except ValueError:
        return None
    return Key(public=public, endorsements=frozenset(names))


def _for_signatures(told: Mapping[str, Any]) -> bool:
    kid = told.get("kid")
    return (
        isinstance(kid, str)
        and 0 < len(kid) <= LONGEST_KID
        and told.get("kty") == "RSA"
        and told.get("use", "sig") == "sig"
        and told.get("alg", "RS256") == "RS256"
    )


def _number(value: object) -> int:
    if not isinstance(value, str) or len(value) > LONGEST_NUMBER:
        return 0
    try:
        return int.from_bytes(base64.urlsafe_b64decode(value + "=" * (-len(value) % 4)))
    except (ValueError, binascii.Error):
        return 0


def _object(raw: bytes) -> Mapping[str, Any]:
    try:
        told = json.loads(raw)
    except (ValueError, RecursionError):
        raise NoKeysError("no JSON") from None
    if not isinstance(told, dict):
        raise NoKeysError("no object")
    return told
