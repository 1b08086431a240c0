"""Where a plan stands, and what waits for whom."""

from __future__ import annotations

from dialogs.questionnaire.menu import menu_view
from dialogs.questionnaire.sheet import Sheet, is_coordinator, open_sheet
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Bar, Button, Element, Facts, Fold, Heading, Listing, View, Words
from plan.asking import left_to_answer
from plan.content import counts
from plan.content.tracks import TRACKS
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import Person, Proposal, Round
from plan.reminders import next_moment, undelivered
from plan.standing import asked, closing, current_step, is_open, planned, response, status
from plan.text import Text, counted, joined
from plan.track import Step, Track

STEP = "step"
"""The dialog that hears the buttons of a step."""
CLOSE = Button(verb="close", label=Text(nl="Stap sluiten", en="Close this step"))
DRAFT = Button(verb="draft", label=Text(nl="Concept in Word", en="Draft in Word"))
RESPONSES = {
    "complete": Text(nl="klaar", en="ready"),
    "partial": Text(nl="begonnen", en="begun"),
    "none": Text(nl="nog niet begonnen", en="not begun yet"),
}


def status_view(dossier: Dossier, said: Said) -> View:
    """For the coordinator the whole process, for a partner the own questions."""
    if not is_coordinator(dossier, said.who):
        sheet = open_sheet(dossier, said.who)
        return menu_view(dossier, sheet) if sheet else nothing_view(dossier, said)
    track = TRACKS[dossier.plan.track]
    step = current_step(dossier, track)
    if step is None:
        return _finished_view(dossier)
    round_ = dossier.round(step.id)
    return View(
        title=Text.verbatim(dossier.plan.title),
        elements=(
            *_where(dossier, track, step, said),
            *(_response(dossier, round_) if round_ and is_open(dossier, round_) else ()),
            *_missing(dossier, step),
            *_steps(dossier, track),
        ),
        buttons=_buttons(dossier, step, round_),
        dialog=STEP,
        about={"step": step.id},
    )


def _where(dossier: Dossier, track: Track, step: Step, said: Said) -> tuple[Element, ...]:
    count = Text(nl="Stap {n} van {total}: {step}", en="Step {n} of {total}: {step}")
    done = sum(closing(dossier, s.id) is not None for s in track.steps)
    label = Text(nl="Stappen gesloten", en="Steps closed")
    days = planned(dossier, step.id)
    rows = [(Text(nl="Versie", en="Version"), Text.verbatim(f"{dossier.plan.version}"))]
    if days:
        period = Text(nl="{start} tot en met {end}", en="{start} to {end}")
        rows.append(
            (
                Text(nl="Gepland", en="Planned"),
                period.fill(start=on_day(days.start), end=on_day(days.end)),
            )
        )
    upcoming = next_moment(dossier, said.at)
    if upcoming:
        rows.append((Text(nl="Eerstvolgend bericht", en="Next message"), on_day(upcoming.date())))
    rows.append((Text(nl="Status", en="Status"), Text.verbatim(status(dossier))))
    return (
        Words(
            text=count.fill(n=track.number(step), total=len(track.steps), step=step.title),
            strong=True,
        ),
        Words(text=step.purpose, tone="subtle"),
        Bar(label=label, done=done, total=len(track.steps)),
        Facts(rows=tuple(rows)),
    )


def _response(dossier: Dossier, round_: Round) -> tuple[Element, ...]:
    partners = asked(dossier, round_)
    ready = sum(response(dossier, round_.key, org.key) == "complete" for org in partners)
    silent = [o.name for o in partners if response(dossier, round_.key, o.key) != "complete"]
    label = Text(nl="Partners klaar", en="Partners ready")
    found: list[Element] = [Bar(label=label, done=ready, total=len(partners))]
    found.append(Words(text=_closes(round_), tone="subtle"))
    if silent:
        waiting = Text(nl="Nog niet klaar: {names}", en="Not ready yet: {names}")
        found.append(Words(text=waiting.fill(names=", ".join(silent))))
    return tuple(found)


def _closes(round_: Round) -> Text:
    words = Text(nl="Antwoorden kan tot en met {day}.", en="Answers are welcome until {day}.")
    return words.fill(day=on_day(round_.closes_on))


def _missing(dossier: Dossier, step: Step) -> tuple[Element, ...]:
    missing = step.missing(dossier)
    if not missing:
        words = Text(
            nl="Er ontbreekt niets meer aan deze stap.",
            en="Nothing is missing from this step any more.",
        )
        return (Words(text=words, tone="good"),)
    title = Text(nl="Nodig om deze stap te sluiten", en="Needed to close this step")
    return (Heading(text=title, level=3), Listing(lines=missing))


