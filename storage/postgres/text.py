"""Text and bodies as PostgreSQL takes them: it knows every character but NUL."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import msgspec

from storage.codec import Body

_MARK = "\x1a"
_LONG = re.compile(r"[0-9]{20}")


def kept(text: str) -> str:
    """A text without NUL that no other text becomes."""
    if "\0" not in text and _MARK not in text:
        return text
    return text.replace(_MARK, _MARK + "1").replace("\0", _MARK + "0")


def read(text: str) -> str:
    """The text that was kept as this."""
    return text.replace(_MARK + "0", "\0").replace(_MARK + "1", _MARK) if _MARK in text else text


def kept_body(body: Body) -> bytes:
    """The JSON of a body, without NUL."""
    raw = msgspec.json.encode(body)
    return msgspec.json.encode(_each(body, kept)) if b"\\u00" in raw else raw


def read_body(raw: str) -> Body:
    """The body that was kept as this."""
    body: Body = msgspec.json.decode(raw)
    return _each(body, read) if "\\u00" in raw or _LONG.search(raw) else body


def _each(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {change(name): _each(part, change) for name, part in value.items()}
    if isinstance(value, list):
        return [_each(part, change) for part in value]
    # The database writes all digits of 1e300; a whole number that long was never kept.
    return float(value) if isinstance(value, int) and abs(value) >= 1 << 64 else value


SHARED = "shared"
_PLAN = "plan/"


def part_of(plan: str | None) -> str:
    """The name of a part: the shared one (None) or that of a plan."""
    return SHARED if plan is None else _PLAN + kept(plan)


def plan_of(part: str) -> str:
    return read(part.removeprefix(_PLAN))
