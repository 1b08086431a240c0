"""The file of one part: a line that says whose it is, and a line with everything in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from storage.codec import Contents
from storage.errors import DamagedError
from storage.whole import write_whole

_SCHEMA = 1


class _Header(msgspec.Struct):
    schema: int
    key: str


@dataclass(frozen=True)
class PartFile:
    """Where a part is kept; without its directory there is nothing in it yet."""

    path: Path
    key: str

    def read(self) -> Contents:
        """What is kept. Raises DamagedError, never gives less than there is."""
        if not self.path.parent.exists():
            return {}
        try:
            first, _, rest = self.path.read_bytes().partition(b"\n")
            contents = msgspec.json.decode(rest, type=Contents)
        except (OSError, msgspec.MsgspecError, ValueError) as error:
            raise DamagedError(f"{self.path} is niet te lezen: {error}.") from error
        key = _key(self.path, first)
        if key != self.key:
            raise DamagedError(f"{self.path} bevat plan {key!r}, niet {self.key!r}.")
        return contents

    def write(self, contents: Contents) -> None:
        """Have all of it on disk. Raises OSError, ValueError for a key that is no text."""
        header = msgspec.json.encode(_Header(schema=_SCHEMA, key=self.key))
        write_whole(self.path, header + b"\n" + msgspec.json.encode(contents) + b"\n")


def read_key(path: Path) -> str:
    """Whose file this is, from its first line. Raises DamagedError."""
    try:
        with path.open("rb") as file:
            first = file.readline()
    except OSError as error:
        raise DamagedError(f"{path} is niet te lezen: {error}.") from error
    return _key(path, first)


def _key(path: Path, line: bytes) -> str:
    try:
        header = msgspec.json.decode(line, type=_Header)
    except (msgspec.MsgspecError, ValueError) as error:
        raise DamagedError(f"{path} begint niet zoals het hoort: {error}.") from error
    if header.schema > _SCHEMA:
        raise DamagedError(f"{path} is geschreven door een nieuwere versie van dit programma.")
    return header.key
