"""An outcome that somebody else worked in: what came of it, beside what was filled in."""

from __future__ import annotations

from dialogs.meeting.processing import process_view
from dialogs.meeting.subjects import renewed
from dialogs.turn import Said
from dialogs.unkept import side_by_side, unkept
from dialogs.view import Element, Listing, View, Words
from plan.changes import standing
from plan.dossier import Dossier
from plan.records import DiscussionPoint, Event, Outcome
from plan.text import Text

ALREADY = Text(
    nl="Deze uitkomst is al verwerkt; er is niets veranderd",
    en="This outcome was worked in already; nothing was changed",
)


def worked_in_view(
    dossier: Dossier, said: Said, point: DiscussionPoint, outcome: Outcome, more: str
) -> View:
    fresh = Said(who=said.who, at=said.at, language=said.language)
    now = process_view(dossier, fresh, point, more=more)
    mine = process_view(dossier, renewed(dossier, said, point, more), point, more=more)
    replies = [words for id_, words in said.inputs.items() if id_.startswith("reply/")]
    own = [words for words in replies if words != outcome.decision]
    return View(
        title=ALREADY,
        elements=(*_done(dossier, point), *side_by_side(now, mine), *unkept(own)),
    )


def _done(dossier: Dossier, point: DiscussionPoint) -> tuple[Element, ...]:
    """Who worked it in, and what was changed."""
    events = [e for e in dossier.all(Event) if (e.what, e.subject) == (WHAT, point.key)]
    made = [c.subject for c in standing(dossier) if c.because == f"outcome/{point.key}"]
    lines = tuple(Text.verbatim(f"{key} {dossier.title(key)}") for key in dict.fromkeys(made))
    who = dossier.person_name(events[-1].who) if events else "–"
    words = Text(nl="Gedaan door {name}. Gewijzigd:", en="Done by {name}. Changed:")
    none = Text(nl="Gedaan door {name}. Niets gewijzigd.", en="Done by {name}. Nothing changed.")
    told = Words(text=(words if lines else none).fill(name=who))
    return (told, Listing(lines=lines)) if lines else (told,)


WHAT = "processed_outcome"
