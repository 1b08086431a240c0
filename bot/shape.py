"""Typed reading of a JSON body that anybody may have sent."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, NoReturn

LONGEST_ID = 512
LONGEST_ADDRESS = 2_048
DEEPEST = 20

Json = Mapping[str, Any]

# Controls (line breaks and tabs stay), and halves of a character that no text can be encoded with.
_UNUSABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|[\ud800-\udfff]")


class MalformedError(Exception):
    """What came in has not the form the channel promises."""


def parsed(raw: bytes) -> dict[str, Any]:
    """The JSON object in `raw`; MalformedError when it is anything else or nested too deep."""
    try:
        body = json.loads(raw, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise MalformedError("no JSON") from None
    if not isinstance(body, dict):
        raise MalformedError("no object")
    _measure(body)
    return body


def within(body: Json, key: str) -> Json:
    """The object under `key`, empty when it is absent."""
    found = body.get(key)
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise MalformedError(f"{key} is no object")
    return found


def several(body: Json, key: str) -> list[Json]:
    """The objects under `key`, none when it is absent."""
    found = body.get(key)
    if found is None:
        return []
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise MalformedError(f"{key} is no list of objects")
    return found


def identifier(body: Json, key: str, *, longest: int = LONGEST_ID) -> str:
    """The printable id under `key`; MalformedError when it is absent."""
    found = optional(body, key, longest=longest)
    if not found:
        raise MalformedError(f"{key} is missing")
    return found


def optional(body: Json, key: str, *, longest: int = LONGEST_ID) -> str:
    """The printable id under `key`, empty when it is absent."""
    found = body.get(key)
    if found is None:
        return ""
    if not isinstance(found, str) or len(found) > longest or not found.isprintable():
        raise MalformedError(f"{key} is no id")
    return found


def words(body: Json, key: str, *, longest: int | None = None) -> str:
    """The text under `key` without what no text can hold, empty when it is absent."""
    found = body.get(key)
    if found is None:
        return ""
    if not isinstance(found, str) or (longest and len(found) > longest):
        raise MalformedError(f"{key} is no text")
    return clean(found)


def clean(text: str) -> str:
    """`text` without control characters and halved characters."""
    return _UNUSABLE.sub("", text)


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _measure(body: dict[str, Any]) -> None:
    level: list[Any] = [body]
    for _ in range(DEEPEST):
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return
    raise MalformedError("nested too deep")


def _inside(one: object) -> list[Any]:
    found = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
    return [inner for inner in found if isinstance(inner, dict | list)]
