"""Words about the decision."""

from __future__ import annotations

from dialogs.command import Command
from dialogs.deciding import decision_turn, papers_turn
from plan.text import Text

COMMANDS: tuple[Command, ...] = (
    Command(
        name=Text(nl="besluit", en="decision"),
        also=("besluiten", "besluitvorming", "decisions"),
        does=Text(
            nl="hoe het met het besluit staat, en wie er nu aan de beurt is",
            en="how the decision stands, and whose turn it is",
        ),
        hear=decision_turn,
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
