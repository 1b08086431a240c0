"""What the rest of the house asks of a store: parts with three verbs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol, TypeVar

from plan.records import Record
from storage.codec import Contents

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, kw_only=True)
class News:
    """What changed in a part after a commit; `whole` when it is all there is, known or not."""

    number: int
    """The last commit that is in it. 0: nothing was ever kept."""
    kept: tuple[Record, ...]
    """In the order of `find`; of the logbook no more than its last line need be there."""
    dropped: tuple[tuple[type[Record], str], ...] = ()
    """Class and key of what was dropped, also of what was kept again afterwards."""
    whole: bool = False


class Part(Protocol):
    """The records of one plan, or those that all plans share."""

    async def find(self, kind: type[R], **equals: str) -> list[R]:
        """The records of a class whose fields have these values, in the order first kept.

        `Record` itself stands for every class. Raises TypeError for a class or a field that
        does not exist and DamagedError for what cannot be read.
        """
        ...

    async def put(
        self, *records: Record, drop: tuple[Record, ...] = (), seen: int | None = None
    ) -> int:
        """Keep `records` and then drop `drop`: all of it or none of it; the number of the commit.

        A record replaces the one of its class and key and takes its place in the order; what
        is dropped goes by class and key, and need not be there. When this returns it is on
        disk. With `seen`, the number of the last commit that the caller knows: raises
        OvertakenError when one of these records was kept or dropped by a later one. Raises
        NotKeptError when it is not kept, and then everything is as it was before.
        """
        ...

    async def drop(self, kind: type[Record], **equals: str) -> None:
        """Drop what `find` would find, all of it or none of it. Raises as `put` does."""
        ...

    async def since(self, number: int) -> News:
        """What whoever knows everything up to that commit does not know yet."""
        ...


class Store(Protocol):
    """Plans by key, and what they share."""

    async def plans(self) -> tuple[str, ...]:
        """The keys of the plans in which something was ever kept, sorted."""
        ...

    async def numbers(self) -> Mapping[str, int]:
        """Per plan a number that is another one after each commit, also of another process."""
        ...

    def plan(self, key: str) -> Part:
        """The part of one plan, the same one each time; a new key comes to be at its first put."""
        ...

    @property
    def shared(self) -> Part:
        """People's desks, addresses and whatever else belongs to no single plan."""
        ...

    def alone(self, name: str) -> AbstractAsyncContextManager[None]:
        """Waits until nobody else has this name, in any process on this store; in order of asking.

        One who has a name may ask for another, not for the same one again. It orders work and
        saves doing it twice; what keeps answers safe when a connection breaks is `seen`.
        """
        ...

    def claim(self, plan: str, key: str) -> AbstractAsyncContextManager[bool]:
        """Whether the outgoing message of that key is ours to send; False while another has it.

        It is let go at the end, or when the process dies.
        """
        ...

    async def lost(self) -> str:
        """Returns when the process must end, with the reason: nothing can be kept ever again.

        What was acknowledged is there when it starts anew.
        """
        ...

    async def health(self) -> str:
        """Why nothing can be kept now, in one sentence; "" when all is well."""
        ...

    def damage(self) -> tuple[str, ...]:
        """What was found damaged since the store was opened, a sentence each."""
        ...

    def everything(self) -> AsyncIterator[tuple[str | None, Contents]]:
        """The documents of every part as they are kept: the shared part (None), then the plans.

        The shared part comes first, so that what it means for a plan is never younger than the
        plan. Fields and classes that this program does not know are in it too.
        """
        ...

    async def rewrite(self, key: str | None, contents: Contents) -> None:
        """Have this in the part and nothing else, also no trace of what it had before.

        For a store that serves nobody (`restore`, `migrate`, `erase`). Raises NotKeptError.
        """
        ...

    async def close(self) -> None:
        """Finish what is under way and let go; nothing can be kept afterwards."""
        ...
