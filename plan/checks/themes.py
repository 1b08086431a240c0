"""Checks on a theme as a whole: its chain, its targets, its weight, its goal and its form."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from plan.checks.active import active, hours
from plan.checks.finding import Check, Hit, Severity, Thresholds, quantity
from plan.checks.goal import is_activity
from plan.dossier import Dossier
from plan.records import IvpTheme
from plan.text import Text

_NO_FRONT = Text(
    nl="In {theme} ontbreken proactie en preventie. Bewust?",
    en="{theme} lacks proaction and prevention. On purpose?",
)
_TARGETS = {
    "dader": Text(nl="daders", en="offenders"),
    "slachtoffer": Text(nl="slachtoffers", en="victims"),
    "situatie": Text(nl="de situatie", en="the situation"),
}
"""Enabling work (randvoorwaarde) is no target, so it cannot be one-sided."""


def _hit(
    dossier: Dossier,
    theme: str,
    *,
    message: Text | None = None,
    severity: Severity | None = None,
    **fields: object,
) -> Hit:
    named = {"theme": dossier.title(theme), **fields}
    return Hit(subjects=theme, theme=theme, fields=named, message=message, severity=severity)


def _missing_links(dossier: Dossier, _: Thresholds) -> Iterator[Hit]:
    """A theme of which no phase is known yet says nothing about the chain."""
    for theme in dossier.themes:
        phases = {m.chain_phase for m in active(dossier.measures_of(theme.key)) if m.chain_phase}
        if phases and phases.isdisjoint(("proactie", "preventie")):
            yield _hit(dossier, theme.key, message=_NO_FRONT, severity="W")
        elif phases and "nazorg" not in phases:
            yield _hit(dossier, theme.key)


MISSING_LINKS = Check(
    id="C05",
    severity="I",
    title=Text(nl="Ontbrekende schakels", en="Missing links"),
    message=Text(
        nl="In {theme} ontbreekt nazorg. Bewust?", en="{theme} lacks aftercare. On purpose?"
    ),
    why=Text(
        nl="Een mix werkt beter als ze niet op één schakel van de veiligheidsketen leunt.",
        en="A mix works better when it does not lean on one link of the safety chain.",
    ),
    action=Text(
        nl="Kies een voorbeeld voor de ontbrekende schakel of leg uit waarom niet.",
        en="Choose an example for the missing link, or explain why not.",
    ),
    find=_missing_links,
)


def _one_sided(dossier: Dossier, _: Thresholds) -> Iterator[Hit]:
    for theme in dossier.themes:
        targets = {measure.target for measure in active(dossier.measures_of(theme.key))}
        only = targets.pop() if len(targets) == 1 else None
        if only in _TARGETS:
            yield _hit(dossier, theme.key, target=_TARGETS[only])


ONE_SIDED = Check(
    id="C06",
    severity="W",
    title=Text(nl="Eenzijdig gericht", en="One-sided target"),
    message=Text(
        nl="{theme} richt zich alleen op {target}.", en="{theme} is aimed at {target} only."
    ),
    why=Text(
        nl="Dader, slachtoffer en situatie vragen elk iets anders.",
        en="Offender, victim and situation each ask for something else.",
    ),
    action=Text(
        nl="Kies een maatregel die zich op iets anders richt.",
        en="Choose a measure that is aimed at something else.",
    ),
    find=_one_sided,
)


def _less_than_routine(dossier: Dossier, settings: Thresholds) -> Iterator[Hit]:
    """Compared with the largest theme of category other (decision 9)."""
    given = {theme.key: hours(dossier.measures_of(theme.key)) for theme in dossier.themes}
    others = [key for key in given if dossier.category(key) == "other"]
    largest = max(others, key=lambda key: given[key], default=None)
    for key, total in given.items():
        priority = dossier.category(key) == "priority"
        if priority and largest and total < settings.priority_share * given[largest]:
            yield _hit(
                dossier,
                key,
                own=quantity(total),
                other=dossier.title(largest),
                most=quantity(given[largest]),
            )


LESS_THAN_ROUTINE = Check(
    id="C13",
    severity="W",
    title=Text(nl="Prioriteit krijgt minder dan routine", en="Priority gets less than routine"),
    message=Text(
        nl="{theme} krijgt {own} uur, {other} {most}.",
        en="{theme} gets {own} hours, {other} {most}.",
    ),
    why=Text(
        nl="De inzet volgt niet wat de raad belangrijk vindt.",
        en="The effort does not follow what the council finds important.",
    ),
    action=Text(nl="Verschuif uren of leg het uit.", en="Move hours, or explain it."),
    find=_less_than_routine,
)


def _without_items(dossier: Dossier, _: Thresholds) -> Iterator[Hit]:
    """A theme at maintenance level was brought back to regular work and may be absent."""
    severities: dict[str, Severity] = {"priority": "B", "other": "W"}
    for theme in dossier.all(IvpTheme):
        severity = severities.get(dossier.category(theme.key))
        if severity and not dossier.items_of(theme.key):
            yield _hit(dossier, theme.key, severity=severity)


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
            yield _hit(dossier, theme.key)


WORSE_UNANSWERED = Check(
    id="C23",
    severity="W",
    title=Text(nl="Slechter beeld zonder antwoord", en="Worse picture, no answer"),
    message=Text(
        nl="{theme} verslechtert volgens partners; het pakket blijft gelijk.",
        en="{theme} is getting worse according to partners; the package stays the same.",
    ),
    why=Text(
        nl="Partners zien hun signaal graag terug in wat we doen.",
        en="Partners want to see their signal in what we do.",
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
            yield _hit(dossier, theme.key, goal=goal)


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
        en="Write what is different when it works, preferably with a number.",
    ),
    find=_activity_as_goal,
)


def _form_drift(dossier: Dossier, _: Thresholds) -> Iterator[Hit]:
    """With no document at hand: a theme without narrative, or with columns of its own."""
    for theme in dossier.themes:
        own = theme.columns and theme.columns != dossier.plan.format.columns
        if own or not (theme.narrative or "").strip():
            yield _hit(dossier, theme.key)


FORM_DRIFT = Check(
    id="C28",
    severity="I",
    title=Text(nl="Wijkt af van het format", en="Form drift"),
    message=Text(nl="{theme} wijkt af van het format.", en="{theme} departs from the format."),
    why=Text(
        nl="Wie elk thema op dezelfde plek leest, vindt sneller wat nodig is.",
        en="Who reads every theme in the same shape finds things sooner.",
    ),
    action=Text(
        nl="Schrijf de toelichting of gebruik de kolommen van het plan.",
        en="Write the narrative, or use the columns of the plan.",
    ),
    find=_form_drift,
)
