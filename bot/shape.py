"""Typed reading of a JSON body that anybody may have sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NoReturn

from plan.text import readable

LONGEST_ID = 512
LONGEST_ADDRESS = 2_048
DEEPEST = 20

Json = Mapping[str, Any]


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


def moment(body: Json, key: str) -> datetime | None:
    """The moment under `key`; nothing for what is none, on which nothing rests but an order."""
    try:
        found = datetime.fromisoformat(optional(body, key))
    except ValueError:
        return None
    return found if found.tzinfo else None


def words(body: Json, key: str, *, longest: int | None = None) -> str:
    """The text under `key` as a reader sees it, empty when it is absent."""
    found = body.get(key)
    if found is None:
        return ""
    if not isinstance(found, str) or (longest and len(found) > longest):
        raise MalformedError(f"{key} is no text")
    return readable(found)


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
