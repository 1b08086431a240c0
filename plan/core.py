"""The core questions: what makes a partner's answer complete, and what of it is still open."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from plan.asking import CONTENT, answered, asks, is_due, measures_by_weight, themes_by_weight
from plan.called_for import unreasoned
from plan.dossier import Dossier
from plan.once import once
from plan.question import Ask, Choice, Topic
from plan.records import Measure, Meeting

MEASURES_FIRST = 10
"""How many measures a partner is asked about before the rest is offered (decision 17)."""
THEMES_FIRST = 2
"""How many themes the core questions are about before the rest is offered."""


def known_progress(dossier: Dossier, measure: Measure) -> str | None:
    """The last known progress of a measure, of the year before the plan at the latest."""
    year = dossier.plan.year
    past = [h for h in measure.history if h.progress and h.year < year]
    return max(past, key=lambda h: h.year).progress if past else None


def effect_stayed_out(dossier: Dossier, measure: Measure) -> bool:
    """Whether the last known effect of a measure is `uitgebleven`."""
    year = dossier.plan.year
    past = [h for h in measure.history if h.effect and h.year < year]
    return bool(past) and max(past, key=lambda h: h.year).effect == "uitgebleven"


def open_core(dossier: Dossier, round_: str, org: str, topics: Iterable[Topic]) -> tuple[Ask, ...]:
    """The core questions that make a partner's answer complete and have no answer yet.

    Free texts may stay empty. Of the measures the first ten count, and of them the effect and
    the advice only where the progress differs or the effect stayed out (decision 17).
    """
    known = answered(dossier, round_, org)
    return tuple(
        ask
        for ask in core(dossier, round_, org, topics)
        if ask.key not in known and isinstance(ask.question.kind, Choice)
    )


def core(dossier: Dossier, round_: str, org: str, topics: Iterable[Topic]) -> tuple[Ask, ...]:
    """The core questions as they apply to an organisation, the first themes and measures only."""
    return _core(dossier, round_, org, tuple(topics))


@once()
def _core(dossier: Dossier, round_: str, org: str, topics: tuple[Topic, ...]) -> tuple[Ask, ...]:
    deeper = set(opened(dossier, round_, org))
    return tuple(
        ask
        for ask in first_core(dossier, org, topics)
        if (ask.question.id not in DEEPER or ask.subject in deeper)
        and is_due(ask, dossier, round_, org)
    )


def core_questions(
    dossier: Dossier, round_: str, org: str, topics: Iterable[Topic]
) -> tuple[Ask, ...]:
    """The core as a partner counts it: the progress of the measures is confirmed in one tap."""
    return tuple(ask for ask in core(dossier, round_, org, topics) if ask.question.id != CONFIRMED)


def left_to_answer(dossier: Dossier, round_: str, org: str, topics: Iterable[Topic]) -> int:
    """How many core questions are still open; confirming the measures counts as one."""
    left = open_core(dossier, round_, org, topics)
    questions = sum(ask.question.id != CONFIRMED for ask in left)
    reasons = len(unreasoned(dossier, round_, org, topics))
    return questions + (questions < len(left)) + reasons


CONFIRMED = "A1"
"""The progress of a measure, which is known and only has to be confirmed."""
DEEPER = ("A2", "M1")
"""Asked about a measure only where there is reason to (decision 17)."""
AMISS = ("achter", "niet_gestart", "gestopt")
"""Progress that a plan never has in mind."""


def first_core(dossier: Dossier, org: str, topics: Iterable[Topic]) -> tuple[Ask, ...]:
    """The core questions about an organisation's first themes and measures."""
    return _first(dossier, org, tuple(topics))


@once(*CONTENT, Meeting)
def _first(dossier: Dossier, org: str, topics: tuple[Topic, ...]) -> tuple[Ask, ...]:
    measures = [m.key for m in measures_by_weight(dossier, org)[:MEASURES_FIRST]]
    themes = themes_by_weight(dossier, org)[:THEMES_FIRST]
    first: dict[str, Collection[str]] = {
        "theme": themes,
        "priority": themes,
        "measure": measures,
    }
    return tuple(
        ask
        for ask in asks(dossier, org, topics)
        if ask.question.core
        and (
            ask.question.every
            or ask.question.per not in first
            or ask.subject in first[ask.question.per]
        )
    )


@once()
def opened(dossier: Dossier, round_: str, org: str) -> tuple[str, ...]:
    """The measures whose effect and advice are asked: progress differs, or effect stayed out.

    Of a new measure nothing was known: there only what does not go well differs from the plan.
    """
    known = answered(dossier, round_, org)

    def differs(measure: Measure) -> bool:
        answer, before = known.get(f"A1/{measure.key}"), known_progress(dossier, measure)
        if answer is None or answer.value == "niet_betrokken":
            return False
        return answer.value != before if before else answer.value in AMISS

    return tuple(
        measure.key
        for measure in measures_by_weight(dossier, org)
        if differs(measure) or effect_stayed_out(dossier, measure)
    )
