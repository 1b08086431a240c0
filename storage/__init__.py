"""How records are kept: a store has parts, a part has three verbs."""

from __future__ import annotations

import re
from pathlib import Path

from storage.beside import StoreBeside
from storage.errors import (
    DamagedError,
    NewerStoreError,
    NotKeptError,
    OvertakenError,
    StoreError,
    StoreInUseError,
    UnknownStoreError,
)
from storage.store import News, Part, Store
from storage.tiny import TinyStore
from storage.upgrade import Progress

__all__ = [
    "DamagedError",
    "NewerStoreError",
    "News",
    "NotKeptError",
    "OvertakenError",
    "Part",
    "Store",
    "StoreError",
    "StoreInUseError",
    "UnknownStoreError",
    "open_store",
]


def open_store(
    url: str, *, reading: bool = False, progress: Progress = lambda done, of: None
) -> Store:
    """The store at a directory, made where it is not there yet.

    With `reading` it stands beside the process that has it open, and nothing is made or changed.
    `progress` hears of the parts of an older store that are brought up to date.
    Raises StoreInUseError when another process has it, UnknownStoreError when there is no store
    to be had at this address.
    """
    if re.match(r"postgres(ql)?://", url):
        raise UnknownStoreError("Opslag in PostgreSQL kan nog niet; geef een map op.")
    if not url or "://" in url:
        raise UnknownStoreError("Het adres van de opslag is een map, zoals data/.")
    try:
        path = Path(url)
        return StoreBeside(path) if reading else TinyStore(path, progress=progress)
    except OSError as error:
        raise UnknownStoreError(f"In {url} kan geen opslag staan: {error.strerror}.") from error
