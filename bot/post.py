"""What goes out of a plan now, and to whom; a person's messages keep their order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.budget import Elsewhere
from plan.calendar import local
from plan.delivery import is_ready
from plan.dossier import Dossier
from plan.people import identity
from plan.records import Message, Team
from plan.reminders import AWAITED, is_waiting, parcels, receiver, unsent


@dataclass(frozen=True, kw_only=True)
class Going:
    """What one receiver gets, one parcel after another; each holds messages that go as one.

    receiver: the same for one person in every plan.
    """

    receiver: str
    parcels: tuple[tuple[str, ...], ...]


def going(dossier: Dossier, now: datetime, others: Elsewhere) -> tuple[Going, ...]:
    """Nobody gets anything as long as something earlier waits for another try."""
    messages = dossier.all(Message)
    trying = (m for m in messages if is_waiting(m) and m.again_at and not is_ready(m, now))
    waits = {_receiver(dossier, m, now) for m in trying}
    awaited = tuple((m,) for m in unsent(messages, now) if m.kind in AWAITED)
    every = (*awaited, *parcels(dossier, now, others))
    found: dict[str, list[tuple[str, ...]]] = {}
    for parcel in every:
        to = _receiver(dossier, parcel[0], now)
        if to not in waits:
            found.setdefault(to, []).append(tuple(m.key for m in parcel))
    return tuple(Going(receiver=to, parcels=tuple(own)) for to, own in found.items())


def _receiver(dossier: Dossier, message: Message, now: datetime) -> str:
    if dossier.get(Team, message.to):
        return message.to
    to = receiver(dossier, message, local(now).date())
    return (identity(to) if to else None) or f"{dossier.plan.key}/{message.to}"
