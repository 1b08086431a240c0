"""How many messages wait, are given up, or may have arrived: over all plans, for the figures."""

from __future__ import annotations

from collections import Counter
from typing import Final

from bot import figures
from plan.dossier import Dossier
from plan.records import Message

STATES: Final = ("waiting", "unclear", "failed")


class Owed:
    def __init__(self) -> None:
        self._by_plan: dict[str, Counter[str]] = {}
        self._all: Counter[str] = Counter()

    def looked(self, plan: str, dossier: Dossier) -> None:
        """A plan as it is now takes the place of what was counted of it before."""
        found = Counter(filter(None, map(_state, dossier.all(Message))))
        self._all.update(found)
        self._all.subtract(self._by_plan.get(plan, Counter()))
        self._by_plan[plan] = found
        for state in STATES:
            figures.outbox(state, self._all[state])


def _state(message: Message) -> str:
    if message.sent_at or message.needless:
        return ""
    if message.failed:
        return "unclear" if message.failed == "unclear" else "failed"
    return "waiting"
