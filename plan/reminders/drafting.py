"""Whose theme waits while the first draft is made, and how far it is, once a week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from plan.calendar import local, moment, on_or_after, working_day_before
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.drafting import progress, waiting
from plan.records import Closed, Message, Person
from plan.reminders.post import handled, reachable
from plan.standing import current_step, planned

BEFORE = (5, 1)
"""Working days before the last day of the step on which a theme owner hears of it."""


def reminders(dossier: Dossier, now: datetime) -> Iterator[Message]:
    """To each theme owner with a theme that is not ready; of those missed only the latest."""
    last = _last_day(dossier)
    if last is None or local(now).date() > last:
        return
    past = [(days, at) for days, at in _waves(dossier, last) if at <= now]
    if not past or handled(dossier.plan, past[-1][1]):
        return
    days, at = past[-1]
    for owner in _owners(dossier):
        person = reachable(dossier, owner, local(now).date())
        if person and waiting(dossier, owner):
            key = f"theme_waits/{last.isoformat()}-{days}/{owner.key}"
            yield Message(key=key, to=person.key, kind="theme_waits", due=at, made_at=now)


def weekly(dossier: Dossier, now: datetime) -> Iterator[Message]:
    """To the coordinator on the first working day of a week in which themes are not ready."""
    coordinator = dossier.coordinator
    done, total = progress(dossier)
    if coordinator is None or _last_day(dossier) is None or done == total:
        return
    at = _monday(local(now).date())
    if at <= now < at + timedelta(days=1) and at > _opened(dossier):
        key = f"themes_ready/{local(at).date().isoformat()}"
        yield Message(
            key=key, to=coordinator.key, kind="themes_ready", due=at, made_at=now, text="draft"
        )


def moments(dossier: Dossier) -> Iterator[datetime]:
    last = _last_day(dossier)
    if last:
        yield from (at for _, at in _waves(dossier, last))
        first = local(_opened(dossier)).date()
        weeks = range(max(1, (last - first).days // 7 + 2))
        yield from (_monday(first + timedelta(weeks=n)) for n in weeks)


def _waves(dossier: Dossier, last: date) -> list[tuple[int, datetime]]:
    free = dossier.plan.free_days
    return [(days, moment(working_day_before(last, days, free))) for days in BEFORE]


def _monday(day: date) -> datetime:
    """The first working morning of the week of a day."""
    return moment(on_or_after(day - timedelta(days=day.weekday())))


def _last_day(dossier: Dossier) -> date | None:
    """The day on which the draft should be ready, while its step is in hand."""
    step = current_step(dossier, TRACKS[dossier.plan.track])
    days = planned(dossier, "draft")
    return days.end if step and days and step.id == "draft" else None


def _opened(dossier: Dossier) -> datetime:
    """When the step came in hand: the step before it was closed, or the plan was loaded."""
    closed = [closing.at for closing in dossier.all(Closed)]
    days = planned(dossier, "draft")
    begun = [moment(days.start)] if days else []
    loaded = [dossier.plan.loaded_at] if dossier.plan.loaded_at else []
    return max((*closed, *loaded), default=min(begun))


def _owners(dossier: Dossier) -> list[Person]:
    """The theme owners besides the coordinator, each once."""
    keys = dict.fromkeys(theme.owner for theme in dossier.themes if theme.owner)
    found = [dossier.get(Person, key) for key in keys if key != dossier.plan.coordinator]
    return [person for person in found if person]
