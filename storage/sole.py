"""A store that serves, or a store that somebody looks after: not both at once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from storage.errors import StoreInUseError
from storage.store import Store

PLACES = 16
"""So many processes serve one store at most."""


def _place(number: int) -> str:
    return f"serving/{number}"


@asynccontextmanager
async def serving(store: Store) -> AsyncIterator[None]:
    """For as long as a process serves this store, beside others where the back end allows it."""
    async with AsyncExitStack() as stack:
        for number in range(PLACES):
            if await stack.enter_async_context(store.claim("", _place(number))):
                yield
                return
        raise StoreInUseError(
            "Deze opslag wordt nu teruggezet, overgezet of opgeschoond; probeer het later opnieuw."
        )


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
