"""Which questions a partner gets: only about its own themes and measures (domain 3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from types import MappingProxyType

from plan.dossier import Dossier
from plan.once import once
from plan.question import Ask, Question, Topic
from plan.records import ActionItem, Answer, IvpTheme, Measure, Meeting, Plan, Theme

CONTENT = (IvpTheme, Theme, ActionItem, Measure)


def asks(dossier: Dossier, org: str, topics: Iterable[Topic]) -> tuple[Ask, ...]:
    """Everything the topics ask an organisation, follow-ups included, in the order of print."""
    return tuple(asks_by_key(dossier, org, tuple(topics)).values())


@once(*CONTENT, Meeting)
def asks_by_key(dossier: Dossier, org: str, topics: tuple[Topic, ...]) -> Mapping[str, Ask]:
    """The same by the keys of the Asks."""
    questions = chain.from_iterable(topic.questions for topic in topics)
    found = (ask for question in questions for ask in unfold(dossier, question, org))
    return MappingProxyType({ask.key: ask for ask in found})


@once(*CONTENT, Meeting)
def unfold(dossier: Dossier, question: Question, org: str) -> tuple[Ask, ...]:
    """One question once per subject of its kind (decisions 5 and 7)."""
    if question.per == "plan":
        return (Ask(question=question),)
    return tuple(
        Ask(question=question, subject=subject) for subject in subjects(question.per, dossier, org)
    )


def subjects(per: str, dossier: Dossier, org: str) -> tuple[str, ...]:
    """The keys of what an organisation is asked about, most involved first for themes."""
    if per == "measure":
        return tuple(measure.key for measure in measures_by_weight(dossier, org))
    if per == "led":
        return tuple(measure.key for measure in led(dossier, org))
    if per == "item":
        return tuple(dict.fromkeys(measure.item for measure in dossier.measures_with(org)))
    if per == "meeting":
        return tuple(meeting.key for meeting in dossier.all(Meeting))
    themes = themes_by_weight(dossier, org)
    if per == "priority":
        return tuple(theme for theme in themes if dossier.category(theme) == "priority")
    return themes


@once(*CONTENT)
def themes_by_weight(dossier: Dossier, org: str) -> tuple[str, ...]:
    """An organisation's own themes: where it leads, then where it does most, then priorities."""

    def weight(theme: str) -> tuple[int, int, bool]:
        own = [m for m in dossier.measures_with(org) if dossier.theme_of(m) == theme]
        return (
            -sum(leads(m, org) for m in own),
            -len(own),
            dossier.category(theme) != "priority",
        )

    return tuple(sorted((theme.key for theme in dossier.themes_with(org)), key=weight))


@once(*CONTENT)
def measures_by_weight(dossier: Dossier, org: str) -> tuple[Measure, ...]:
    """An organisation's own measures: priority themes, own lead, largest capacity first."""

    def weight(measure: Measure) -> tuple[bool, bool, float]:
        hours = sum(claim.hours for claim in measure.capacity if claim.org == org)
        return (
            dossier.category(dossier.theme_of(measure)) != "priority",
            not leads(measure, org),
            -hours,
        )

    return tuple(sorted(dossier.measures_with(org), key=weight))


def leads(measure: Measure, org: str) -> bool:
    return measure.lead is not None and measure.lead.org == org


@once(*CONTENT, Plan)
def led(dossier: Dossier, org: str) -> tuple[Measure, ...]:
    """The measures that run under an organisation's lead, and that it can be asked about.

    What was stopped is not, and what the coordinator leads needs no asking.
    """
    own = (m for m in measures_by_weight(dossier, org) if leads(m, org) and m.decision != "stop")
    asks_self = dossier.plan.coordinator
    return tuple(
        m for m in own if asks_self is None or m.lead is None or m.lead.person != asks_self
    )


@once(Answer)
def answered(dossier: Dossier, round_: str, org: str) -> Mapping[str, Answer]:
    """An organisation's answers in a round by the key of their Ask."""
    found = {key_of(answer): answer for answer in dossier.answers_in(round_, org)}
    return MappingProxyType(found)


def key_of(answer: Answer) -> str:
    """The key of the Ask that this answers."""
    about = f"{answer.question}/{answer.subject}" if answer.subject else answer.question
    return f"{about}#{answer.number}" if answer.number > 1 else about


def is_due(ask: Ask, dossier: Dossier, round_: str, org: str) -> bool:
    """Whether a follow-up question applies now."""
    when = ask.question.when
    return when is None or when(dossier, round_, org, ask.subject)
