"""One text for the same contents, whichever back end they come from: a line per document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from storage.codec import Body, Contents

_Line = tuple[str, str, Body]


def lines(contents: Contents) -> Iterator[bytes]:
    """`["Class","key",{body}]` for each document: by class, then in the order first kept.

    The order of classes and that of the fields mean nothing, so both are sorted.
    """
    for name in sorted(contents):
        for key, body in contents[name].items():
            yield msgspec.json.encode((name, key, _plain(body)), order="sorted") + b"\n"


def contents_of(written: Iterable[bytes]) -> Contents:
    """What these lines say. Raises ValueError for one that is none."""
    found: Contents = {}
    for number, line in enumerate(written, start=1):
        try:
            name, key, body = msgspec.json.decode(line, type=_Line)
        except msgspec.MsgspecError as error:
            raise ValueError(f"regel {number} is niet te lezen: {error}") from error
        if key in found.setdefault(name, {}):
            raise ValueError(f"regel {number} staat er dubbel in")
        found[name][key] = body
    return found


def digest(contents: Contents) -> str:
    """The same for the same contents, and for no others."""
    whole = hashlib.sha256()
    for line in lines(contents):
        whole.update(line)
    return whole.hexdigest()


def _plain(value: Any) -> Any:
    """Whole numbers without a fraction: some stores keep 12.0 as 12 and 1e22 in full."""
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
