"""One list of what still waits for somebody, over all plans."""

from __future__ import annotations

from dialogs.meeting.agreeing import DIALOG as AGREEMENTS
from dialogs.meeting.agreeing import DONE, kept_pick
from dialogs.questionnaire.sheet import Sheet, open_sheet
from dialogs.turn import Said
from dialogs.view import Element, Heading, Listing, View, Words
from plan.agreements import still_open
from plan.asking import left_to_answer
from plan.content import counts
from plan.content.tracks import TRACKS
from plan.dates import on_day
from plan.dossier import Dossier
from plan.gates import outcomes_processed
from plan.records import Outcome, Person, Proposal
from plan.rights import is_coordinator
from plan.standing import closing, current_step
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
        if closing(dossier, "session"):  # An owner may have opened an outcome again since.
            found += outcomes_processed(dossier)
        open_ = sum(p.status == "open" for p in dossier.all(Proposal))
        if open_:
            words = Text(nl="Zonder besluit: {n}.", en="Without a verdict: {n}.")
            found.append(words.fill(n=counted(open_, *counts.PROPOSALS)))
    found += [_agreement(outcome) for outcome in still_open(dossier, person)]
    return found


def _agreement(outcome: Outcome) -> Text:
    words = Text(nl="Afspraak: {what}", en="Agreement: {what}").fill(what=outcome.decision)
    until = Text(nl=" (uiterlijk {day})", en=" (by {day})")
    return words + until.fill(day=on_day(outcome.due)) if outcome.due else words


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
    mine = still_open(dossier, said.who) if dossier else ()
    if elements:
        elements.append(Words(text=GO_ON, tone="subtle"))
    else:
        words = Text(nl="Er wacht nu niets.", en="Nothing is waiting now.")
        elements.append(Words(text=words, tone="good"))
    if mine:
        elements.append(kept_pick(mine))
    return View(
        title=Text(nl="Openstaand", en="Waiting for you"),
        elements=tuple(elements),
        buttons=(DONE,) if mine else (),
        dialog=AGREEMENTS if mine else "",
    )


GO_ON = Text(nl='Typ "verder" om door te gaan.', en='Type "next" to go on.')
