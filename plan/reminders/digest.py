"""The coordinator's news of the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plan.calendar import local
from plan.dossier import Dossier
from plan.records import Message, Round, Submission
from plan.reminders.parcels import morning
from plan.reminders.post import handled
from plan.standing import is_open


def digest(dossier: Dossier, now: datetime) -> Iterator[Message]:
    """At most one a day to the coordinator, and only when somebody became ready."""
    at, coordinator = digest_time(dossier), dossier.coordinator
    if at and coordinator and at <= now:
        key = f"digest/{local(now).date().isoformat()}"
        yield Message(key=key, to=coordinator.key, kind="digest", due=at, made_at=now)


def digest_time(dossier: Dossier) -> datetime | None:
    """The first morning after a partner became ready that no digest told of yet.

    Of a round that was closed meanwhile there is no news: the coordinator saw it then.
    """
    told = [m.made_at for m in dossier.all(Message) if m.kind == "digest"]
    open_ = {round_.key for round_ in dossier.all(Round) if is_open(dossier, round_)}
    ready = [
        s.at
        for s in dossier.all(Submission)
        if s.round in open_
        and s.by != dossier.plan.coordinator
        and not handled(dossier.plan, s.at)
        and not any(s.at <= at for at in told)
    ]
    return morning(min(ready), dossier.plan.free_days) if ready else None


def moments(dossier: Dossier) -> Iterator[datetime]:
    at = digest_time(dossier)
    if at:
        yield at
