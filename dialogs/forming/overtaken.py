"""A format that somebody else changed meanwhile: as it is now, with what was filled in."""

from __future__ import annotations

from dataclasses import replace

from dialogs.clashing import told
from dialogs.forming.adjusting import adjust_view
from dialogs.forming.asking import questions_view
from dialogs.forming.choosing import format_view
from dialogs.forming.readers import ask_view
from dialogs.turn import Said, Turn
from dialogs.unkept import side_by_side, unkept
from dialogs.untouched import both
from dialogs.view import Element
from plan.dossier import Dossier
from plan.forming.lessons import lessons
from plan.text import Text

MOVED_ON = Text(
    nl="Het format is intussen gewijzigd; er is niets opgeslagen. Dit is de stand van nu.",
    en="The format was changed in the meantime; nothing was saved. This is how it is now.",
)


def overtaken(dossier: Dossier, said: Said) -> Turn:
    match said.verb:
        case "adjust" | "preview":
            return both(said, lambda one: adjust_view(dossier, one))
        case "propose" if not dossier.plan.format.locked_at:
            return both(said, lambda one: questions_view(dossier, one))
        case "send":
            return Turn(instead=told(ask_view(dossier, said), MOVED_ON))
        case _:
            view = format_view(dossier, replace(said, inputs={}))
            return Turn(instead=told(view, MOVED_ON, *_own(dossier, said)))


def _own(dossier: Dossier, said: Said) -> tuple[Element, ...]:
    """What was filled in on a card that makes no sense any more."""
    if said.verb == "propose":
        fresh = replace(said, inputs={})
        return side_by_side(questions_view(dossier, fresh), questions_view(dossier, said))
    ticked = said.inputs.get("changes", "").split(",")
    language = dossier.plan.language
    return unkept(one.change.within(language) for one in lessons(dossier) if one.id in ticked)
