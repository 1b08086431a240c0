"""The days to come that concern somebody, over all their plans."""

from __future__ import annotations

from dialogs.turn import Paper, Reply, Said, Turn
from dialogs.view import Button, Element, Facts, Heading, View, Words
from plan.calendar import local
from plan.coming import Coming, coming
from plan.content.tracks import TRACKS
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import Person
from plan.rights import is_coordinator
from plan.text import Text

DIALOG = "dates"
MOST = 12
"""Days of one plan on a card."""


def dates_view(dossier: Dossier, said: Said) -> View:
    """The first days of every plan, the first one first."""
    elements: list[Element] = []
    for plan, person in ((dossier, said.who), *said.elsewhere):
        elements += _of_plan(plan, person, said) if plan else []
    if not elements:
        words = Text(
            nl="Er staan nog geen dagen in de agenda.", en="There are no days in the calendar yet."
        )
        elements.append(Words(text=words))
    mine = bool(dossier) and is_coordinator(dossier, said.who)
    label = Text(nl="In mijn agenda (.ics)", en="To my calendar (.ics)")
    return View(
        title=Text(nl="Agenda", en="Calendar"),
        elements=tuple(elements),
        buttons=(Button(verb="ics", label=label),) if mine else (),
        dialog=DIALOG,
    )


def _of_plan(dossier: Dossier, person: Person, said: Said) -> list[Element]:
    track = TRACKS[dossier.plan.track]
    found = coming(dossier, person, local(said.at).date(), track)
    if not found:
        return []
    rows = tuple((on_day(one.day), _words(one)) for one in found[:MOST])
    return [Heading(text=Text.verbatim(dossier.plan.full_title), level=3), Facts(rows=rows)]


def _words(one: Coming) -> Text:
    at = Text.verbatim(f"{one.time}: ") if one.time else Text.verbatim("")
    return at + one.text


def hear(dossier: Dossier, said: Said) -> Turn:
    """The same days as a file for a calendar."""
    return Turn(replies=(Reply(paper=Paper(part="agenda", kind="ics")),))
