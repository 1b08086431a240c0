"""What a part of the plan hangs from: its item, the IVP, and the verdict on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plan import labels
from plan.calendar import local
from plan.changes import altered_fields, changes_of
from plan.dossier import Dossier
from plan.notation import short_day
from plan.records import ActionItem, Change, Ivp, IvpTheme, Measure
from plan.standing import agreed, deciding_bodies
from plan.text import Text, joined
from plan.tracing.fact import Fact, decided_on, named


def hangs_from(dossier: Dossier, subject: str) -> Iterator[Fact]:
    """The item, the main line of the IVP and the principles it hangs from."""
    measure = dossier.get(Measure, subject)
    item = dossier.get(ActionItem, measure.item if measure else subject)
    if item and measure:
        yield Fact(text=_coded(item.key, item.title), source=named("Actiepunt", "Action item"))
    theme = item.theme if item else subject
    title = dossier.title(theme)
    yield Fact(text=_coded(theme, title), source=named("Thema", "Theme"))
    if item:
        yield from _ivp(dossier, item)
    goal = dossier.goal(theme)
    if goal:
        yield Fact(text=Text.verbatim(goal), source=named("Doel", "Goal"))
    if measure and measure.decision:
        source = named("Besluit in het plan", "Verdict in the plan")
        yield Fact(text=_verdict(measure), source=source, day=_since(dossier, measure))


def _ivp(dossier: Dossier, item: ActionItem) -> Iterator[Fact]:
    plan, theme = dossier.plan, dossier.get(IvpTheme, item.theme)
    lines = {line.id: line.text for line in theme.main_lines} if theme else {}
    if item.ivp_line:
        words = lines.get(item.ivp_line, item.ivp_line)
        source = named("Hoofdlijn", "Main line")
        yield Fact(text=Text.verbatim(words) + _from(plan.ivp), source=source)
    principles = {one.id: one.text for one in plan.ivp.guiding_principles}
    for key in item.principles:
        yield Fact(
            text=Text.verbatim(principles.get(key, key)),
            source=named("Uitgangspunt", "Guiding principle"),
        )
    if item.desired_effect:
        source = named("Beoogd effect", "Intended effect")
        yield Fact(text=Text.verbatim(item.desired_effect), source=source)


def _from(ivp: Ivp) -> Text:
    """` (IVP 2025-2028, 13 feb 2025)`: behind the words, where there is room."""
    day = ivp.adopted_on
    if day is None:
        return Text.verbatim(f" ({ivp.title})")
    return Text(
        nl=f" ({ivp.title}, {short_day(day, 'nl')})", en=f" ({ivp.title}, {short_day(day, 'en')})"
    )


def _verdict(measure: Measure) -> Text:
    verdict = labels.VERDICTS[str(measure.decision)]
    why = measure.decision_reason
    return joined([verdict, Text.verbatim(why)], ": ") if why else verdict


def _coded(key: str, title: str) -> Text:
    return Text.verbatim(title if title == key else f"{key} {title}")


def _adopted_on(dossier: Dossier) -> date | None:
    bodies = deciding_bodies(dossier)
    return decided_on(bodies[-1]) if bodies and agreed(bodies[-1]) else None


def _since(dossier: Dossier, measure: Measure) -> date | None:
    """The day of the amendment that changed the verdict, else of the adoption."""
    later = verdict_amended(dossier, measure.key)
    return local(later.at).date() if later else _adopted_on(dossier)


def verdict_amended(dossier: Dossier, subject: str) -> Change | None:
    """The amendment that gave a measure the verdict it has now, after the plan was adopted."""
    made = (c for c in changes_of(dossier, subject) if c.because == "amendment")
    return next((c for c in reversed([*made]) if "decision" in altered_fields(c)), None)
