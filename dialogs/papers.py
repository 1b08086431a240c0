"""Handing over a document, from any moment, gaps visible."""

from __future__ import annotations

from dialogs.mix import findings_view
from dialogs.turn import Paper, Reply, Said, Turn
from plan.dossier import Dossier
from plan.rights import is_coordinator, prepares
from plan.text import Text


def draft_turn(dossier: Dossier, said: Said) -> Turn:
    """The draft plan for the coordinator; for a partner the own page."""
    if is_coordinator(dossier, said.who):
        return paper_turn(dossier, said, "plan")
    if prepares(dossier, said.who):
        return Turn(replies=(Reply(paper=Paper(part="plan")),))
    own = said.who.org
    if own and dossier.measures_with(own):
        return paper_turn(dossier, said, f"partner:{own}")
    words = Text(
        nl="Het concept is nu nog alleen voor de coördinator.",
        en="For now the draft is for the coordinator only.",
    )
    return Turn(replies=(Reply(text=words),))


def paper_turn(dossier: Dossier, said: Said, part: str) -> Turn:
    """One document in Word, and with the plan what to look at first."""
    replies = [Reply(paper=Paper(part=part))]
    if part == "plan":
        replies.append(Reply(view=findings_view(dossier, said)))
    return Turn(replies=tuple(replies))
