"""The coordinator's news of the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plan.calendar import local
from plan.dossier import Dossier
from plan.records import Message, Round, Submission
from plan.reminders.mornings import morning
from plan.reminders.post import handled
from plan.standing import is_open

KIND = "digest"


def digest(dossier: Dossier, now: datetime) -> Iterator[Message]:
    """At most one a day to the coordinator, and only when somebody became ready."""
    at, coordinator = digest_time(dossier), dossier.coordinator
    if at and coordinator and at <= now:
        key = f"digest/{local(now).date().isoformat()}"
        yield Message(key=key, to=coordinator.key, kind=KIND, due=at, made_at=now)


def digest_time(dossier: Dossier) -> datetime | None:
    """The first morning after a partner became ready that no digest told of yet.

    Of a round that was closed meanwhile there is no news: the coordinator saw it then.
    """
    told = [m.made_at for m in dossier.all(Message) if m.kind == KIND]
    ready = [s.at for s in _news(dossier) if not any(s.at <= at for at in told)]
    return morning(min(ready), dossier.plan.free_days) if ready else None


def became_ready(dossier: Dossier, message: Message) -> tuple[str, ...]:
    """The partners of whom this digest is the first to tell that arrives, in their order."""
    told = [
        m.made_at
        for m in dossier.all(Message)
        if m.kind == KIND and m.made_at < message.made_at and not (m.failed or m.needless)
    ]
    since = max(told, default=None)
    new = [s for s in _news(dossier) if s.at <= message.made_at and not (since and s.at <= since)]
    return tuple(dict.fromkeys(s.org for s in sorted(new, key=lambda s: s.at)))


def _news(dossier: Dossier) -> Iterator[Submission]:
    """Who became ready in what is still open, but for what the coordinator filled in."""
    open_ = {round_.key for round_ in dossier.all(Round) if is_open(dossier, round_)}
    for one in dossier.all(Submission):
        own = one.by == dossier.plan.coordinator
        if one.round in open_ and not own and not handled(dossier.plan, one.at):
            yield one


def moments(dossier: Dossier) -> Iterator[datetime]:
    at = digest_time(dossier)
    if at:
        yield at
