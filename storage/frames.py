"""Lines with a length and a checksum: what was written whole can be told from what was not."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_HEAD = re.compile(rb"([0-9a-f]{8}) ([0-9a-f]{8}) ")
_HEAD_SIZE = 18


@dataclass(frozen=True)
class Stretch:
    """A piece of a file: a whole line with its payload, or bytes that are none."""

    start: int
    end: int
    payload: bytes | None


def framed(payload: bytes) -> bytes:
    """A payload, which has no line break in it, as one line."""
    return b"%08x %08x %b\n" % (zlib.crc32(payload), len(payload), payload)


def stretches(content: bytes) -> Iterator[Stretch]:
    """All of a file, in order: after odd bytes it goes on at the next whole line."""
    at = odd = 0
    while at < len(content):
        end = _whole(content, at)
        if end is None:
            at = content.find(b"\n", at) + 1 or len(content)
            continue
        if odd < at:
            yield Stretch(odd, at, None)
        yield Stretch(at, end, content[at + _HEAD_SIZE : end - 1])
        at = odd = end
    if odd < len(content):
        yield Stretch(odd, len(content), None)


def _whole(content: bytes, at: int) -> int | None:
    """Where the line that begins here ends, if every bit of it is as it was written."""
    head = _HEAD.match(content, at)
    if head is None:
        return None
    end = at + _HEAD_SIZE + int(head[2], 16)
    if content[end : end + 1] != b"\n":
        return None
    payload = memoryview(content)[at + _HEAD_SIZE : end]
    return end + 1 if zlib.crc32(payload) == int(head[1], 16) else None
