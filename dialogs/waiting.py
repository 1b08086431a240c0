"""One list of what still waits for somebody, over all plans."""

from __future__ import annotations

from dialogs.questionnaire.sheet import Sheet, open_sheet
from dialogs.turn import Said
from dialogs.view import Element, Heading, Listing, View, Words
from plan.asking import left_to_answer
from plan.content import counts
from plan.content.tracks import TRACKS
from plan.dates import on_day
from plan.dossier import Dossier
from plan.progress import open_round, unsettled
from plan.records import Person, Proposal
from plan.rights import is_coordinator
from plan.standing import current_step
from plan.text import Text, counted


def waiting_for(dossier: Dossier, person: Person) -> list[Text]:
    """What still waits for this person in this plan, one line each."""
    found: list[Text] = []
    sheet = open_sheet(dossier, person)
    if sheet and not is_coordinator(dossier, person):
        found += _own_questions(dossier, sheet)
    if is_coordinator(dossier, person):
        track = TRACKS[dossier.plan.track]
        step = current_step(dossier, track)
        found += step.missing(dossier) if step else ()
        open_ = sum(p.status == "open" for p in dossier.all(Proposal))
        found += _progress(dossier)
        if open_:
            words = Text(nl="Zonder besluit: {n}.", en="Without a verdict: {n}.")
            found.append(words.fill(n=counted(open_, *counts.PROPOSALS)))
    return found


def _progress(dossier: Dossier) -> list[Text]:
    """The measures whose progress is to be settled."""
    round_ = open_round(dossier)
    left = len(unsettled(dossier, round_)) if round_ else 0
    words = Text(nl="Voortgang vaststellen: nog {n}.", en="Settle the progress: {n} left.")
    return [words.fill(n=counted(left, *counts.MEASURES))] if left else []


def _own_questions(dossier: Dossier, sheet: Sheet) -> list[Text]:
    left = left_to_answer(dossier, sheet.round.key, sheet.org, sheet.topics)
    if not left:
        return []
    words = Text(
        nl="Vragenlijst voor {org}: nog {n}, uiterlijk {day}.",
        en="Questionnaire for {org}: {n} left, by {day}.",
    )
    name = dossier.organisation_name(sheet.org)
    return [
        words.fill(org=name, n=counted(left, *counts.QUESTIONS), day=on_day(sheet.round.closes_on))
    ]


def waiting_view(dossier: Dossier, said: Said) -> View:
    """One list of what still waits for me, over all plans."""
    elements: list[Element] = []
    for plan, person in ((dossier, said.who), *said.elsewhere):
        lines = waiting_for(plan, person) if plan else []
        if lines:
            elements.append(Heading(text=Text.verbatim(plan.plan.full_title), level=3))
            elements.append(Listing(lines=tuple(lines)))
    if elements:
        elements.append(Words(text=GO_ON, tone="subtle"))
    else:
        words = Text(nl="Er wacht nu niets.", en="Nothing is waiting now.")
        elements.append(Words(text=words, tone="good"))
    return View(title=Text(nl="Openstaand", en="Waiting for you"), elements=tuple(elements))


GO_ON = Text(nl='Typ "verder" om door te gaan.', en='Type "next" to go on.')
