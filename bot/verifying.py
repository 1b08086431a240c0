"""What `verify` says of a store or a back-up: a line per part, a line per thing that is odd."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator

from bot.chains import Anchor, Chains
from bot.commands.saying import DOCUMENTS, counted
from plan.dossier import Dossier
from plan.records import Person
from plan.references import dangling, lost_desks
from storage import Store
from storage.looking import look
from storage.reading import Read

SHARED = "gedeeld"


class Verified:
    """What was seen so far."""

    def __init__(self, anchors: tuple[Anchor, ...] = ()) -> None:
        self.odd = 0
        self.chains = Chains(anchors)
        self._shared = Dossier()
        self._people: dict[str, frozenset[str] | None] = {}

    def odd_line(self, sentence: str) -> str:
        self.odd += 1
        return sentence

    def unread(self, key: str) -> None:
        """A plan is there, and nobody can tell who is in it."""
        self._people[key] = None

    def lines(self, key: str | None, read: Read) -> Iterator[str]:
        """One part: how much is in it, and what is odd about it."""
        name = SHARED if key is None else key
        yield f"{name}: {counted(read.documents, *DOCUMENTS)}"
        dossier = Dossier(read.records)
        for sentence in (
            *read.damaged,
            *self.chains.faults(key or "", read.records),
            *read.unknown,
            *dangling(dossier),
        ):
            yield self.odd_line(f"{name}: {sentence}")
        if key is None:
            self._shared = dossier
        else:
            self._people[key] = frozenset(person.key for person in dossier.all(Person))

    def crossing(self) -> Iterator[str]:
        """What in the shared part points to a plan or a person that is not there."""
        for sentence in lost_desks(self._shared, self._people):
            yield self.odd_line(f"{SHARED}: {sentence}")
        for sentence in self.chains.lost():
            yield self.odd_line(sentence)


async def verified(
    store: Store, found: Verified, step: Callable[[int, str], None]
) -> AsyncIterator[str]:
    """Every line about a store. Beside a process that serves it, it is that moment's."""
    async for seen in look(store):
        if seen.read:
            for line in found.lines(seen.key, seen.read):
                yield line
            step(1, seen.key or "")
        elif seen.key is not None:
            found.unread(seen.key)
        if seen.odd:
            yield found.odd_line(seen.odd)
