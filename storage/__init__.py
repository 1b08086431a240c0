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
    why,
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
    "why",
]


def open_store(
    url: str, *, reading: bool = False, progress: Progress = lambda done, of: None
) -> Store:
    """The store at a directory or in a database, made where it is not there yet.

    With `reading` it stands beside the process that has it open, and nothing is made or changed.
    `progress` hears of the parts of an older store that are brought up to date.
    Raises StoreInUseError when another process has it, UnknownStoreError when there is no store
    to be had at this address.
    """
    if re.match(r"postgres(ql)?://", url):
        return _in_postgres(url, reading=reading)
    if not url or "://" in url:
        raise UnknownStoreError(
            "Het adres van de opslag is een map, zoals data/, of begint met postgresql://."
        )
    try:
        path = Path(url)
        return StoreBeside(path) if reading else TinyStore(path, progress=progress)
    except (FileExistsError, NotADirectoryError) as error:
        raise UnknownStoreError(f"In {url} kan geen opslag staan: {why(error)}.") from error
    except OSError as error:
        raise StoreError(f"De opslag {url} kan niet worden geopend: {why(error)}.") from error


def _in_postgres(url: str, *, reading: bool) -> Store:
    try:
        from storage.postgres.store import PostgresStore
    except ImportError as error:
        if (error.name or "psycopg").partition(".")[0] != "psycopg":
            raise
        raise UnknownStoreError(
            "Voor opslag in PostgreSQL is psycopg nodig: "
            "pip install --require-hashes -r requirements/postgres.txt"
        ) from error
    return PostgresStore(url, reading=reading)
