"""An agenda that somebody else settled meanwhile: how it stands now, beside what was filled in."""

from __future__ import annotations

from dataclasses import replace

from dialogs.clashing import CHANGED, REPLACES, SAME, moved, told
from dialogs.meeting.agenda import MOVED_ON, OFF, agenda_view, sealed
from dialogs.meeting.entries import Entry, entries, proposal_id
from dialogs.meeting.parts import given
from dialogs.turn import Said
from dialogs.untouched import touched
from dialogs.view import Element, Listing, View, Words
from plan.dossier import Dossier
from plan.text import Text

THERE = Text(
    nl="Er staat nu op plaats {place} ({minutes} minuten): {question}",
    en="Now at place {place} ({minutes} minutes): {question}",
)
GONE = Text(
    nl="Dit punt staat er niet meer. Ingevuld was: {question}",
    en="This point is no longer there. Filled in was: {question}",
)


def with_new_names(said: Said, shown: tuple[Entry, ...]) -> Said:
    """What was filled in at a proposal, at the point that was made of it since."""
    names = {proposal_id(one.point): one.id for one in shown if one.point}
    there = {one.id for one in shown}

    def name(id_: str) -> str:
        field, _, key = id_.partition("/")
        return id_ if key in there or key not in names else f"{field}/{names[key]}"

    return replace(said, inputs={name(id_): value for id_, value in said.inputs.items()})


def overtaken(dossier: Dossier, said: Said, key: str, *, parked: bool) -> View | None:
    """The card again where the agenda or the proposal is not as it was; None where it is."""
    shown = entries(dossier, key, parked=parked)
    on_card = said.card.inputs if said.card else ()
    renewed = moved(said, sealed(dossier, key))
    if not renewed and {f"place/{one.id}" for one in shown} == _places(on_card):
        return None
    again = with_new_names(said, shown)
    own = with_new_names(touched(said), shown)
    view = agenda_view(dossier, own, key, parked=parked)
    lines = (*_there(again, shown), *_gone(again, shown))
    if not renewed:
        return told(view, MOVED_ON, *_listing(_gone(again, shown)))
    if not lines:
        return told(view, SAME)
    return told(view, CHANGED, *_listing(lines), Words(text=REPLACES))


def _places(inputs: tuple[str, ...]) -> set[str]:
    return {one for one in inputs if one.startswith("place/")}


def _listing(lines: tuple[Text, ...]) -> tuple[Element, ...]:
    return (Listing(lines=lines),) if lines else ()


def _there(said: Said, shown: tuple[Entry, ...]) -> tuple[Text, ...]:
    """The points on the agenda that were filled in otherwise."""
    return tuple(
        THERE.fill(place=one.place, minutes=one.minutes, question=one.question)
        for one in shown
        if one.point and _differs(said, one)
    )


def _differs(said: Said, one: Entry) -> bool:
    now = {"question": one.question, "minutes": str(one.minutes), "place": str(one.place)}
    return any(given(said, f"{name}/{one.id}", value) != value for name, value in now.items())


def _gone(said: Said, shown: tuple[Entry, ...]) -> tuple[Text, ...]:
    """What was filled in at a point that somebody took off."""
    there = {one.id for one in shown}
    keys = [id_.partition("/")[2] for id_ in said.inputs if id_.startswith("question/")]
    return tuple(
        GONE.fill(question=given(said, f"question/{key}"))
        for key in keys
        if key not in there and said.inputs.get(f"place/{key}", OFF) != OFF
    )
