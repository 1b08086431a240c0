"""What the rest of the house asks of a store: parts with three verbs."""

from __future__ import annotations

from typing import Protocol, TypeVar

from plan.records import Record

R = TypeVar("R", bound=Record)


class Part(Protocol):
    """The records of one plan, or those that all plans share."""

    async def find(self, kind: type[R], **equals: str) -> list[R]:
        """The records of a class whose fields have these values, in the order first kept.

        `Record` itself stands for every class. Raises TypeError for a class or a field that
        does not exist and DamagedError for what cannot be read.
        """
        ...

    async def put(self, *records: Record, drop: tuple[Record, ...] = ()) -> None:
        """Keep `records` and then drop `drop`: all of it or none of it.

        A record replaces the one of its class and key and takes its place in the order; what
        is dropped goes by class and key, and need not be there. When this returns it is on
        disk. Raises NotKeptError when it is not, and then everything is as it was before.
        """
        ...

    async def drop(self, kind: type[Record], **equals: str) -> None:
        """Drop what `find` would find, all of it or none of it. Raises as `put` does."""
        ...


class Store(Protocol):
    """Plans by key, and what they share."""

    async def plans(self) -> tuple[str, ...]:
        """The keys of the plans in which something was ever kept, sorted."""
        ...

    def plan(self, key: str) -> Part:
        """The part of one plan, the same one each time; a new key comes to be at its first put."""
        ...

    @property
    def shared(self) -> Part:
        """People's desks, addresses and whatever else belongs to no single plan."""
        ...

    async def close(self) -> None:
        """Finish what is under way and let go; nothing can be kept afterwards."""
        ...
