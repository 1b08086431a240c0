"""Words about who does what: roles, stand-ins, and what each may read."""

from __future__ import annotations

from dialogs.command import Command, shows
from dialogs.papers import register_turn
from dialogs.roles.listed import roles_view
from dialogs.standing_in import stand_in_turn
from dialogs.turn import Said, Turn
from plan.dossier import Dossier
from plan.text import Text


def _roles(dossier: Dossier, said: Said, rest: str) -> Turn:
    return shows(roles_view(dossier, said))


def _stand_in(dossier: Dossier, said: Said, rest: str) -> Turn:
    return stand_in_turn(dossier, said)


def _register(dossier: Dossier, said: Said, rest: str) -> Turn:
    return register_turn(dossier, said)


COMMANDS: tuple[Command, ...] = (
    Command(
        name=Text(nl="rollen", en="roles"),
        also=("rol", "role", "themahouders", "theme owners"),
        does=Text(
            nl="wie themahouder is, wie meebeslist en wie meeleest",
            en="who owns a theme, who decides and who reads",
        ),
        hear=_roles,
        right="roles",
    ),
    Command(
        name=Text(nl="vervanger", en="stand-in"),
        also=("vervanging", "afwezig", "stand in", "away"),
        does=Text(
            nl="iemand die tijdelijk mijn berichten krijgt",
            en="somebody who gets my messages for a while",
        ),
        hear=_stand_in,
        listed="name_stand_in",
    ),
    Command(
        name=Text(nl="verwerking", en="register"),
        also=("reacties", "verwerking van reacties", "comments"),
        does=Text(
            nl="wat er met elke reactie is gedaan, in Word",
            en="what was done with each comment, in Word",
        ),
        hear=_register,
        listed="read_register",
    ),
)
