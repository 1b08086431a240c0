"""Filling an empty store from elsewhere: until all of it is there and equal, it says so."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import datetime

from plan.records import Unfinished
from storage.canonical import digest
from storage.codec import Contents, encode
from storage.errors import DamagedError, StoreError
from storage.store import Store

Parts = AsyncIterator[tuple[str | None, Contents]]
"""As `Store.everything` gives them: the shared part first."""


class FilledError(StoreError):
    """There is something already where an empty place is needed."""


class UnfinishedError(StoreError):
    """This store was being filled, and that was broken off."""


class DifferenceError(StoreError):
    """What was written is not what was read."""


async def unfinished(store: Store) -> Unfinished | None:
    """What this store is being filled by."""
    found = await store.shared.find(Unfinished)
    return found[0] if found else None


async def refuse_unfinished(store: Store) -> None:
    """Raises UnfinishedError for a store of which only a part is there."""
    with suppress(DamagedError):  # Whoever needs that part will say so.
        if found := await unfinished(store):
            raise UnfinishedError(
                f"Deze opslag is nog niet volledig: {found.key} vanuit {found.source} is "
                "afgebroken. Geef dat commando opnieuw."
            )


async def digests(store: Store) -> dict[str | None, str]:
    """Of each part with something in it."""
    parts = store.everything()
    return {key: digest(contents) async for key, contents in parts if any(contents.values())}


async def fill(
    store: Store,
    parts: Parts,
    *,
    keys: tuple[str, ...],
    by: str,
    source: str,
    at: datetime,
    step: Callable[[int, str], None],
) -> int:
    """Have these parts in the store, and read them back; the number of plans.

    keys: the plans among the parts. Broken off, the store is left as unfinished, and doing it
    again goes on where it was. Raises FilledError, DifferenceError.
    """
    before = await _refused_or_known(store, keys)
    mark = Unfinished(key=by, source=source, at=at)
    await store.rewrite(None, {Unfinished.__name__: {mark.key: encode(mark)}})
    wanted: dict[str | None, str] = {}
    shared: Contents = {}
    async for key, contents in parts:
        if any(contents.values()):
            wanted[key] = digest(contents)
        if key is None:
            shared = contents
        elif before.get(key) != wanted.get(key):
            await store.rewrite(key, contents)
        step(1, key or "")
    await _compare(store, {key: sum_ for key, sum_ in wanted.items() if key is not None})
    await store.rewrite(None, shared)
    await _compare(store, wanted)
    return len(wanted.keys() - {None})


async def _refused_or_known(store: Store, keys: tuple[str, ...]) -> dict[str | None, str]:
    """What an earlier try left. Raises FilledError for anything else."""
    before = await digests(store)
    if before and not await unfinished(store):
        raise FilledError(
            "Deze opslag is niet leeg; kies een lege. (Een map die er al staat, zet je opzij met "
            "restore --over.)"
        )
    if strange := sorted(key for key in before if key is not None and key not in keys):
        raise FilledError(
            f"In deze opslag staat plan {strange[0]!r} van een eerdere poging met andere "
            "gegevens; kies een lege opslag."
        )
    return before


async def _compare(store: Store, wanted: dict[str | None, str]) -> None:
    """Raises DifferenceError when the store does not give back just this."""
    found = await digests(store)
    if None not in wanted:
        found.pop(None, None)
    for key in {**wanted, **found}:
        if wanted.get(key) != found.get(key):
            name = "het gedeelde deel" if key is None else f"plan {key!r}"
            raise DifferenceError(
                f"In de nieuwe opslag is {name} niet gelijk aan het origineel; probeer opnieuw."
            )
