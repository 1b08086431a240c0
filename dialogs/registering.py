"""A line of the register about what somebody just did."""

from __future__ import annotations

from dialogs.turn import Said
from plan.records import Event


def registered(
    said: Said,
    what: str,
    subject: str,
    *,
    after: str | None = None,
    on_behalf_of: str | None = None,
) -> Event:
    """Who did what to what, now; its key sorts by time."""
    return Event(
        key=f"{said.at.isoformat()}/{what}/{subject}",
        who=said.who.key,
        what=what,
        subject=subject,
        at=said.at,
        after=after,
        on_behalf_of=on_behalf_of,
    )
