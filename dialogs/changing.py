"""Changing what the plan says, so that it can be traced and undone."""

from __future__ import annotations

from dialogs.registering import registered
from dialogs.turn import Said, Turn
from plan.changes import altered_fields, change
from plan.records import Change, Event, Record


def changing(said: Said, before: Record | None, after: Record | None, *, because: str) -> Turn:
    """The record as it becomes, with the change and a line of the register.

    Nothing for `before` adds it, nothing for `after` takes it out; no difference is no change.
    """
    if before == after:
        return Turn()
    made = change(before, after, because=because, by=said.who.key, at=said.at)
    kept = (after,) if after else ()
    gone = (before,) if before and not after else ()
    return Turn(keep=(*kept, made, _event(said, made)), drop=gone)


def _event(said: Said, made: Change) -> Event:
    fields = ", ".join(altered_fields(made))
    return registered(said, "changed", made.subject, after=f"{made.because}: {fields}")
