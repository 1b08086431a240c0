"""What time it is; the only room that asks is this one."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """This moment, as an aware datetime in UTC."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class MovedClock:
    """Starts at a moment, ticks on with real time, and can be moved forward.

    seconds: what it ticks with; moving the machine's own clock does not move this one.
    """

    def __init__(self, start: datetime, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._moment = start.astimezone(UTC)
        self._since = seconds()

    def now(self) -> datetime:
        return self._moment + timedelta(seconds=self._seconds() - self._since)

    def advance_to(self, moment: datetime) -> None:
        """Goes on from `moment`. ValueError when that has passed or has no time zone."""
        if moment.tzinfo is None:
            raise ValueError("the moment has no time zone")
        if moment < self.now():
            raise ValueError("the moment has passed")
        self.reach(moment)

    def reach(self, moment: datetime) -> None:
        """Goes on from `moment`; one that has passed, however lately, was reached already."""
        if moment > self.now():
            self._moment, self._since = moment.astimezone(UTC), self._seconds()
