"""Files on a disk that may be full or broken: every call that can fail goes through here."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


class LostError(Exception):
    """A sync failed: what the disk has of the last writes is unknown, and asking again lies."""


class Grown:
    """A file that grows at its end. What was not written whole is cut off again.

    It is opened when it is written to, so that reading goes on where nothing can be written.
    """

    def __init__(self, path: Path, size: int) -> None:
        self.path = path
        self.size = size
        """Bytes that count; whatever lies behind them is overwritten."""
        self._number = -1
        self._ragged = False

    def _opened(self) -> int:
        if self._number < 0:
            self._number = os.open(self.path, os.O_WRONLY | os.O_CLOEXEC)
            self._ragged = os.fstat(self._number).st_size > self.size
        return self._number

    def add(self, content: bytes) -> None:
        """Have it at the end, not yet on disk. Raises OSError; the file is then as it was."""
        number = self._opened()
        if self._ragged:
            os.ftruncate(number, self.size)
            self._ragged = False
        rest, at = memoryview(content), self.size
        try:
            while rest:
                done = os.pwrite(number, rest, at)
                at, rest = at + done, rest[done:]
        except OSError:
            if at > self.size:
                self.cut(self.size)
            raise
        self.size = at

    def cut(self, size: int) -> None:
        """Make it end here; where that fails it is done before the next writing."""
        self.size, self._ragged = size, True
        with suppress(OSError):
            os.ftruncate(self._opened(), size)
            self._ragged = False

    def take_back(self, size: int) -> None:
        """Make it end here, also after a power cut. Raises LostError: what it has is unknown."""
        self.cut(size)
        if self._ragged:
            raise LostError(f"{self.path} is niet terug te zetten zoals het was.")
        self.sync()

    def sync(self) -> None:
        """Have all of it on disk. Raises LostError."""
        if self._number < 0:
            return
        try:
            os.fdatasync(self._number)
        except OSError as error:
            raise LostError(f"{self.path} is niet op schijf gekomen: {error.strerror}.") from error

    def close(self) -> None:
        number, self._number = self._number, -1
        if number >= 0:
            os.close(number)


def write_synced(path: Path, pieces: Iterable[bytes]) -> int:
    """A new file with this on disk, though its name is not yet; its size. Raises OSError."""
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    try:
        size = 0
        for piece in pieces:
            size = _written(number, piece, size)
        os.fsync(number)
    finally:
        os.close(number)
    return size


def _written(number: int, content: bytes, at: int) -> int:
    """Where the next byte comes."""
    rest = memoryview(content)
    while rest:
        done = os.pwrite(number, rest, at)
        at, rest = at + done, rest[done:]
    return at


def sync_directory(directory: Path) -> None:
    """Have the names in a directory on disk, not only the files behind them."""
    number = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
