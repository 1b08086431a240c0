"""Checks on the balance of a theme: links of the chain, targets, and hours."""

from __future__ import annotations

from collections.abc import Iterator

from plan.checks.active import active, hours, on_theme
from plan.checks.finding import Check, Hit, Thresholds, quantity
from plan.dossier import Dossier
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


def _missing_links(dossier: Dossier, _: Thresholds) -> Iterator[Hit]:
    """A theme of which no phase is known yet says nothing about the chain."""
    for theme in dossier.themes:
        phases = {m.chain_phase for m in active(dossier.measures_of(theme.key)) if m.chain_phase}
        if phases and phases.isdisjoint(("proactie", "preventie")):
            yield on_theme(dossier, theme.key, message=_NO_FRONT, severity="W")
        elif phases and "nazorg" not in phases:
            yield on_theme(dossier, theme.key)


MISSING_LINKS = Check(
    id="C05",
    severity="I",
    title=Text(nl="Ontbrekende schakels", en="Missing links"),
    message=Text(
        nl="In {theme} ontbreekt nazorg. Bewust?", en="{theme} lacks aftercare. On purpose?"
    ),
    why=Text(
        nl="Een mix werkt beter als die niet op één schakel van de veiligheidsketen leunt.",
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
            yield on_theme(dossier, theme.key, target=_TARGETS[only])


ONE_SIDED = Check(
    id="C06",
    severity="W",
    title=Text(nl="Eenzijdig gericht", en="One-sided target"),
    message=Text(
        nl="{theme} richt zich alleen op {target}.", en="{theme} is aimed at {target} only."
    ),
    why=Text(
        nl="Dader, slachtoffer en situatie vragen elk om iets anders.",
        en="Offender, victim and situation each call for something else.",
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
            yield on_theme(
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
        en="The effort does not follow what the council considers important.",
    ),
    action=Text(nl="Verschuif uren of leg het uit.", en="Move hours, or explain it."),
    find=_less_than_routine,
)
