"""A store that serves, or a store that somebody looks after: not both at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress

from storage.errors import StoreError, StoreInUseError
from storage.store import Store

PLACES = 16
"""So many processes serve one store at most."""
BEAT = 2.0
"""Seconds after which a broken connection is noticed, and the place that was lost with it asked
for again, also when nobody says anything."""


def _place(number: int) -> str:
    return f"serving/{number}"


@asynccontextmanager
async def serving(store: Store) -> AsyncIterator[None]:
    """For as long as a process serves this store, beside others where the back end allows it."""
    async with AsyncExitStack() as stack:
        for number in range(PLACES):
            if await stack.enter_async_context(store.claim("", _place(number))):
                minding = asyncio.create_task(_minding(store))
                stack.callback(minding.cancel)
                yield
                return
        raise StoreInUseError(
            "Deze opslag wordt nu teruggezet, overgezet of opgeschoond, of er draaien al "
            f"{PLACES} assistenten op; probeer het later opnieuw."
        )


async def _minding(store: Store) -> None:
    """Whoever asks for anything gets back what is held, where a connection broke."""
    while True:
        await asyncio.sleep(BEAT)
        with suppress(StoreError):
            async with store.claim("", "serving"):
                pass


@asynccontextmanager
async def sole(store: Store) -> AsyncIterator[None]:
    """While nobody serves this store: every place is taken. Raises StoreInUseError."""
    async with AsyncExitStack() as stack:
        for number in range(PLACES):
            if not await stack.enter_async_context(store.claim("", _place(number))):
                raise StoreInUseError(
                    "De assistent draait nog op deze opslag; stop die eerst, op elke server."
                )
        yield
