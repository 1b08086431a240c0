"""A line of the register about a step."""

from __future__ import annotations

from dialogs.turn import Said
from plan.records import Event


def step_event(said: Said, what: str, step: str, why: str | None) -> Event:
    return Event(
        key=f"{said.at.isoformat()}/{what}/{step}",
        who=said.who.key,
        what=what,
        subject=step,
        at=said.at,
        after=why,
    )
