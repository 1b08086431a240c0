"""Of every plan what is needed to choose among them, read again only when the plan changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.plans import Plans
from plan.dossier import Dossier
from plan.records import Card, Event, Message, Plan
from storage import DamagedError


@dataclass(frozen=True)
class Glimpse:
    """`latest`: when something last happened to the plan, apart from what its file tells."""

    number: int
    plan: Plan
    latest: datetime | None


class Glimpses:
    def __init__(self, plans: Plans) -> None:
        self._plans = plans
        self._seen: dict[str, Glimpse] = {}

    async def all(self) -> Mapping[str, Glimpse]:
        """By the key of the plan, in the order of the keys."""
        found = {}
        for key, number in sorted((await self._plans.numbers()).items()):
            seen = self._seen.get(key)
            if seen is None or seen.number != number:
                seen = await self._read(key, number)
            if seen:
                found[key] = seen
        self._seen = found
        return found

    async def _read(self, key: str, number: int) -> Glimpse | None:
        try:
            dossier = await self._plans.dossier(key)
        except DamagedError:  # The store tells of it; the others are there.
            return None
        return Glimpse(number, dossier.plan, latest(dossier)) if dossier else None


def latest(dossier: Dossier) -> datetime | None:
    moments = [event.at for event in dossier.all(Event)]
    moments += [message.sent_at for message in dossier.all(Message) if message.sent_at]
    moments += [card.issued_at for card in dossier.all(Card)]
    return max(
        [*moments, *([dossier.plan.loaded_at] if dossier.plan.loaded_at else [])], default=None
    )
