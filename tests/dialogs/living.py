"""What goes out as time goes by, as the outbox does it, without one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from dialogs import bundle
from plan.calendar import local
from plan.dossier import Dossier
from plan.records import Message, altered
from plan.reminders import due, parcels, receiver, set_aside


@dataclass(frozen=True, kw_only=True)
class Gone:
    """One message out, with everything that was owed in it."""

    at: datetime
    to: str
    messages: tuple[Message, ...]


def look(
    known: Dossier, now: datetime, elsewhere: Mapping[str, Sequence[datetime]] | None = None
) -> tuple[Dossier, list[Gone]]:
    """What is due is made, and what goes is marked; with what went."""
    known = known.plus(due(known, now))
    known = known.plus(set_aside(known, now, elsewhere))
    gone = []
    for parcel in parcels(known, now, elsewhere):
        to = receiver(known, parcel[0], local(now).date())
        made = bundle(known, parcel, now)
        person = to.key if to else parcel[0].to
        sent = [
            altered(m, sent_at=now, went_to=person if person != m.to else None) for m in made.said
        ]
        known = known.plus([*sent, *(altered(m, needless=True) for m in made.needless)])
        gone += [Gone(at=now, to=person, messages=tuple(sent))] if sent else []
    return known, gone


def lived(known: Dossier, moments: Iterable[datetime]) -> tuple[Dossier, list[Gone]]:
    """The same at each of these moments."""
    every: list[Gone] = []
    for now in moments:
        known, gone = look(known, now)
        every += gone
    return known, every
