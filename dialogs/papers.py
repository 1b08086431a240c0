"""Handing over a document, from any moment, gaps visible."""

from __future__ import annotations

from dialogs.mix import findings_view
from dialogs.turn import Paper, Reply, Said, Turn
from dialogs.view import Day, Pick, View, Write
from plan.calendar import local
from plan.dossier import Dossier
from plan.rights import ALL, can, reads
from plan.text import Text
from plan.voices import voices


def draft_turn(dossier: Dossier, said: Said) -> Turn:
    """The plan as far as the speaker may see it: all of it, the own page, or once adopted."""
    if can(dossier, said.who, "read_draft", ALL):
        return paper_turn(dossier, said, "plan")
    if reads(dossier, said.who):
        return adopted_turn(dossier, said)
    orgs = voices(dossier, said.who, local(said.at).date())
    own = next((org for org in orgs if dossier.measures_with(org)), None)
    if own:
        return paper_turn(dossier, said, f"partner:{own}")
    return _says(NOT_YET_YOURS)


NOT_YET_YOURS = Text(
    nl="Het concept is nu nog alleen voor wie eraan werkt en erover besluit.",
    en="For now the draft is only for those who make it and decide on it.",
)
NOT_ADOPTED = Text(
    nl="Het plan is nog niet vastgesteld. Zodra dat zo is, krijgt u hier de vastgestelde versie.",
    en="The plan has not been adopted yet. Once it has, you get the adopted version here.",
)
NO_REGISTER = Text(
    nl="Het overzicht van wat er met reacties is gedaan, komt later in het proces.",
    en="The overview of what was done with comments comes later in the process.",
)


def adopted_turn(dossier: Dossier, said: Said) -> Turn:
    """The plan as it was adopted, also while a change to it is made."""
    if not can(dossier, said.who, "read_adopted", ALL):
        return _says(NOT_ADOPTED)
    return Turn(replies=(Reply(paper=Paper(part="adopted")),))


def register_turn(dossier: Dossier, said: Said) -> Turn:
    """What was done with every remark."""
    if can(dossier, said.who, "read_register", ALL):
        return Turn(replies=(Reply(paper=Paper(part="register")),))
    return _says(NOT_ADOPTED if reads(dossier, said.who) else NO_REGISTER)


def paper_turn(dossier: Dossier, said: Said, part: str) -> Turn:
    """One document in Word, and with the plan what to look at first."""
    replies = [Reply(paper=Paper(part=part))]
    if part == "plan" and can(dossier, said.who, "read_findings", ALL):
        view = findings_view(dossier, said)
        mine = can(dossier, said.who, "explain", ALL)
        replies.append(Reply(view=view if mine else _to_read(view)))
    return Turn(replies=tuple(replies))


def _to_read(view: View) -> View:
    """Only the coordinator explains a finding."""
    shown = tuple(e for e in view.elements if not isinstance(e, Pick | Write | Day))
    return View(title=view.title, elements=shown)


def _says(words: Text) -> Turn:
    return Turn(replies=(Reply(text=words),))
