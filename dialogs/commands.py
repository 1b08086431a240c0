"""Words that always work, in any state, with their English twins; typing errors forgiven."""

from __future__ import annotations

from dialogs.command import Command, shows
from dialogs.turn import Said, Turn
from dialogs.view import Facts, View, Words
from dialogs.words import (
    answering,
    asking,
    coordinating,
    deciding,
    drafting,
    everybody,
    meeting,
    people,
    running,
)
from plan.dossier import Dossier
from plan.rights import is_coordinator, own_themes
from plan.text import Text


def theirs(dossier: Dossier, said: Said) -> tuple[Command, ...]:
    """The commands that this speaker has something at."""
    return tuple(
        command
        for command in COMMANDS
        if (dossier or not command.needs_plan)
        and may(command, dossier, said)
        and (command.listed is None or command.listed(dossier, said.who))
    )


def may(command: Command, dossier: Dossier, said: Said) -> bool:
    """Whether it is the speaker's to say; beginning a plan is for who coordinates any."""
    if is_coordinator(dossier, said.who):
        return True
    if command.drafts:
        return bool(own_themes(dossier, said.who))
    if not command.coordinates:
        return True
    others = any(is_coordinator(plan, person) for plan, person in said.elsewhere)
    return not command.needs_plan and (others or not dossier)


def _help(dossier: Dossier, said: Said, rest: str) -> Turn:
    rows = tuple((command.name, command.does) for command in theirs(dossier, said))
    lead = Text(
        nl="Ik help bij het jaarlijkse uitvoeringsplan veiligheid. Deze woorden werken altijd:",
        en="I help with the yearly safety plan. These words always work:",
    )
    return shows(
        View(
            title=Text(nl="Wat ik kan", en="What I can do"),
            elements=(Words(text=lead), Facts(rows=rows)),
        )
    )


HELP = Command(
    name=Text(nl="help", en="help"),
    also=("hulp", "?", "menu"),
    does=Text(nl="alles wat ik kan", en="everything I can do"),
    hear=_help,
    needs_plan=False,
)

COMMANDS: tuple[Command, ...] = (
    HELP,
    *everybody.COMMANDS,
    *asking.COMMANDS,
    *meeting.COMMANDS,
    *answering.COMMANDS,
    *coordinating.COMMANDS,
    *people.COMMANDS,
    *drafting.COMMANDS,
    *deciding.COMMANDS,
    *running.COMMANDS,
)
