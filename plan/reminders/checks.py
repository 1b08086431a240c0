"""After a check: the word that nobody reacted, and what waits for a theme owner."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from plan.calendar import local, moment, on_or_after, working_day_after
from plan.dossier import Dossier
from plan.reactions import unheard
from plan.records import Message, Person, Round
from plan.remarks import open_remarks, theme_of
from plan.reminders.post import handled
from plan.standing import is_open

AFTERNOON = time(16)
"""When a theme owner hears of the remarks of the day."""
GRACE = 3
"""Working days after the deadline before the text for the manager is put ready."""


def _checks(dossier: Dossier) -> Iterator[Round]:
    return (
        round_
        for round_ in dossier.all(Round)
        if round_.step.startswith("check") and is_open(dossier, round_)
    )


def escalating_at(round_: Round) -> datetime:
    return moment(working_day_after(round_.closes_on, GRACE))


def escalation(dossier: Dossier, now: datetime) -> Iterator[Message]:
    """The coordinator gets the text for the managers of silent partners; it sends itself never."""
    for round_ in _checks(dossier):
        at, coordinator = escalating_at(round_), dossier.coordinator
        late = at <= now and not handled(dossier.plan, at)
        if late and coordinator and unheard(dossier, round_):
            key = f"escalation/{round_.key}/{round_.closes_on.isoformat()}"
            yield Message(
                key=key,
                to=coordinator.key,
                kind="escalation",
                text=round_.key,
                due=at,
                made_at=now,
            )


def escalation_moments(dossier: Dossier) -> Iterator[datetime]:
    for round_ in _checks(dossier):
        yield escalating_at(round_)


def remarks(dossier: Dossier, now: datetime) -> Iterator[Message]:
    """To each theme owner, at most once a day, and only when a new remark waits."""
    for owner, at in _owed(dossier):
        if at <= now:
            key = f"remarks/{local(now).date().isoformat()}/{owner}"
            yield Message(key=key, to=owner, kind="remarks", due=at, made_at=now)


def remarks_moments(dossier: Dossier) -> Iterator[datetime]:
    for _, at in _owed(dossier):
        yield at


def _owed(dossier: Dossier) -> Iterator[tuple[str, datetime]]:
    """The owners with a remark that no message told of, and the afternoon they hear it."""
    owners = {theme.key: theme.owner for theme in dossier.themes if theme.owner}
    since: dict[str, list[datetime]] = {}
    for comment in open_remarks(dossier):
        owner = owners.get(theme_of(dossier, comment) or "")
        if owner and comment.at and not handled(dossier.plan, comment.at):
            since.setdefault(owner, []).append(comment.at)
    for owner, made in since.items():
        if owner == dossier.plan.coordinator or dossier.get(Person, owner) is None:
            continue
        told = [m.made_at for m in dossier.all(Message) if (m.kind, m.to) == ("remarks", owner)]
        fresh = [at for at in made if not any(at <= one for one in told)]
        if fresh:
            yield owner, _afternoon(min(fresh))


def _afternoon(after: datetime) -> datetime:
    first = local(after)
    late = timedelta(days=first.time() > AFTERNOON)
    return moment(on_or_after(first.date() + late), AFTERNOON)
