"""Words for the session and for the days to come."""

from __future__ import annotations

from dialogs.command import Command, says, shows
from dialogs.dates import dates_view
from dialogs.meeting.attending import own_view
from dialogs.meeting.hearing import next_turn
from dialogs.turn import Said, Turn
from plan.dossier import Dossier
from plan.rights import is_coordinator
from plan.text import Text


def _session(dossier: Dossier, said: Said, rest: str) -> Turn:
    """For the coordinator what the session asks for now; for others when and what about."""
    if is_coordinator(dossier, said.who):
        return next_turn(dossier, said)
    view = own_view(dossier, said)
    return shows(view) if view else says(NONE)


def _dates(dossier: Dossier, said: Said, rest: str) -> Turn:
    return shows(dates_view(dossier, said))


NONE = Text(nl="Er staat geen sessie voor u gepland.", en="No session has been planned for you.")

COMMANDS: tuple[Command, ...] = (
    Command(
        name=Text(nl="sessie", en="session"),
        also=("de sessie", "meeting", "bijeenkomst"),
        does=Text(nl="de sessie met alle partners", en="the session with all partners"),
        hear=_session,
    ),
    Command(
        name=Text(nl="agenda", en="calendar"),
        also=("data", "dates"),
        does=Text(nl="de dagen die ertoe doen", en="the days that matter"),
        hear=_dates,
        needs_plan=False,
    ),
)
