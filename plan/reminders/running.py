"""A word to the coordinator when a running plan asks for something (domain 2.3 J6, 2.5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from plan.calendar import local, moment, on_or_after
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.progress import open_round
from plan.records import Message
from plan.reminders.post import handled
from plan.seasons import next_round_from, next_year_from
from plan.standing import running


def reminders(dossier: Dossier, now: datetime) -> Iterator[Message]:
    """Once for each progress round that makes sense, and once for next year's plan."""
    coordinator, today = dossier.coordinator, local(now).date()
    for kind, day in _days(dossier, today) if coordinator else ():
        at = moment(on_or_after(day))
        if at <= now and coordinator and not handled(dossier.plan, at):
            key = f"{kind}/{day.isoformat()}"
            yield Message(key=key, to=coordinator.key, kind=kind, due=at, made_at=now)


def _days(dossier: Dossier, today: date) -> Iterator[tuple[str, date]]:
    if not running(dossier, TRACKS[dossier.plan.track]):
        return
    following = next_year_from(dossier)
    round_from = next_round_from(dossier, today)
    if round_from and round_from < following and today < following and not open_round(dossier):
        yield "round_due", round_from
    yield "next_year_due", following


def moments(dossier: Dossier) -> Iterator[datetime]:
    """Seen from the first day of its year: which round is next follows from those held."""
    if running(dossier, TRACKS[dossier.plan.track]):
        for _, day in _days(dossier, date(dossier.plan.year, 1, 1)):
            yield moment(on_or_after(day))
