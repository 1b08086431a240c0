"""What a part was at a commit (a snapshot) and what changed since (a journal), in lines."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import msgspec

from storage.codec import Contents
from storage.frames import Stretch, framed, stretches

SCHEMA = 2
AT_ONCE = 200
"""Documents that are encoded in one go; other threads get their turn in between."""


Named = tuple[str, str]
"""Class and key of a document."""


class Head(msgspec.Struct, omit_defaults=True):
    """The first line of every file: whose it is, and after which commit it begins."""

    schema: int
    key: str
    number: int
    documents: int | None = None
    """Of a snapshot only."""


class Commit(msgspec.Struct, omit_defaults=True):
    """One change of a part, all or nothing: keep and then drop."""

    n: int
    at: int
    """Seconds since 1970, for people who look for what is missing."""
    put: Contents = {}
    drop: dict[str, list[str]] = {}


def touched_by(
    put: Mapping[str, Iterable[str]], drop: Mapping[str, Iterable[str]]
) -> tuple[Named, ...]:
    """Everything that a commit of these is about."""
    return tuple(
        (name, key) for each in (put, drop) for name, keys in each.items() for key in keys
    )


class OddError(Exception):
    """A file that is not as it was written; the text says what is wrong with it."""


@dataclass
class JournalRead:
    """The commits in a journal by number, where each ends, and what is odd in between."""

    head: Head | None
    commits: dict[int, bytes] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)
    odd: list[Stretch] = field(default_factory=list)
    begins: int = 0
    """Where the first commit begins."""

    def until(self, number: int) -> int:
        """Where what counts ends, when nothing does after that commit."""
        return max((end for n, end in self.ends.items() if n <= number), default=self.begins)


def encoded_head(key: str, number: int, documents: int | None = None) -> bytes:
    head = Head(schema=SCHEMA, key=key, number=number, documents=documents)
    return framed(msgspec.json.encode(head))


def decoded_head(payload: bytes | None) -> Head:
    """Raises OddError."""
    try:
        return msgspec.json.decode(payload or b"", type=Head)
    except (msgspec.MsgspecError, ValueError) as error:
        raise OddError("de eerste regel klopt niet") from error


def read_journal(content: bytes) -> JournalRead:
    """Everything in it that is as it was written."""
    found = JournalRead(head=None)
    for stretch in stretches(content):
        if stretch.payload is None:
            found.odd.append(stretch)
        elif stretch.start == 0:
            found.head = decoded_head(stretch.payload)
            found.begins = stretch.end
        else:
            number = number_of(stretch.payload)
            found.commits[number] = stretch.payload
            found.ends[number] = stretch.end
    return found


class _Number(msgspec.Struct):
    n: int


def number_of(payload: bytes) -> int:
    """Of an encoded commit. Raises OddError."""
    try:
        return msgspec.json.decode(payload, type=_Number).n
    except (msgspec.MsgspecError, ValueError) as error:
        raise OddError("er staat iets anders in dan wijzigingen") from error


def decoded_commit(payload: bytes) -> Commit:
    return msgspec.json.decode(payload, type=Commit)


def snapshot_lines(key: str, number: int, contents: Contents) -> Iterator[bytes]:
    """A snapshot in pieces: who it is of, a line per document, a checksum over all of it."""
    count = sum(map(len, contents.values()))
    checksum = hashlib.sha256()
    for piece in (encoded_head(key, number, count), *_pieces(contents)):
        checksum.update(piece)
        yield piece
    yield framed(msgspec.json.encode({"sha256": checksum.hexdigest()}))


def _pieces(contents: Contents) -> Iterator[bytes]:
    documents = ((name, key, body) for name, t in contents.items() for key, body in t.items())
    piece: list[bytes] = []
    for document in documents:
        piece.append(framed(msgspec.json.encode(document)))
        if len(piece) == AT_ONCE:
            yield b"".join(piece)
            piece = []
    yield b"".join(piece)


def read_snapshot(content: bytes) -> tuple[Head, Contents]:
    """Raises OddError for whatever is not as it was written."""
    found = list(stretches(content))
    payloads = [stretch.payload for stretch in found]
    if len(payloads) < 2 or None in payloads:
        raise OddError("niet alle regels zijn heel")
    head = decoded_head(payloads[0])
    checksum = hashlib.sha256(content[: found[-1].start]).hexdigest()
    if payloads[-1] != msgspec.json.encode({"sha256": checksum}):
        raise OddError("de controlesom klopt niet")
    contents = _gathered(payload for payload in payloads[1:-1] if payload)
    if sum(map(len, contents.values())) != head.documents:
        raise OddError("het aantal documenten klopt niet")
    return head, contents


def _gathered(payloads: Iterable[bytes]) -> Contents:
    contents: Contents = {}
    decoder = msgspec.json.Decoder(tuple[str, str, dict[str, object]])
    try:
        for payload in payloads:
            name, key, body = decoder.decode(payload)
            contents.setdefault(name, {})[key] = body
    except (msgspec.MsgspecError, ValueError) as error:
        raise OddError(f"een document klopt niet ({error})") from error
    return contents
