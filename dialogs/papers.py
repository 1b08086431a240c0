"""Handing over a document, from any moment, gaps visible."""

from __future__ import annotations

from dialogs.questionnaire.sheet import is_coordinator
from dialogs.turn import Paper, Reply, Said, Turn
from dialogs.view import Element, Heading, Listing, View, Words
from plan.checks import SEVERITIES, findings
from plan.content import counts
from plan.dossier import Dossier
from plan.text import Text, counted

MOST = 10
"""Findings shown with a draft; all of them are in `check`."""


def draft_turn(dossier: Dossier, said: Said) -> Turn:
    """The draft plan for the coordinator; for a partner the own page."""
    if is_coordinator(dossier, said.who):
        return paper_turn(dossier, said, "plan")
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
        replies.append(Reply(view=findings_view(dossier)))
    return Turn(replies=tuple(replies))


def findings_view(dossier: Dossier) -> View:
    """What the mix check finds, heaviest first."""
    unexplained = [finding for finding in findings(dossier) if not finding.dismissed]
    found = sorted(unexplained, key=lambda finding: SEVERITIES.index(finding.severity))
    lines = tuple(finding.message for finding in found[:MOST])
    elements: list[Element] = []
    if lines:
        elements.append(Listing(lines=lines))
        more = Text(nl="En nog {n}.", en="And {n} more.")
        if len(found) > MOST:
            rest = counted(len(found) - MOST, *counts.FINDINGS)
            elements.append(Words(text=more.fill(n=rest), tone="subtle"))
    else:
        words = Text(nl="De mixcheck heeft niets gevonden.", en="The mix check found nothing.")
        elements.append(Words(text=words, tone="good"))
    title = Text(nl="Wat opvalt in de mixcheck", en="What the mix check found")
    count = counted(len(found), *counts.FINDINGS)
    return View(title=title, elements=(Heading(text=count, level=3), *elements))
