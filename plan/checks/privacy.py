"""The hard check: what looks traceable to a person (C26; decisions 4 and 8)."""

from __future__ import annotations

from collections.abc import Iterator

from plan.checks.active import theme_above
from plan.checks.finding import Check, Hit, Thresholds
from plan.dossier import Dossier
from plan.personal import KINDS, suspects
from plan.records import (
    Answer,
    Comment,
    DecisionStep,
    DiscussionPoint,
    Fact,
    IvpTheme,
    Measure,
    Outcome,
    Proposal,
)
from plan.text import Text, joined

Written = tuple[str, tuple[str | None, ...]]
"""What a text is named by, and the texts themselves."""


def _personal_data(dossier: Dossier, _: Thresholds) -> Iterator[Hit]:
    """Every text that people wrote; an answer is named by organisation and question, once."""
    named: dict[str, dict[str, Text]] = {}
    for name, texts in _written(dossier):
        for text in texts:
            for one in suspects(text or ""):
                named.setdefault(name, {})[one.kind] = KINDS[one.kind]
    for name, kinds in named.items():
        what = joined(tuple(kinds.values()), ", ")
        yield Hit(subjects=name, theme=theme_above(dossier, name), fields={"what": what})


def _written(dossier: Dossier) -> Iterator[Written]:
    for answer in dossier.latest_answers:
        yield f"{answer.org}/{answer.question}", _answered(answer)
    for hung_from in dossier.all(IvpTheme):
        yield hung_from.key, (hung_from.title, hung_from.goal)
    for theme in dossier.themes:
        goals = [part for goal in theme.indicators for part in (goal.text, goal.baseline)]
        yield theme.key, (theme.title, theme.goal, theme.narrative, theme.look_back, *goals)
    for item in dossier.items:
        yield item.key, (item.title, item.desired_effect, item.why_this_cluster, item.gap_reason)
    for measure in dossier.measures:
        yield measure.key, _of_measure(measure)
    yield from _consultation(dossier)


def _answered(answer: Answer) -> tuple[str | None, ...]:
    more = [part for value in answer.more.values() for part in _parts(value)]
    return (answer.text, *more, answer.value if isinstance(answer.value, str) else None)


def _parts(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def _of_measure(measure: Measure) -> tuple[str | None, ...]:
    return (
        measure.title,
        measure.description,
        measure.decision_reason,
        measure.result,
        measure.indicator,
        measure.evidence_note,
        measure.planning.cadence,
        measure.funding,
        *(stone.text for stone in measure.milestones),
        *(past.note for past in measure.history),
    )


def _consultation(dossier: Dossier) -> Iterator[Written]:
    for fact in dossier.all(Fact):
        yield fact.key, (fact.text, fact.source)
    for proposal in dossier.all(Proposal):
        yield proposal.key, (proposal.title, proposal.text, proposal.reason)
    for comment in dossier.all(Comment):
        yield comment.key, (comment.text, comment.reply)
    for point in dossier.all(DiscussionPoint):
        yield point.key, (point.question,)
    for outcome in dossier.all(Outcome):
        yield outcome.key, (outcome.decision,)
    for step in dossier.all(DecisionStep):
        yield step.key, (step.decision, step.text, step.reference)


PERSONAL_DATA = Check(
    id="C26",
    severity="hard",
    title=Text(nl="Herleidbaar tot een persoon", en="Personal data"),
    message=Text(
        nl="Dit lijkt herleidbaar tot een persoon ({what}). Herschrijven voordat ik het deel?",
        en="This looks traceable to a person ({what}). Rewrite it before I share it?",
    ),
    why=Text(
        nl="Een uitvoeringsplan heeft geen gegevens over inwoners nodig en wordt gedeeld.",
        en="A plan needs no data about residents, and it is shared.",
    ),
    action=Text(
        nl="Herschrijf de zin zonder naam, adres of nummer.",
        en="Rewrite the sentence without a name, address or number.",
    ),
    find=_personal_data,
)
