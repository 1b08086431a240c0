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
from plan.rights import can
from plan.text import Text


def theirs(dossier: Dossier, said: Said) -> tuple[Command, ...]:
    """The commands that this speaker has something at."""
    return tuple(
        command
        for command in COMMANDS
        if (dossier or not command.needs_plan)
        and may(command, dossier, said)
        and (command.listed is None or can(dossier, said.who, command.listed))
    )


def may(command: Command, dossier: Dossier, said: Said) -> bool:
    """Whether it is the speaker's to say; without a plan it may be so in another one."""
    plans = ((dossier, said.who), *(() if command.needs_plan else said.elsewhere))
    return any(can(plan, person, command.right) for plan, person in plans)


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
