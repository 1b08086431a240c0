"""How much one person may say in a while, so that nobody keeps the others waiting."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from bot.heard import Answered, Heard, Outgoing
from bot.speaking import language_of
from plan.text import Text

Verdict = Literal["hear", "tell", "ignore"]

PER_MINUTE: Final = 30
AT_ONCE: Final = 15
"""So many may come without a pause between them."""
REMEMBERED: Final = 10_000
"""People of whom it is known how much they said; the one who said something longest ago goes."""

TOO_FAST: Final = Text(
    nl="Dit gaat mij te snel: wat er net kwam, heb ik niet verwerkt. Wacht een halve minuut en "
    "stuur het dan nog eens.",
    en="This is too fast for me: I have not dealt with what just came in. Please wait half a "
    "minute and then send it again.",
)


def too_fast(heard: Heard) -> str:
    return TOO_FAST.within(language_of(heard.locale))


async def slowed(heard: Heard) -> Answered:
    """In the place of a turn."""
    return Answered(then=(Outgoing(text=too_fast(heard)),))


@dataclass
class _Person:
    left: float
    at: float
    told: bool = False


class Allowance:
    """Some at once, and after that a steady trickle. `seconds` is a clock that never goes back."""

    def __init__(
        self,
        per_minute: float = PER_MINUTE,
        at_once: float = AT_ONCE,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._rate = per_minute / 60
        self._at_once = at_once
        self._seconds = seconds
        self._people: OrderedDict[str, _Person] = OrderedDict()

    def of(self, who: str) -> Verdict:
        """Whether what `who` says now is heard; if not, whether to tell them so: once a while."""
        now = self._seconds()
        person = self._people.pop(who, None) or _Person(left=self._at_once, at=now)
        self._people[who] = person
        while len(self._people) > REMEMBERED:
            self._people.popitem(last=False)
        person.left = min(self._at_once, person.left + (now - person.at) * self._rate)
        person.at = now
        if person.left >= 1:
            person.left -= 1
            person.told = person.told and person.left < self._at_once / 2
            return "hear"
        verdict: Verdict = "ignore" if person.told else "tell"
        person.told = True
        return verdict
