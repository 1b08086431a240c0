"""The word `opmerkingen`: the register for who processes, the answers for who made them."""

from __future__ import annotations

from dialogs.checking.done_with import line
from dialogs.command import shows
from dialogs.processing.register import register_view
from dialogs.turn import Said, Turn
from dialogs.view import Listing, View, Words
from plan.calendar import local
from plan.dossier import Dossier
from plan.records import Comment
from plan.rights import can
from plan.text import Text
from plan.voices import voices

MOST = 20
"""Remarks on one card; the partner's page in Word has them all."""


def remarks(dossier: Dossier, said: Said, rest: str) -> Turn:
    """All of them for the coordinator, those on the own theme, or the own organisation's."""
    if can(dossier, said.who, "process"):
        return shows(register_view(dossier, said))
    return shows(own_view(dossier, said))


def own_view(dossier: Dossier, said: Said) -> View:
    """What was done with what this organisation said, the newest first."""
    orgs = voices(dossier, said.who, local(said.at).date())
    own = [c for c in dossier.all(Comment) if c.org in orgs]
    title = Text(nl="Wat we met uw opmerkingen hebben gedaan", en="What we did with your remarks")
    if not own:
        none = Text(nl="U maakte nog geen opmerkingen.", en="You have made no remarks yet.")
        return View(title=title, elements=(Words(text=none),))
    return View(
        title=title, elements=(Listing(lines=tuple(line(c) for c in reversed(own[-MOST:]))),)
    )
