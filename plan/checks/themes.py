"""Checks on a theme as a whole: its place in the plan, its picture, its goal and its form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from statistics import median

from plan.checks.active import on_theme
from plan.checks.finding import Check, Hit, Severity, Thresholds
from plan.checks.goal import is_activity
from plan.dossier import Dossier
from plan.forming.length import too_long, words_in
from plan.records import IvpTheme
from plan.text import Text


def _without_items(dossier: Dossier, _: Thresholds) -> Iterator[Hit]:
    """A theme at maintenance level was brought back to regular work and may be absent."""
    severities: dict[str, Severity] = {"priority": "B", "other": "W"}
    for theme in dossier.all(IvpTheme):
        severity = severities.get(dossier.category(theme.key))
        if severity and not dossier.items_of(theme.key):
            yield on_theme(dossier, theme.key, severity=severity)


WITHOUT_ITEMS = Check(
    id="C15",
    severity="W",
    title=Text(nl="IVP-thema zonder actiepunten", en="IVP theme without items"),
    message=Text(
        nl="{theme} staat in het IVP maar niet in dit plan.",
        en="{theme} is in the IVP but not in this plan.",
    ),
    why=Text(
        nl="De raad heeft dit thema vastgesteld en zal ernaar vragen.",
        en="The council adopted this theme and will ask about it.",
    ),
    action=Text(
        nl="Voeg een actiepunt toe of leg uit waarom het thema dit jaar wacht.",
        en="Add an action item, or explain why the theme waits this year.",
    ),
    find=_without_items,
)


def _worse_unanswered(dossier: Dossier, settings: Thresholds) -> Iterator[Hit]:
    """Only points on the scale count; "geen zicht op" is not a number."""
    views: dict[str, list[int]] = {}
    for answer in dossier.latest_answers:
        if answer.question == "O2" and answer.subject and isinstance(answer.value, int):
            views.setdefault(answer.subject, []).append(answer.value)
    for theme in dossier.themes:
        seen = views.get(theme.key, [])
        worse = len(seen) >= settings.worse_answers and median(seen) <= settings.worse_at
        verdicts = {measure.decision for measure in dossier.measures_of(theme.key)}
        if worse and verdicts.isdisjoint(("new", "intensify")):
            yield on_theme(dossier, theme.key)


WORSE_UNANSWERED = Check(
    id="C23",
    severity="W",
    title=Text(nl="Slechter beeld zonder antwoord", en="Worse picture, no answer"),
    message=Text(
        nl="{theme} verslechtert volgens partners; het pakket blijft gelijk.",
        en="{theme} is getting worse according to partners; the package stays the same.",
    ),
    why=Text(
        nl="Partners zien hun signalen graag terug in wat we doen.",
        en="Partners want to see what they told us reflected in what we do.",
    ),
    action=Text(
        nl="Voeg een maatregel toe, intensiveer er een of leg uit waarom niet.",
        en="Add a measure, intensify one, or explain why not.",
    ),
    find=_worse_unanswered,
)


def _activity_as_goal(dossier: Dossier, _: Thresholds) -> Iterator[Hit]:
    for theme in dossier.themes:
        goal = dossier.goal(theme.key)
        if goal and is_activity(goal):
            yield on_theme(dossier, theme.key, goal=goal)


ACTIVITY_AS_GOAL = Check(
    id="C24",
    severity="I",
    title=Text(nl="Activiteit als doel", en="Activity posed as goal"),
    message=Text(
        nl="Het doel van {theme} is een middel. Welk gevolg willen we?",
        en="The goal of {theme} is a means. Which result do we want?",
    ),
    why=Text(
        nl="Een activiteit kan slagen zonder dat er iets verandert.",
        en="An activity can succeed without anything changing.",
    ),
    action=Text(
        nl="Schrijf op wat er anders is als het lukt, liefst met een getal.",
        en="Write down what is different when it works, preferably with a number.",
    ),
    find=_activity_as_goal,
)


def _form_drift(dossier: Dossier, _: Thresholds) -> Iterator[Hit]:
    """With no document at hand: a theme without narrative or with one that is much longer than
    asked, or with other columns than the rest."""
    usual = _usual_columns(dossier)
    for theme in dossier.themes:
        own = (theme.columns or dossier.plan.format.columns) != usual
        if own or not (theme.narrative or "").strip():
            yield on_theme(dossier, theme.key)
        elif too_long(dossier.plan, theme):
            asked = dossier.plan.format.narrative_words
            yield on_theme(dossier, theme.key, message=MUCH_LONGER, n=words_in(theme), asked=asked)


def _usual_columns(dossier: Dossier) -> tuple[str, ...]:
    """The columns of the plan; where it names none, those that most themes have.

    () stands for those of its preset, and goes before others that are as many.
    """
    times = Counter(theme.columns for theme in dossier.themes)
    most = max(times, key=lambda columns: (times[columns], not columns), default=())
    return dossier.plan.format.columns or most


MUCH_LONGER = Text(
    nl="De tekst bij {theme} is veel langer dan het format vraagt: {n} woorden in plaats van "
    "{asked}.",
    en="The text for {theme} is much longer than the format asks: {n} words instead of {asked}.",
)
FORM_DRIFT = Check(
    id="C28",
    severity="I",
    title=Text(nl="Wijkt af van het format", en="Form drift"),
    message=Text(nl="{theme} wijkt af van het format.", en="{theme} departs from the format."),
    why=Text(
        nl="Als elk thema op dezelfde manier is opgebouwd, vinden lezers sneller wat ze zoeken.",
        en="When every theme is built the same way, readers find what they need sooner.",
    ),
    action=Text(
        nl="Schrijf de tekst bij het thema (of maak die korter) en gebruik de kolommen van het "
        "plan.",
        en="Write the text of the theme (or shorten it), and use the columns of the plan.",
    ),
    find=_form_drift,
)
