"""One list of what still waits for somebody, over all plans."""

from __future__ import annotations

from collections.abc import Callable

from dialogs.checking.inviting import left_words
from dialogs.deciding.own import own_lines
from dialogs.meeting.agreeing import DONE, kept_pick
from dialogs.meeting.consenting import DIALOG as AGREEMENTS
from dialogs.processing.queue import waiting
from dialogs.questionnaire.course import to_go
from dialogs.questionnaire.sheet import Sheet, open_sheet
from dialogs.turn import Said
from dialogs.view import Element, Heading, Listing, View, Words
from plan.agreements import still_open
from plan.content import counts
from plan.content.tracks import TRACKS
from plan.dates import on_day
from plan.dossier import Dossier
from plan.drafting import waiting as drafted_by
from plan.gates import outcomes_processed
from plan.progress import open_round, unsettled
from plan.records import Outcome, Person, Proposal
from plan.rights import is_coordinator
from plan.standing import closing, current_step, planned, response
from plan.text import Text, counted


def waiting_for(dossier: Dossier, person: Person) -> list[Text]:
    """What still waits for this person in this plan, one line each."""
    return [line for lines in WAITS for line in lines(dossier, person)]


def _to_coordinate(dossier: Dossier, person: Person) -> list[Text]:
    if not is_coordinator(dossier, person):
        return []
    step = current_step(dossier, TRACKS[dossier.plan.track])
    found = list(step.missing(dossier)) if step else []
    if closing(dossier, "session"):  # An owner may have opened an outcome again since.
        found += outcomes_processed(dossier)
    open_ = sum(p.status == "open" for p in dossier.all(Proposal))
    words = Text(nl="Zonder besluit: {n}.", en="Without a verdict: {n}.")
    return [*found, *([words.fill(n=counted(open_, *counts.PROPOSALS))] if open_ else ())]


def _to_answer(dossier: Dossier, person: Person) -> list[Text]:
    sheet = open_sheet(dossier, person)
    return _own_questions(dossier, sheet) if sheet and not is_coordinator(dossier, person) else []


def _to_process(dossier: Dossier, person: Person) -> list[Text]:
    """The remarks on the own themes; the coordinator's stand among what is missing."""
    waits = 0 if is_coordinator(dossier, person) else len(waiting(dossier, person))
    words = Text(nl="Opmerkingen bij je thema: {n}.", en="Remarks on your theme: {n}.")
    return [words.fill(n=waits)] if waits else []


def _to_keep(dossier: Dossier, person: Person) -> list[Text]:
    return [_agreement(outcome) for outcome in still_open(dossier, person)]


def _own_themes(dossier: Dossier, person: Person) -> list[Text]:
    """The themes that a theme owner still drafts, while that step is in hand."""
    step = current_step(dossier, TRACKS[dossier.plan.track])
    days = planned(dossier, "draft")
    if step is None or step.sort != "draft" or is_coordinator(dossier, person):
        return []
    words = Text(nl="Thema {theme} uitwerken", en="Draft the theme {theme}")
    until = Text(nl=", uiterlijk {day}.", en=", by {day}.")
    end = until.fill(day=on_day(days.end)) if days else Text.verbatim(".")
    return [words.fill(theme=dossier.title(key)) + end for key in drafted_by(dossier, person)]


def _own_check(dossier: Dossier, sheet: Sheet) -> list[Text]:
    if response(dossier, sheet.round.key, sheet.org) == "complete":
        return []
    words = Text(
        nl="Check voor {org}, uiterlijk {day}: {left}",
        en="Check for {org}, by {day}: {left}",
    )
    name, day = dossier.organisation_name(sheet.org), on_day(sheet.round.closes_on)
    return [words.fill(org=name, left=left_words(dossier, sheet), day=day)]


def _agreement(outcome: Outcome) -> Text:
    words = Text(nl="Afspraak: {what}", en="Agreement: {what}").fill(what=outcome.decision)
    until = Text(nl=" (uiterlijk {day})", en=" (by {day})")
    return words + until.fill(day=on_day(outcome.due)) if outcome.due else words


def _to_settle(dossier: Dossier, person: Person) -> list[Text]:
    """The measures whose progress is to be settled."""
    round_ = open_round(dossier) if is_coordinator(dossier, person) else None
    left = len(unsettled(dossier, round_)) if round_ else 0
    words = Text(nl="Voortgang vaststellen: nog {n}.", en="Settle the progress: {n} left.")
    return [words.fill(n=counted(left, *counts.MEASURES))] if left else []


def _own_questions(dossier: Dossier, sheet: Sheet) -> list[Text]:
    if sheet.sort == "check":
        return _own_check(dossier, sheet)
    left = to_go(dossier, sheet)
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
WAITS: tuple[Callable[[Dossier, Person], list[Text]], ...] = (
    _to_answer,
    _own_themes,
    _to_coordinate,
    _to_settle,
    _to_process,
    own_lines,
    _to_keep,
)
