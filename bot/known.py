"""What this process knows of one part of the store, and up to which commit."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from weakref import WeakValueDictionary

from plan.dossier import Dossier
from plan.records import Record
from storage import News, Part, Store

IN_MEMORY = 32
"""Plans whose dossiers are kept when nobody uses them."""


class KnownPart:
    """A part that others change too, in this process and elsewhere."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self.dossier = Dossier()
        self.number = 0
        """The last commit that is in the dossier; it may have later ones of our own too."""

    async def caught_up(self) -> Dossier:
        """The part as it is now."""
        while True:
            known = self.number
            news = await self._part.since(known)
            if self.number == known:
                self._take(news)
                return self.dossier
            if self.number >= news.number:  # Another task has caught up further meanwhile.
                return self.dossier

    async def put(
        self, kept: Iterable[Record], gone: Iterable[Record], seen: int | None
    ) -> Dossier:
        """On disk first, then in memory. Raises NotKeptError, and then nothing has changed."""
        kept, gone = tuple(kept), tuple(gone)
        number = await self._part.put(*kept, drop=gone, seen=seen)
        if self.number < number:  # Else somebody caught up with it before we could say so.
            self.dossier = self.dossier.plus(kept, gone)
            if self.number == number - 1:
                self.number = number
        return self.dossier

    def _take(self, news: News) -> None:
        if news.number == self.number:
            return
        if news.whole:
            self.dossier = Dossier(news.kept)
        else:
            found = (self.dossier.get(kind, key) for kind, key in news.dropped)
            self.dossier = self.dossier.plus((), filter(None, found)).plus(news.kept)
        self.number = news.number


class Held:
    """A part that nobody else changes for now, as it was when that began."""

    def __init__(self, known: KnownPart) -> None:
        self._known = known
        self.dossier = known.dossier
        self._seen = known.number

    async def keep(self, keep: Iterable[Record], drop: Iterable[Record] = ()) -> Dossier:
        """The part with this in it, on disk. Raises NotKeptError, and then nothing has changed.

        An OvertakenError when somebody did change it after all.
        """
        kept, gone = tuple(keep), tuple(drop)
        if kept or gone:
            self.dossier = await self._known.put(kept, gone, self._seen)
            self._seen = self._known.number
        return self.dossier


class Recent:
    """The plans that were used last. Whoever uses one keeps it, however long ago that began."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._last: OrderedDict[str, KnownPart] = OrderedDict()
        self._in_use: WeakValueDictionary[str, KnownPart] = WeakValueDictionary()

    def of(self, key: str) -> KnownPart:
        """The one of this key; the one that was not used for longest makes room for it."""
        known = self._in_use.get(key) or KnownPart(self._store.plan(key))
        self._last[key] = self._in_use[key] = known
        self._last.move_to_end(key)
        if len(self._last) > IN_MEMORY:
            self._last.popitem(last=False)
        return known
