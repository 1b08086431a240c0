"""Words that ask about the plan."""

from __future__ import annotations

from dialogs import tracing
from dialogs.command import Command
from dialogs.contribution import contribution, names_organisation
from dialogs.meant import names
from dialogs.turn import Said, Turn
from plan.dossier import Dossier
from plan.text import Text


def _why(dossier: Dossier, said: Said, rest: str) -> Turn:
    return tracing.answer(dossier, said, rest, "why")


def _when(dossier: Dossier, said: Said, rest: str) -> Turn:
    return tracing.answer(dossier, said, rest, "when")


def _who(dossier: Dossier, said: Said, rest: str) -> Turn:
    return tracing.answer(dossier, said, rest, "who")


COMMANDS: tuple[Command, ...] = (
    Command(
        name=Text(nl="waarom", en="why"),
        also=("waar komt", "what about"),
        does=Text(
            nl='waar iets vandaan komt en wie erover besloot: "waarom M11", "waarom stopten we '
            'met …?"',
            en='where something comes from and who decided on it: "why M11", "why did we stop …?"',
        ),
        hear=_why,
        takes=names,
    ),
    Command(
        name=Text(nl="wanneer is", en="when is"),
        also=("wanneer", "when"),
        does=Text(
            nl='de planning: "wanneer is M11 klaar"', en='the planning: "when is M11 ready"'
        ),
        hear=_when,
        takes=names,
    ),
    Command(
        name=Text(nl="wie trekt", en="who leads"),
        also=("wie doet", "who does"),
        does=Text(nl='de trekker: "wie trekt M11"', en='the lead: "who leads M11"'),
        hear=_who,
        takes=names,
    ),
    Command(
        name=Text(nl="wat doet", en="what does"),
        also=("wat doen",),
        does=Text(
            nl='de bijdrage van een organisatie: "wat doet de GGD"',
            en='what an organisation contributes: "what does the GGD"',
        ),
        hear=contribution,
        takes=names_organisation,
    ),
)
