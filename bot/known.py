"""What this process knows of one part of the store, and up to which commit."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from datetime import datetime
from weakref import WeakValueDictionary

from bot import figures
from bot.clock import SystemClock
from bot.logbook import OWN, Logbook, change_of
from plan.dossier import Dossier
from plan.logbook import Act
from plan.records import Record
from storage import News, OvertakenError, Part

IN_MEMORY = 32
"""Plans whose dossiers are kept when nobody uses them."""


class KnownPart:
    """A part that others change too, in this process and elsewhere."""

    def __init__(
        self, part: Part, logbook: Logbook | None = None, now: Callable[[], datetime] | None = None
    ) -> None:
        self._part = part
        self._now = now or SystemClock().now
        self.logbook = logbook or Logbook("")
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
        self,
        kept: Iterable[Record],
        gone: Iterable[Record],
        seen: int | None,
        act: Act | None = None,
    ) -> Dossier:
        """On disk first, then in memory. Raises NotKeptError, and then nothing has changed.

        With a line in the logbook about `act`; a change that is worth one has it anyway. Without
        `seen` there is none: it could take the place of the line of somebody who was first.
        """
        kept, gone = tuple(kept), tuple(gone)
        act = act or change_of((*kept, *gone), self._now) if seen is not None else None
        lines = self.logbook.lines(act, kept, gone, self.dossier) if act else ()
        if not (kept or gone or lines):  # No commit, so the last one may be somebody else's.
            return self.dossier
        began = time.perf_counter()
        try:
            number = await self._part.put(*kept, *lines, drop=gone, seen=seen)
        except BaseException as error:
            figures.commit(_outcome(error), time.perf_counter() - began)
            raise
        figures.commit("kept", time.perf_counter() - began)
        self.logbook.kept(lines)
        if self.number < number:  # Else somebody caught up with it before we could say so.
            self.logbook.take(lines)
            self.dossier = self.dossier.plus(kept, gone)
            if self.number == number - 1:
                self.number = number
        return self.dossier

    def _take(self, news: News) -> None:
        if news.number == self.number:
            return
        if news.whole:
            self.logbook.forget()
        self.logbook.take(news.kept)
        kept = [record for record in news.kept if type(record) not in OWN]
        if news.whole:
            self.dossier = Dossier(kept)
        else:
            found = (self.dossier.get(kind, key) for kind, key in news.dropped)
            self.dossier = self.dossier.plus((), filter(None, found)).plus(kept)
        self.number = news.number


class Held:
    """A part that nobody else changes for now, as it was when that began."""

    def __init__(self, known: KnownPart) -> None:
        self._known = known
        self.dossier = known.dossier
        self._seen = known.number

    async def keep(
        self, keep: Iterable[Record], drop: Iterable[Record] = (), act: Act | None = None
    ) -> Dossier:
        """The part with this in it, on disk. Raises NotKeptError, and then nothing has changed.

        An OvertakenError when somebody did change it after all. With `act` the logbook gets its
        line in the same commit, also when there is nothing else to keep.
        """
        kept, gone = tuple(keep), tuple(drop)
        if kept or gone or act:
            self.dossier = await self._known.put(kept, gone, self._seen, act)
            self._seen = self._known.number
        return self.dossier


class Recent:
    """The plans that were used last. Whoever uses one keeps it, however long ago that began."""

    def __init__(self, made: Callable[[str], KnownPart]) -> None:
        self._made = made
        self._last: OrderedDict[str, KnownPart] = OrderedDict()
        self._in_use: WeakValueDictionary[str, KnownPart] = WeakValueDictionary()

    def of(self, key: str) -> KnownPart:
        """The one of this key; the one that was not used for longest makes room for it."""
        known = self._in_use.get(key) or self._made(key)
        self._last[key] = self._in_use[key] = known
        self._last.move_to_end(key)
        if len(self._last) > IN_MEMORY:
            self._last.popitem(last=False)
        return known


def _outcome(error: BaseException) -> str:
    return "overtaken" if isinstance(error, OvertakenError) else "failed"
