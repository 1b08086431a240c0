"""A word to the coordinator when the format waits too long for a choice (domain 2.3, J1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plan.calendar import local, moment, working_day_after
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.records import Closed, Message
from plan.reminders.post import handled
from plan.standing import current_step, planned

STEP = "format"
WAITS = 3
"""Working days without a choice."""


def without_choice(dossier: Dossier, now: datetime) -> Iterator[Message]:
    """Once for every time the step is opened, while nothing is fixed."""
    at, coordinator = waited_since(dossier), dossier.coordinator
    if at and coordinator and at <= now and not handled(dossier.plan, at):
        key = f"no_format/{local(at).date().isoformat()}"
        yield Message(key=key, to=coordinator.key, kind="no_format", due=at, made_at=now)


def waited_since(dossier: Dossier) -> datetime | None:
    """When three working days have gone by; None when the choice is made or not yet due."""
    step = current_step(dossier, TRACKS[dossier.plan.track])
    opened = opened_at(dossier)
    if step is None or step.id != STEP or dossier.plan.format.locked_at or opened is None:
        return None
    return moment(working_day_after(local(opened).date(), WAITS))


def opened_at(dossier: Dossier) -> datetime | None:
    """When the step before it was closed or it was opened anew; else its day in the calendar."""
    track = TRACKS[dossier.plan.track]
    before = {step.id for step in track.steps[: track.number(track.step(STEP)) - 1]}
    closed = dossier.all(Closed)
    known = [c.at for c in closed if c.step in before]
    known += [c.reopened_at for c in closed if c.step == STEP and c.reopened_at]
    days = planned(dossier, STEP)
    if known or days is None:
        return max(known, default=None)
    return moment(days.start)


def moments(dossier: Dossier) -> Iterator[datetime]:
    at = waited_since(dossier)
    if at:
        yield at
