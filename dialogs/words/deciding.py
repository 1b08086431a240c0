"""Words about the decision."""

from __future__ import annotations

from dialogs.command import Command
from dialogs.deciding import decision_turn, names_body, papers_turn
from plan.text import Text

COMMANDS: tuple[Command, ...] = (
    Command(
        name=Text(nl="besluit", en="decision"),
        also=("besluiten", "besluitvorming", "decisions"),
        does=Text(
            nl='hoe het met het besluit staat; "besluit MT" opent de kaart van het MT',
            en='how the decision stands; "decision MT" opens the card of the MT',
        ),
        hear=decision_turn,
        takes=names_body,
    ),
    Command(
        name=Text(nl="stukken", en="papers"),
        also=("papieren", "documenten", "documents"),
        does=Text(
            nl="de stukken voor MT, college, driehoek en raad",
            en="the papers for MT, college, triangle and council",
        ),
        hear=papers_turn,
    ),
)
