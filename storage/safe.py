"""Files and directories for one pair of eyes, on disk when these return."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path


def safe_name(key: str) -> str:
    """A name for the file of a plan: safe whatever the key is, and its own."""
    words = re.sub(r"[^a-z0-9]+", "-", key.lower())[:40].strip("-")
    sum_ = hashlib.sha256(key.encode(errors="surrogatepass")).hexdigest()[:16]
    return f"{words}-{sum_}".lstrip("-")


def new_directory(path: Path) -> None:
    """Made with those above it that are missing."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.mkdir(mode=0o700)


def new_file(path: Path, content: bytes) -> None:
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with open(number, "wb") as file:  # noqa: PTH123 -- Path opens no descriptor
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_directory(directory: Path) -> None:
    """Have the names in a directory on disk, not only the files behind them."""
    number = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
