"""That an answer was handed over, kept a moment later along with the next change of its plan."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from bot import logs
from bot.plans import Plans
from plan.dossier import Dossier
from plan.records import Delivered, altered

SOON = 1.0
"""Seconds after which it is kept by itself, where nothing else changed."""

log = logs.logger(__name__)


class HandedOver:
    """A commit for each would cost an eighth of a turn.

    What a killed process had not kept yet is at worst said once more, if the channel delivers it
    once more.
    """

    def __init__(self, plans: Plans) -> None:
        self._plans = plans
        self._marks: dict[str, dict[str, Delivered]] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._keeping: asyncio.Task[None] | None = None

    def add(self, plan: str, mark: Delivered) -> None:
        """From within the loop."""
        self._marks.setdefault(plan, {})[mark.key] = altered(mark, answered=True)
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(SOON, self._begin)

    @contextmanager
    def along(
        self, plan: str, known: Dossier, old: tuple[Delivered, ...] = ()
    ) -> Iterator[tuple[Delivered, ...]]:
        """Those of a plan, to be kept in here; what is gone or goes now does not come back."""
        marks, gone = self._marks.pop(plan, {}), {mark.key for mark in old}
        try:
            yield tuple(
                mark
                for key, mark in marks.items()
                if key not in gone and known.get(Delivered, key)
            )
        except BaseException:
            self._marks[plan] = marks | self._marks.get(plan, {})
            raise

    async def keep(self) -> None:
        """All that there is by now."""
        for plan in tuple(self._marks):
            try:
                with self.along(plan, await self._plans.dossier(plan)) as marks:
                    await self._plans.mark(plan, *marks)
            except Exception:  # The others, and whatever else ends with the process, go on.
                self._marks.pop(plan, None)
                log.exception("answers not marked", plan=plan)

    async def settled(self) -> None:
        """Returns when all that was added is kept."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if self._keeping:
            await self._keeping
        await self.keep()

    def _begin(self) -> None:
        self._timer = None
        self._keeping = asyncio.create_task(self.keep())
