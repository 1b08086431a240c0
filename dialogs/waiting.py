"""One list of what still waits for somebody, over all plans."""

from __future__ import annotations

from dialogs.checking.inviting import left_words
from dialogs.processing.queue import waiting
from dialogs.questionnaire.sheet import Sheet, open_sheet
from dialogs.turn import Said
from dialogs.view import Element, Heading, Listing, View, Words
from plan.asking import left_to_answer
from plan.content import counts
from plan.content.tracks import TRACKS
from plan.dates import on_day
from plan.dossier import Dossier
from plan.drafting import waiting as drafted_by
from plan.records import Person, Proposal
from plan.rights import is_coordinator
from plan.standing import current_step, planned, response
from plan.text import Text, counted


def waiting_for(dossier: Dossier, person: Person) -> list[Text]:
    """What still waits for this person in this plan, one line each."""
    found: list[Text] = []
    sheet = open_sheet(dossier, person)
    if sheet and not is_coordinator(dossier, person):
        found += _own_questions(dossier, sheet)
    if not is_coordinator(dossier, person):
        found += _own_themes(dossier, person)
    if is_coordinator(dossier, person):
        track = TRACKS[dossier.plan.track]
        step = current_step(dossier, track)
        found += step.missing(dossier) if step else ()
        open_ = sum(p.status == "open" for p in dossier.all(Proposal))
        if open_:
            words = Text(nl="Zonder besluit: {n}.", en="Without a verdict: {n}.")
            found.append(words.fill(n=counted(open_, *counts.PROPOSALS)))
    else:
        waits = len(waiting(dossier, person))
        words = Text(nl="Opmerkingen bij je thema: {n}.", en="Remarks on your theme: {n}.")
        found += [words.fill(n=waits)] if waits else []
    return found


def _own_themes(dossier: Dossier, person: Person) -> list[Text]:
    """The themes that a theme owner still drafts, while that step is in hand."""
    step = current_step(dossier, TRACKS[dossier.plan.track])
    days = planned(dossier, "draft")
    if step is None or step.sort != "draft":
        return []
    words = Text(nl="Thema {theme} uitwerken", en="Draft the theme {theme}")
    until = Text(nl=", uiterlijk {day}.", en=", by {day}.")
    end = until.fill(day=on_day(days.end)) if days else Text.verbatim(".")
    return [words.fill(theme=dossier.title(key)) + end for key in drafted_by(dossier, person)]


def _own_check(dossier: Dossier, sheet: Sheet) -> list[Text]:
    if response(dossier, sheet.round.key, sheet.org) == "complete":
        return []
    words = Text(
        nl="Check voor {org}: {left}, uiterlijk {day}.",
        en="Check for {org}: {left}, by {day}.",
    )
    name, day = dossier.organisation_name(sheet.org), on_day(sheet.round.closes_on)
    return [words.fill(org=name, left=left_words(dossier, sheet), day=day)]


def _own_questions(dossier: Dossier, sheet: Sheet) -> list[Text]:
    if sheet.sort == "check":
        return _own_check(dossier, sheet)
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