def _steps(dossier: Dossier, track: Track) -> tuple[Fold, ...]:
    rows = []
    for step in track.steps:
        closed, days = closing(dossier, step.id), planned(dossier, step.id)
        state = Text(nl="nog te doen", en="to do")
        if closed:
            state = Text(nl="gesloten {day}", en="closed {day}").fill(day=on_day(closed.at.date()))
        elif days:
            state = Text(nl="tot en met {day}", en="until {day}").fill(day=on_day(days.end))
        rows.append((step.title, state))
    title = Text(nl="Alle stappen", en="All steps")
    return (Fold(title=title, elements=(Facts(rows=tuple(rows)),)),)


def _buttons(dossier: Dossier, step: Step, round_: Round | None) -> tuple[Button, ...]:
    if step.sort != "consult":
        return (DRAFT, CLOSE)
    if round_ is None or not is_open(dossier, round_):
        send = Text(nl="Vragenlijst versturen", en="Send the questionnaire")
        return (Button(verb="request", label=send, primary=True), DRAFT, CLOSE)
    return (
        Button(verb="results", label=Text(nl="Resultaten", en="Results"), primary=True),
        Button(verb="partners", label=Text(nl="Partners", en="Partners")),
        Button(
            verb="conclude",
            label=Text(nl="Voortgang en effect vaststellen", en="Settle progress and effect"),
        ),
        DRAFT,
        CLOSE,
    )


def _finished_view(dossier: Dossier) -> View:
    words = Text(
        nl="Alle stappen zijn gesloten. Status: {status}.",
        en="All steps are closed. Status: {status}.",
    )
    return View(
        title=Text.verbatim(dossier.plan.title),
        elements=(Words(text=words.fill(status=status(dossier))),),
        buttons=(DRAFT,),
        dialog=STEP,
        about={"step": ""},
    )


def nothing_view(dossier: Dossier, said: Said) -> View:
    """For somebody with nothing to do: where the plan stands."""
    track = TRACKS[dossier.plan.track]
    step = current_step(dossier, track)
    where = Text(nl="Het plan is bij: {step}.", en="The plan is at: {step}.")
    done = Text(nl="afgerond", en="finished")
    return View(
        title=Text.verbatim(dossier.plan.title),
        elements=(
            Words(text=where.fill(step=step.title if step else done)),
            Words(
                text=Text(
                    nl="Er staat niets voor u open. Ik laat het weten zodra er iets te doen is.",
                    en="Nothing is waiting for you. I will let you know when there is something "
                    "to do.",
                )
            ),
        ),
    )


def partners_view(dossier: Dossier, said: Said) -> View:
    """Who was asked, how far each is, and who answers for it."""
    round_ = next((r for r in dossier.all(Round) if is_open(dossier, r)), None)
    rows = []
    for org in asked(dossier, round_) if round_ else dossier.consulted:
        people = ", ".join(p.name for p in dossier.people_of(org.key)) or "–"
        state = _reached(dossier, round_, org.key, said) if round_ else None
        words = Text.verbatim(people)
        rows.append((Text.verbatim(org.name), joined([state, words], " · ") if state else words))
    more = Text(
        nl='Bellen en meteen invullen? Typ "namens" en de naam van de partner.',
        en='Filling in during a phone call? Type "for" and the name of the partner.',
    )
    return View(
        title=Text(nl="Partners", en="Partners"),
        elements=(Facts(rows=tuple(rows)), Words(text=more, tone="subtle")),
    )


def _reached(dossier: Dossier, round_: Round, org: str, said: Said) -> Text:
    """How far a partner is; and where nothing arrives, why."""
    state = RESPONSES[response(dossier, round_.key, org)]
    late = undelivered(dossier, round_.key, org, said.at)
    if late is None or response(dossier, round_.key, org) == "complete":
        return state
    words = Text(nl="{state}, niet bezorgd: {why}", en="{state}, not delivered: {why}")
    why = Text.verbatim(late.failed) if late.failed else NO_ADDRESS
    return words.fill(state=state, why=why)


NO_ADDRESS = Text(nl="nog geen gesprek met deze persoon", en="no chat with this person yet")


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
        if open_:
            words = Text(nl="Zonder besluit: {n}.", en="Without a verdict: {n}.")
            found.append(words.fill(n=counted(open_, *counts.PROPOSALS)))
    return found


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
            elements.append(Heading(text=Text.verbatim(plan.plan.title), level=3))
            elements.append(Listing(lines=tuple(lines)))
    if elements:
        elements.append(Words(text=GO_ON, tone="subtle"))
    else:
        words = Text(nl="Er wacht nu niets.", en="Nothing is waiting now.")
        elements.append(Words(text=words, tone="good"))
    return View(title=Text(nl="Openstaand", en="Waiting for you"), elements=tuple(elements))


GO_ON = Text(nl='Typ "verder" om door te gaan.', en='Type "next" to go on.')


def status_turn(dossier: Dossier, said: Said) -> Turn:
    return Turn(replies=(Reply(view=status_view(dossier, said)),))
