"""Writing a file so that it is there whole and for good, or as it was before."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path`, on disk when this returns.

    Readers see the old file or the new one, never a piece. A file that is not there yet appears
    together with its directory, whose parent has to exist. Raises OSError when it did not work;
    all is then as it was before, as far as a failing disk allows.
    """
    if path.parent.exists():
        _replace(path, content)
    else:
        _found(path, content)


def sync_directory(directory: Path) -> None:
    """Have the names in a directory on disk, not only the files behind them."""
    number = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _replace(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{path.name}.new")
    with path.open("rb") as before:
        try:
            _write(beside, content)
            beside.replace(path)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
        try:
            sync_directory(path.parent)
        except OSError:
            # The new name may or may not outlive a crash; nobody is told that it does.
            with suppress(OSError):
                _write(beside, before.read())
                beside.replace(path)
            raise


def _found(path: Path, content: bytes) -> None:
    home = path.parent
    beside = home.with_name(f".{home.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    try:
        beside.mkdir()
        _write(beside / path.name, content)
        sync_directory(beside)
        beside.rename(home)
        sync_directory(home.parent)
    except OSError:
        for rest in (beside, home):
            shutil.rmtree(rest, ignore_errors=True)
        raise


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
