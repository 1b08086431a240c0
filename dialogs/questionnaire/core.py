"""The core questions on one card: the invitation, and what is still open of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from dialogs.checking.extract import extract_view
from dialogs.checking.inviting import inviting
from dialogs.questionnaire.elements import question_elements
from dialogs.questionnaire.parts import (
    CARD,
    DONE,
    LATER,
    NOT_ME,
    SAVE,
    TYPING,
    about,
    known_state,
    minutes,
    named,
    who,
)
from dialogs.questionnaire.progress import is_progress, progress_invitation, progress_view
from dialogs.questionnaire.sheet import Sheet
from dialogs.view import Button, Element, Facts, Fold, View, Words
from plan.asking import answered, measures_by_weight
from plan.content import counts
from plan.core import MEASURES_FIRST, core_questions, known_progress
from plan.dates import on_day
from plan.dossier import Dossier
from plan.question import Ask, Choice
from plan.records import Measure, Person
from plan.text import Text, counted


def core_view(dossier: Dossier, sheet: Sheet, intro: Iterable[Element] = ()) -> View:
    """The core questions on one card, and the known state of the measures to confirm."""
    if is_progress(sheet):
        return progress_view(dossier, sheet, intro=tuple(intro))
    if sheet.sort == "check":
        return extract_view(dossier, sheet, intro=intro)
    asks = core_asks(dossier, sheet)
    measures = to_confirm(dossier, sheet)
    state = Fold(
        title=Text(
            nl="Stand van uw {count}, zoals wij die kennen",
            en="The state of your {count} as we know it",
        ).fill(count=counted(len(measures), *counts.MEASURES)),
        elements=(Facts(rows=tuple((named(m), known_state(dossier, m)) for m in measures)),),
    )
    known = Button(
        verb="save_known",
        primary=True,
        label=Text(
            nl="Opslaan, de stand van de maatregelen klopt",
            en="Save, the state of the measures is correct",
        ),
    )
    walk = Button(
        verb="save",
        label=Text(nl="Opslaan en maatregelen nalopen", en="Save and go through the measures"),
    )
    return View(
        title=Text(nl="De kern: {count}", en="The core: {count}").fill(
            count=counted(len(asks), *counts.QUESTIONS)
        ),
        elements=(
            *intro,
            *who(dossier, sheet),
            *question_elements(dossier, sheet, asks),
            *((state,) if measures else ()),
        ),
        buttons=(
            *((known, walk) if measures else (SAVE,)),
            TYPING,
            *(() if sheet.on_behalf else (LATER, NOT_ME)),
        ),
        dialog=CARD,
        about=about(sheet, "core", asks),
    )


def core_asks(dossier: Dossier, sheet: Sheet) -> list[Ask]:
    """Choices before texts; of the measures only what is asked although nothing differs."""
    asks = core_questions(dossier, sheet.round.key, sheet.org, sheet.topics)
    return sorted(asks, key=lambda ask: not isinstance(ask.question.kind, Choice))


def rest_view(dossier: Dossier, sheet: Sheet, asks: Iterable[Ask]) -> View:
    """The core questions that are still open."""
    asks = list(asks)
    return View(
        title=Text(nl="Nog {count} open", en="{count} still open").fill(
            count=counted(len(asks), *counts.QUESTIONS)
        ),
        elements=question_elements(dossier, sheet, asks),
        buttons=(SAVE, DONE, TYPING),
        dialog=CARD,
        about=about(sheet, "rest", asks),
    )


def to_confirm(dossier: Dossier, sheet: Sheet) -> list[Measure]:
    """The first ten measures whose known progress nobody of the partner has answered yet."""
    known = answered(dossier, sheet.round.key, sheet.org)
    return [
        measure
        for measure in measures_by_weight(dossier, sheet.org)[:MEASURES_FIRST]
        if known_progress(dossier, measure) and f"A1/{measure.key}" not in known
    ]


def invitation(dossier: Dossier, sheet: Sheet, person: Person, at: datetime) -> View:
    """The opening to a partner, with the core questions in it: nothing to start first."""
    if is_progress(sheet):
        return progress_invitation(dossier, sheet, person)
    if sheet.sort == "check":
        return core_view(dossier, sheet, intro=inviting(dossier, sheet, person))
    count = len(core_asks(dossier, sheet))
    opening = Text(
        nl="Beste {name}, {municipality} maakt het uitvoeringsplan voor {year} en wil weten hoe "
        "dit jaar volgens u ging. Het gaat alleen over de onderdelen waar u bij betrokken bent: "
        "{questions}, ongeveer {minutes} werk. U kunt tussendoor stoppen. Graag uiterlijk {day}.",
        en="Dear {name}, {municipality} is making the plan for {year} and would like to know how "
        "you think this year went. It is only about the parts that involve you: {questions}, "
        "about {minutes} of work. You can stop in between. Please answer by {day}.",
    ).fill(
        name=person.name,
        municipality=dossier.plan.municipality.name,
        year=dossier.plan.year,
        questions=counted(count, *counts.QUESTIONS),
        minutes=counted(minutes(count), *counts.MINUTES),
        day=on_day(sheet.round.closes_on),
    )
    silence = (
        (Words(text=Text.verbatim(sheet.round.silence), tone="subtle"),)
        if sheet.round.silence
        else ()
    )
    return core_view(dossier, sheet, intro=(Words(text=opening), *silence))
