"""A lock per name that exists only while somebody uses it."""

from __future__ import annotations

from asyncio import Lock
from weakref import WeakValueDictionary


class Locks:
    """Locks are handed out first come, first served; an unused one is forgotten by itself."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, Lock] = WeakValueDictionary()

    def of(self, name: str) -> Lock:
        """The lock of `name`; keep it in a variable for as long as it is needed."""
        return self._locks.setdefault(name, Lock())

    def __len__(self) -> int:
        return len(self._locks)
