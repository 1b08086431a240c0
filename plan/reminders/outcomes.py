"""The coordinator hears, once, that outcomes of the session are still not in the draft."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plan.calendar import moment, working_day_after
from plan.dossier import Dossier
from plan.records import Message
from plan.reminders.post import handled
from plan.sessions import session_of, unprocessed

WITHIN = 5
"""Working days after the session in which its outcomes are worked in (domain 2.3, J5)."""


def late_at(dossier: Dossier) -> datetime | None:
    """The morning after the last of those days; None while there is nothing to work in."""
    session = session_of(dossier)
    if session is None or session.day is None or not unprocessed(dossier):
        return None
    return moment(working_day_after(session.day, WITHIN + 1))


def late(dossier: Dossier, now: datetime) -> Iterator[Message]:
    at, coordinator = late_at(dossier), dossier.coordinator
    if at and coordinator and at <= now and not handled(dossier.plan, at):
        yield Message(
            key=f"outcomes_due/{at.date().isoformat()}",
            to=coordinator.key,
            kind="outcomes_due",
            due=at,
            made_at=now,
        )


def moments(dossier: Dossier) -> Iterator[datetime]:
    at = late_at(dossier)
    if at:
        yield at
