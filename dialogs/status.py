"""Where a plan stands: the step in hand and what it still needs."""

from __future__ import annotations

from dataclasses import replace

from dialogs.deciding import own as deciding
from dialogs.drafting.menu import menu_view as themes_view
from dialogs.meeting import attending
from dialogs.messages.lost import MESSAGES
from dialogs.mine import mine_view
from dialogs.questionnaire.menu import menu_view
from dialogs.questionnaire.sheet import open_sheet
from dialogs.running.card import running_view
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Bar, Button, Element, Facts, Fold, Heading, Listing, View, Words
from dialogs.works import WORK
from plan.calendar import local
from plan.content.tracks import TRACKS
from plan.dates import on_day
from plan.dossier import Dossier
from plan.drafting import waiting
from plan.reminders import due, next_moment, parcels, still_lost
from plan.rights import ALL, can, is_coordinator
from plan.setup import lacks
from plan.standing import closing, current_step, planned, status, submission
from plan.text import Text, counted
from plan.track import Step, Track

STEP = "step"
"""The dialog that hears the buttons of a step."""


CLOSE = Button(verb="close", label=Text(nl="Stap sluiten", en="Close this step"))


DRAFT = Button(verb="draft", label=Text(nl="Concept in Word", en="Draft in Word"))


def status_view(dossier: Dossier, said: Said) -> View:
    """For the coordinator the whole process, for a partner the own questions.

    Whoever has a role besides sees that once the questions are ready.
    """
    if not is_coordinator(dossier, said.who):
        decision = deciding.own_view(dossier, said)
        if decision:
            return decision
        sheet = open_sheet(dossier, said.who)
        ready = sheet and submission(dossier, sheet.round.key, sheet.org)
        if sheet and not (ready and can(dossier, said.who, "read_findings", ALL)):
            return menu_view(dossier, sheet)
        own = _own_themes(dossier, said) or attending.own_view(dossier, said)
        return own or mine_view(dossier, said)
    track = TRACKS[dossier.plan.track]
    step = current_step(dossier, track)
    if step is None:
        return running_view(dossier, said)
    work = WORK.get(step.sort)
    return View(
        title=Text.verbatim(dossier.plan.title),
        elements=(
            *_where(dossier, track, step, said),
            *(work.lines(dossier, said, step) if work else ()),
            *_missing(dossier, step),
            *_setup(dossier, track, step),
            *_steps(dossier, track),
        ),
        buttons=_buttons(dossier, said, step),
        dialog=STEP,
        about={"step": step.id},
    )


def _own_themes(dossier: Dossier, said: Said) -> View | None:
    """For a theme owner: the own themes, while the first draft is made."""
    step = current_step(dossier, TRACKS[dossier.plan.track])
    drafting = step is not None and step.sort == "draft" and waiting(dossier, said.who)
    return themes_view(dossier, said) if drafting else None


def _where(dossier: Dossier, track: Track, step: Step, said: Said) -> tuple[Element, ...]:
    count = Text(nl="Stap {n} van {total}: {step}", en="Step {n} of {total}: {step}")
    done = sum(closing(dossier, s.id) is not None for s in track.steps)
    label = Text(nl="Stappen gesloten", en="Steps closed")
    days = planned(dossier, step.id)
    rows = [
        (
            Text(nl="Gemeente", en="Municipality"),
            Text.verbatim(dossier.plan.municipality.name),
        ),
        (Text(nl="Versie", en="Version"), Text.verbatim(dossier.plan.version)),
    ]
    if days:
        period = Text(nl="{start} tot en met {end}", en="{start} to {end}")
        rows.append(
            (
                Text(nl="Gepland", en="Planned"),
                period.fill(start=on_day(days.start), end=on_day(days.end)),
            )
        )
    if lost := still_lost(dossier):
        rows.append((Text(nl="Niet bezorgd", en="Not delivered"), counted(len(lost), *MESSAGES)))
    # What this turn itself brought about goes out as soon as it is kept.
    at_once = parcels(dossier.plus(due(dossier, said.at)), said.at)
    upcoming = local(said.at) if at_once else next_moment(dossier, said.at)
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


def _missing(dossier: Dossier, step: Step) -> tuple[Element, ...]:
    missing = step.missing(dossier)
    if not missing:
        words = Text(
            nl="Er ontbreekt niets meer aan deze stap.",
            en="Nothing is missing from this step.",
        )
        return (Words(text=words, tone="good"),)
    title = Text(nl="Nodig om deze stap te sluiten", en="Needed to close this step")
    return (Heading(text=title, level=3), Listing(lines=missing))


def _setup(dossier: Dossier, track: Track, step: Step) -> tuple[Element, ...]:
    """What is best put right before anybody is asked: only in the first step, and no gate."""
    lines = lacks(dossier) if track.number(step) == 1 else ()
    title = Text(nl="Nog te regelen", en="Still to be arranged")
    return (Heading(text=title, level=3), Listing(lines=lines)) if lines else ()


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


def _buttons(dossier: Dossier, said: Said, step: Step) -> tuple[Button, ...]:
    """The first is what to do now; when nothing is missing that is to close the step."""
    work = WORK.get(step.sort)
    own = work.buttons(dossier, said, step) if work else ()
    if step.missing(dossier):
        return (*own, DRAFT, CLOSE)
    return (replace(CLOSE, primary=True), *(replace(b, primary=False) for b in own), DRAFT)


def status_turn(dossier: Dossier, said: Said) -> Turn:
    return Turn(replies=(Reply(view=status_view(dossier, said)),))
