"""All topics: where the answers stand, and one topic opened."""

from __future__ import annotations

from dialogs.checking.contribution import overview_view
from dialogs.questionnaire.elements import question_elements
from dialogs.questionnaire.parts import (
    CARD,
    DONE,
    MENU,
    NOT_ME,
    SAVE,
    TYPING,
    about,
    not_measure,
    who,
)
from dialogs.questionnaire.progress import is_progress, progress_overview
from dialogs.questionnaire.sheet import Sheet
from dialogs.view import Bar, Button, Element, Facts, Heading, Listing, Pick, View
from plan.asking import answered, themes_by_weight
from plan.core import core_questions, left_to_answer
from plan.dates import on_day
from plan.dossier import Dossier
from plan.question import Choice
from plan.records import Outcome
from plan.standing import submission
from plan.text import Text


def topic_view(dossier: Dossier, sheet: Sheet, topic: str) -> View:
    """Every question of one topic, with the answers so far."""
    found = sheet.topic(topic)
    asks = [
        ask
        for ask in sheet.asks(dossier)
        if found and ask.question in found.questions and not_measure(ask)
    ]
    extra = agreements(dossier, sheet) if topic == "cooperation" else ()
    title = Text(nl="{number}. {topic}", en="{number}. {topic}")
    return View(
        title=title.fill(number=found.number, topic=found.title)
        if found
        else Text.verbatim(topic),
        elements=(*who(dossier, sheet), *extra, *question_elements(dossier, sheet, asks)),
        buttons=(SAVE, MENU, TYPING),
        dialog=CARD,
        about={**about(sheet, "topic", asks), "topic": topic},
    )


def menu_view(dossier: Dossier, sheet: Sheet) -> View:
    """Where the answers stand per topic, and what to open."""
    if is_progress(sheet):
        return progress_overview(dossier, sheet)
    if sheet.sort == "check":
        return overview_view(dossier, sheet)
    known = answered(dossier, sheet.round.key, sheet.org)
    asks = sheet.asks(dossier)
    rows, choices = [], []
    for topic in sheet.topics:
        own = [ask for ask in asks if ask.question in topic.questions]
        done = sum(ask.key in known for ask in own)
        rows.append((Text.verbatim(f"{topic.number}. ") + topic.title, _of(done, len(own))))
        if any(not_measure(ask) for ask in own):
            choices.append((f"topic:{topic.id}", Text.verbatim(f"{topic.number}. ") + topic.title))
    for theme in themes_by_weight(dossier, sheet.org):
        words = Text(nl="Maatregelen: {theme}", en="Measures: {theme}")
        choices.append((f"measures:{theme}", words.fill(theme=dossier.title(theme))))
    total = core_questions(dossier, sheet.round.key, sheet.org, sheet.topics)
    needed = sum(isinstance(ask.question.kind, Choice) for ask in total)
    needed += bool(dossier.measures_with(sheet.org))
    left = left_to_answer(dossier, sheet.round.key, sheet.org, sheet.topics)
    label = Text(nl="Kernvragen beantwoord", en="Core questions answered")
    return View(
        title=Text(nl="Vragenlijst", en="Questionnaire"),
        elements=(
            *who(dossier, sheet),
            Bar(label=label, done=needed - left, total=needed),
            Facts(rows=tuple(rows)),
            Pick(
                id="open",
                label=Text(nl="Welk onderdeel openen?", en="Which part do you want to open?"),
                choices=tuple(choices),
                value=choices[0][0] if choices else "",
            ),
        ),
        buttons=(
            Button(verb="open", label=Text(nl="Openen", en="Open"), primary=True),
            *((Button(verb="core", label=Text(nl="De kern", en="The core")),) if left else ()),
            TYPING,
            *(() if submission(dossier, sheet.round.key, sheet.org) else (DONE,)),
            *(() if sheet.on_behalf else (NOT_ME,)),
        ),
        dialog=CARD,
        about=about(sheet, "menu", ()),
    )


def agreements(dossier: Dossier, sheet: Sheet) -> tuple[Element, ...]:
    """The partner's own open agreements: session outcomes and milestones (topic 5)."""
    own = {person.key for person in dossier.people_of(sheet.org)}
    lines = [_kept(outcome) for outcome in dossier.all(Outcome) if outcome.owner in own]
    lines += [
        Text.verbatim(f"{measure.key}: {milestone.text}")
        for measure in dossier.measures_with(sheet.org)
        if measure.lead and measure.lead.org == sheet.org
        for milestone in measure.milestones
    ]
    if not lines:
        return ()
    title = Text(nl="Uw eigen afspraken in het plan", en="Your own agreements in the plan")
    return (Heading(text=title, level=3), Listing(lines=tuple(lines)))


def _kept(outcome: Outcome) -> Text:
    """An agreement, and whether it was kept."""
    kept = Text(nl="{what} (nagekomen)", en="{what} (kept)")
    until = Text(nl="{what} (open, uiterlijk {day})", en="{what} (open, by {day})")
    if outcome.done_at:
        return kept.fill(what=outcome.decision)
    if outcome.due:
        return until.fill(what=outcome.decision, day=on_day(outcome.due))
    return Text(nl="{what} (open)", en="{what} (open)").fill(what=outcome.decision)


def _of(done: int, total: int) -> Text:
    return Text(nl="{done} van {total}", en="{done} of {total}").fill(done=done, total=total)
