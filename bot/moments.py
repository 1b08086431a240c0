"""When each plan must be looked at again, and when its next message goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from plan.dossier import Dossier
from plan.records import Message
from plan.reminders import may_be_due, unsent

ANYWAY = timedelta(days=1)
"""After that a plan is looked at also when nothing seems to be due."""
RETRY = timedelta(seconds=25)
"""After that what went wrong is tried again; sooner only when somebody asks for it."""
LEAST = 0.2
"""Seconds between two looks at least, however soon something is due."""


@dataclass(frozen=True)
class _Look:
    number: int
    """That of the plan when it was looked at."""
    until: datetime
    """From then on it must be looked at again."""
    at: datetime
    left: bool = False
    """Something should have gone out and did not."""

    def has_come(self, now: datetime, *, patient: bool) -> bool:
        """Whether it must be looked at again; what could not go out just now may wait a little.

        A clock that was set back says nothing of how long ago that was.
        """
        if now < self.at:
            return True
        soon = patient and self.left and now < self.at + RETRY
        return self.until <= now and not soon

    def comes(self, now: datetime) -> float:
        """Seconds until it has."""
        return ((self.at + RETRY if self.left else self.until) - now).total_seconds()


class Moments:
    """Of every plan by its key; a plan with another number is another plan."""

    def __init__(self) -> None:
        self._looks: dict[str, _Look] = {}
        self._coming: dict[str, tuple[int, datetime | None]] = {}

    def changed(self, numbers: Mapping[str, int]) -> tuple[str, ...]:
        """The plans that are not as they were when they were looked at; the known ones first."""
        self._forget(numbers)
        found = [key for key, number in numbers.items() if self._is_changed(key, number)]
        return tuple(sorted(found, key=lambda key: key not in self._looks))

    def due(
        self, numbers: Mapping[str, int], now: datetime, *, patient: bool = False
    ) -> tuple[str, ...]:
        """Those, and the plans whose moment has come."""
        changed = self.changed(numbers)
        come = [k for k, look in self._looks.items() if look.has_come(now, patient=patient)]
        return tuple(dict.fromkeys((*come, *changed)))

    def looked(self, key: str, number: int, dossier: Dossier, now: datetime) -> None:
        """A plan was looked at; what did not go out stays due."""
        left = bool(unsent(dossier.all(Message), now, dossier.plan.free_days))
        moment = now if left else may_be_due(dossier, now)
        anyway = now + ANYWAY
        self._looks[key] = _Look(number, min(moment or anyway, anyway), now, left)

    def wait(self, now: datetime, most: float) -> float:
        """Seconds until the first plan must be looked at again, `most` at most."""
        soonest = min((look.comes(now) for look in self._looks.values()), default=most)
        return min(max(soonest, LEAST), most)

    def failed(self, key: str, number: int, now: datetime) -> None:
        self._looks[key] = _Look(number, now, now, left=True)

    def knows_coming(self, key: str, number: int, now: datetime) -> bool:
        of, moment = self._coming.get(key, (-1, None))
        return of == number and (moment is None or moment > now)

    def comes(self, key: str, number: int, moment: datetime | None) -> None:
        """When the next message of a plan goes; None when none is coming."""
        self._coming[key] = (number, moment)

    def coming(self, key: str) -> datetime | None:
        return self._coming[key][1]

    def _is_changed(self, key: str, number: int) -> bool:
        look = self._looks.get(key)
        return look is None or look.number != number

    def _forget(self, numbers: Mapping[str, int]) -> None:
        for gone in self._looks.keys() - numbers.keys():
            del self._looks[gone]
            self._coming.pop(gone, None)
