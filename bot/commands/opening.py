"""A store for as long as a command needs it."""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from bot.commands.codes import NoFileError, UsageError
from bot.commands.saying import progress
from storage import Store, open_store
from storage.disk import sync_directory
from storage.filling import refuse_unfinished
from storage.lock import hold
from storage.sole import sole


@asynccontextmanager
async def opened(
    url: str, *, reading: bool = False, unfinished: bool = False, alone: bool = False
) -> AsyncIterator[Store]:
    """The store at this address, closed at the end.

    With `alone` nobody else may serve it meanwhile; raises StoreInUseError. Raises
    UnfinishedError for half a store, unless that is what is asked for.
    """
    with progress("bijwerken", after=0.5) as step:
        store = open_store(url, reading=reading, progress=lambda done, of: step(1, f"van {of}"))
    try:
        async with sole(store) if alone else nullcontext():
            if not unfinished:
                await refuse_unfinished(store)
            yield store
    finally:
        await store.close()


@dataclass(frozen=True)
class Address:
    """Where a store is: a directory, or a database."""

    url: str

    @property
    def directory(self) -> Path | None:
        return None if re.match(r"\w+://", self.url) else Path(self.url)

    @property
    def shown(self) -> str:
        """Without a password, so that it may be written down."""
        if self.directory is not None:
            return self.url
        parts = urlsplit(self.url)
        user = f"{parts.username}@" if parts.username else ""
        return f"{parts.scheme}://{user}{parts.netloc.rpartition('@')[2]}{parts.path}"

    def same_as(self, other: Address) -> bool:
        here, there = self.directory, other.directory
        if here is None or there is None:
            return self.url == other.url
        return here.resolve() == there.resolve()

    def set_aside(self, now: datetime) -> Path | None:
        """The directory under another name, so that its place is free; None when there was none.

        Raises StoreInUseError, and UsageError for a database.
        """
        place = self.directory
        if place is None:
            raise UsageError(
                "--over kan alleen voor een map; maak voor PostgreSQL een lege database."
            )
        if not place.is_dir():
            return None
        place = place.resolve()
        held = hold(place / "lock")
        try:
            aside = place.with_name(f"{place.name}.{now:%Y%m%d-%H%M%S}")
            place.rename(aside)
        finally:
            os.close(held)
        sync_directory(place.parent)
        return aside


def there(url: str) -> None:
    """Raises NoFileError where no store is.

    A command that reads a wrong name would find nothing, and say that all is well.
    """
    place = Address(url).directory
    if place is not None and not place.is_dir():
        raise NoFileError(f"In {url} is geen opslag; geef met --store aan waar die wel is.")
