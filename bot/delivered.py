"""Every delivery counts once, also when the channel repeats it to another process, or later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.heard import Heard
from bot.pressed import sealed
from plan.dossier import Dossier
from plan.records import Card, Delivered

KEPT = timedelta(days=1)
"""A channel that repeats something does so within minutes."""
RESENT = timedelta(minutes=1)
"""Teams sends a press again under another id after half a minute; a person who wants the same
thing once more looks first."""
REMEMBERED = 5_000
"""Activities that this process knows without looking."""


def key_of(heard: Heard, activity: str) -> str:
    return f"{heard.conversation}/{activity}"


def heard_before(
    heard: Heard, card: Card | None, known: Iterable[Dossier], now: datetime
) -> Delivered | None:
    """The first delivery, where there was one: by then the speaker may have had another plan.

    Of a card it is also that of the press that used it, or that asked the same just now.
    """
    parts = tuple(known)
    found = _found(heard.activity, heard, parts)
    if found or card is None:
        return found
    same = card.state == "used" or card.pressed == sealed(heard)
    former = _found(card.heard, heard, parts) if same else None
    if former and card.state == "open" and now - former.at > RESENT:
        return None
    return former


def _found(activity: str, heard: Heard, parts: Iterable[Dossier]) -> Delivered | None:
    key = key_of(heard, activity) if activity else None
    return next(filter(None, (each.get(Delivered, key) for each in parts)), None)


def is_late(heard: Heard, known: Dossier) -> bool:
    """Whether something that was said after it was heard before it, in the same conversation."""
    if heard.sent is None:
        return False
    here = key_of(heard, "")
    marks = (mark for mark in known.all(Delivered) if mark.key.startswith(here))
    return any(mark.sent is not None and mark.sent > heard.sent for mark in marks)


def heard_as(heard: Heard, first: Delivered) -> Heard:
    """The same under the activity it first came with."""
    return replace(heard, activity=first.key.removeprefix(key_of(heard, "")))


def marked(
    heard: Heard, before: Dossier, person: str, now: datetime, *, changed: bool
) -> tuple[tuple[Delivered, ...], tuple[Delivered, ...]]:
    """The record of this delivery, for the commit of what it changes, and those that are old."""
    old = []
    for each in before.all(Delivered):  # As they were first kept, so the oldest stand in front.
        if each.at > now - KEPT:
            break
        old.append(each)
    mark = Delivered(
        key=key_of(heard, heard.activity), who=person, at=now, sent=heard.sent, changed=changed
    )
    return ((mark,) if heard.activity else ()), tuple(old)
