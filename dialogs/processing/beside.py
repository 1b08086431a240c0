"""A remark or its measure that another dealt with: theirs beside what was typed."""

from __future__ import annotations

from dataclasses import replace

from dialogs.clashing import both_texts, unmoved
from dialogs.measures.inputs import Sheet, current
from dialogs.measures.reading import Reading, shown_on
from dialogs.processing.done import done_view
from dialogs.reason import reason_of
from dialogs.turn import Said
from dialogs.unkept import side_by_side, unkept
from dialogs.view import Problem, View
from plan.codes import NEW
from plan.dossier import Dossier
from plan.records import Comment, Measure
from plan.text import Text

ALREADY = Text(
    nl="Deze opmerking is intussen al beantwoord; er is niets veranderd.",
    en="This remark was answered in the meantime; nothing was changed.",
)


def answered_view(dossier: Dossier, said: Said, comment: Comment) -> View:
    """What somebody else did with it, and what was filled in here."""
    about = said.card.about if said.card else {}
    measure = dossier.get(Measure, about.get("subject") or comment.subject)
    typed = [said.inputs.get(f"{name}/{NEW}", "") for name in ("title", "description")]
    both = side_by_side(*_views(dossier, said, measure)) if measure else ()
    view = done_view(dossier, comment)
    more = (*both, *unkept((*typed, reason_of(said))))
    return replace(view, elements=(Problem(text=ALREADY), *more, *view.elements))


def twice(dossier: Dossier, said: Said, measure: Measure) -> bool:
    """Whether both changed the same; where it is not known what the other changed, they may."""
    reading = Reading(dossier, said, measure, shown_on(dossier, said, measure))
    if unmoved(said, measure) or not reading.touched:
        return False
    return reading.shown == measure or reading.clashes()


def as_now(dossier: Dossier, said: Said, measure: Measure) -> Said:
    """What was filled in; all that nobody touched is as it is now."""
    reading = Reading(dossier, said, measure, shown_on(dossier, said, measure))
    left = {
        f"{name}/{measure.key}": current(dossier, measure, name)
        for name in reading.names - reading.touched - {"stays"}
    }
    return replace(said, inputs={**said.inputs, **left})


def both_of(dossier: Dossier, said: Said, measure: Measure, mine: View) -> View:
    """The card again, with what the measure says now above what was filled in."""
    now, _ = _views(dossier, said, measure)
    return both_texts(now, mine, [measure.key])


def _views(dossier: Dossier, said: Said, measure: Measure) -> tuple[View, View]:
    """The measure as it is now, and as it was filled in, without what nobody touched."""
    touched = Reading(dossier, said, measure, shown_on(dossier, said, measure)).touched
    on_card = said.card.inputs if said.card else ()
    ids = (id_.partition("/") for id_ in on_card)
    names = [name for name, _, key in ids if key == measure.key and name in touched]
    names = [name for name in names if name != "stays"]
    now, mine = (
        View(
            title=Text.verbatim(""),
            elements=Sheet(dossier=dossier, said=one, wrong={}).inputs(measure, *names),
        )
        for one in (replace(said, inputs={}), said)
    )
    return now, mine
