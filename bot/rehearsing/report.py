"""What a rehearsal came to: its steps, its messages and its plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from bot.exporting import exported
from bot.rehearsing.chats import Shown
from bot.rehearsing.judging import Ended, Told
from dialogs.messages import KINDS
from plan.calendar import local
from plan.checks import by_code
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.records import Closed, Comment, Message, Submission
from plan.standing import closing, status


def in_order(plans: Iterable[Dossier]) -> list[Dossier]:
    return sorted(plans, key=lambda d: (d.plan.year, d.plan.key))


def messages(arrived: Iterable[Shown], plans: Iterable[Dossier]) -> list[Told]:
    """What went out by itself, with what the records know about it."""
    waiting: dict[tuple[str, datetime], list[tuple[Dossier, Message]]] = {}
    for dossier in sorted(plans, key=lambda d: d.plan.key):
        sent = [m for m in dossier.all(Message) if m.sent_at]
        for message in sorted(sent, key=lambda m: (m.due, m.key)):
            key = (message.to, message.sent_at or message.due)
            waiting.setdefault(key, []).append((dossier, message))
    return [_told(one, waiting.get((one.to, one.at), [])) for one in arrived if one.proactive]


def _told(shown: Shown, waiting: list[tuple[Dossier, Message]]) -> Told:
    """The records of one receiver and moment come in the order in which they went out."""
    dossier, message = waiting.pop(0) if waiting else (None, None)
    return Told(
        at=shown.at,
        to=shown.to,
        route="personal" if shown.personal else "channel",
        kind=message.kind if message else _kind(shown),
        text=shown.words,
        plan=dossier.plan.key if dossier else "",
        org=message.org if message else None,
        request=message.request if message else None,
    )


def _kind(shown: Shown) -> str:
    """By what the activity feed says, for a message that the records no longer know."""
    said = (name for name, kind in KINDS.items() if shown.summary in (kind.summary.nl,))
    return next(said, "message")


def ended(dossier: Dossier) -> Ended:
    steps = TRACKS[dossier.plan.track].steps
    return Ended(
        key=dossier.plan.key,
        status=status(dossier),
        open_steps=tuple(s.id for s in steps if not closing(dossier, s.id)),
        open_remarks=sum(c.disposition == "open" for c in dossier.all(Comment)),
        answered={(s.round, s.org): s.at for s in dossier.all(Submission)},
    )


def steps(dossier: Dossier, begun: datetime) -> Iterator[dict[str, Any]]:
    """Each step as often as it was closed; the one in hand has no closing."""
    opened = begun
    for closed in sorted(dossier.all(Closed), key=lambda c: c.at):
        yield _step(dossier, closed.step, opened, closed)
        opened = closed.reopened_at or closed.at
    left = [s.id for s in TRACKS[dossier.plan.track].steps if not closing(dossier, s.id)]
    if left:
        yield _step(dossier, left[0], opened, None)


def _step(dossier: Dossier, step: str, opened: datetime, closed: Closed | None) -> dict[str, Any]:
    return {
        "track": dossier.plan.track,
        "step": step,
        "opened_at": _moment(opened),
        "closed_at": _moment(closed.at) if closed else None,
        "override": closed.why if closed else None,
    }


def whole(
    told: Iterable[Told], plans: Iterable[Dossier], begun: dict[str, datetime], now: datetime
) -> dict[str, Any]:
    """The whole of it, as `--json` gives it."""
    known = in_order(plans)
    return {
        "steps": [one for d in known for one in steps(d, begun.get(d.plan.key, now))],
        "messages": [
            {
                "at": _moment(one.at),
                "to": one.to,
                "route": one.route,
                "kind": one.kind,
                "text": one.text,
            }
            for one in told
        ],
        "plans": [_plan(dossier, now) for dossier in known],
    }


def _plan(dossier: Dossier, now: datetime) -> dict[str, Any]:
    language = dossier.plan.language
    return {
        "key": dossier.plan.key,
        "status": status(dossier),
        "version": dossier.plan.version,
        "findings": by_code(dossier),
        "document": exported(dossier, "md", "plan", language, now).decode(),
    }


def _moment(at: datetime) -> str:
    return local(at).isoformat(timespec="seconds")
