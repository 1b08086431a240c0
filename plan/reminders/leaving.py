"""What the coordinator is told of where nothing arrives any more: once for each time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plan.calendar import next_decent
from plan.dossier import Dossier
from plan.records import Message, Person, Team, Wish
from plan.reminders.post import handled


def people(dossier: Dossier, now: datetime) -> Iterator[Message]:
    """Somebody took the app away in Teams."""
    coordinator = dossier.coordinator
    for wish in dossier.all(Wish):
        gone = wish.left_at
        if coordinator is None or gone is None or wish.key == coordinator.key:
            continue
        if dossier.get(Person, wish.key) and not handled(dossier.plan, gone):
            yield _told(dossier, "left", wish.key, gone, now, coordinator)


def channels(dossier: Dossier, now: datetime) -> Iterator[Message]:
    """A channel with announcements was deleted, or its team archived."""
    coordinator = dossier.coordinator
    for team in dossier.all(Team):
        if coordinator and team.gone and team.gone_at:
            yield _told(dossier, "channel_gone", team.key, team.gone_at, now, coordinator)


def _told(
    dossier: Dossier, kind: str, about: str, gone: datetime, now: datetime, to: Person
) -> Message:
    return Message(
        key=f"{kind}/{about}/{gone.isoformat(timespec='seconds')}",
        to=to.key,
        kind=kind,
        text=about,
        due=next_decent(gone),
        made_at=now,
    )
