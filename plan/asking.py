"""Which questions a partner gets: only about its own themes and measures (domain 3)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from types import MappingProxyType

from plan.dossier import Dossier
from plan.once import once
from plan.personal import suspects
from plan.personal.words import without_codes
from plan.question import Ask, Choice, Form, Question, Topic
from plan.records import (
    ActionItem,
    Answer,
    Dismissal,
    IvpTheme,
    Measure,
    Meeting,
    Plan,
    Theme,
)

CONTENT = (IvpTheme, Theme, ActionItem, Measure)

MEASURES_FIRST = 10
"""How many measures a partner is asked about before the rest is offered (decision 17)."""
THEMES_FIRST = 2
"""How many themes the core questions are about before the rest is offered."""


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


@once(*CONTENT, Dismissal)
def held_back(dossier: Dossier, org: str) -> bool:
    """Whether a text that this partner would see looks like personal data (decision 4).

    A text of which the finding was explained goes.
    """
    vouched = {one.subject for one in dossier.all(Dismissal) if one.check == "C26"}
    texts = [t for m in dossier.measures_with(org) if m.key not in vouched for t in shown_of(m)]
    texts += [theme.title for theme in dossier.themes_with(org) if theme.key not in vouched]
    doubtful = [text for text in texts if suspects(text)]
    if not doubtful:
        return False
    shown = without_codes(dossier, suspects)
    return any(suspects(shown(text)) for text in doubtful)


def shown_of(measure: Measure) -> tuple[str, ...]:
    """The words of a measure that stand on a card for a partner."""
    said = (measure.title, measure.description, measure.decision_reason, measure.result)
    return (*(one for one in said if one), *(stone.text for stone in measure.milestones))


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


def wants_explanation(dossier: Dossier, round_: str, org: str, subject: str | None) -> bool:
    """A3 applies when a measure lags, or plainly does or does not work (domain 3, A3)."""
    known = answered(dossier, round_, org)
    progress, effect = known.get(f"A1/{subject}"), known.get(f"A2/{subject}")
    lags = progress is not None and progress.value in ("achter", "niet_gestart")
    return lags or (effect is not None and effect.value in (1, 2, 5))


def follow_ups(
    dossier: Dossier, round_: str, org: str, topics: Iterable[Topic], just: Iterable[str]
) -> tuple[Ask, ...]:
    """What the answers just given (keys of Asks) call for and is not there yet (decision 16)."""
    known, just = answered(dossier, round_, org), set(just)
    subjects_now = {key.partition("/")[2] for key in just}
    found = []
    for ask in asks(dossier, org, topics):
        if ask.question.when and ask.subject in subjects_now and ask.key not in known:
            if is_due(ask, dossier, round_, org):
                found.append(ask)
        elif ask.key in just and _lacks(ask, known.get(ask.key)):
            found.append(ask)
    return tuple(found)


def unreasoned(
    dossier: Dossier, round_: str, org: str, topics: Iterable[Topic]
) -> tuple[Ask, ...]:
    """The answers whose required reason is not there yet, and what must be said along."""
    return _unreasoned(dossier, round_, org, tuple(topics))


@once()
def _unreasoned(
    dossier: Dossier, round_: str, org: str, topics: tuple[Topic, ...]
) -> tuple[Ask, ...]:
    known = answered(dossier, round_, org)
    return tuple(
        ask
        for ask in asks(dossier, org, topics)
        if _without_reason(ask, known)
        or (ask.question.needed and ask.key not in known and is_due(ask, dossier, round_, org))
    )


def _without_reason(ask: Ask, known: Mapping[str, Answer]) -> bool:
    """Whether an answer lacks the reason it calls for, here and where it may stand too."""
    reason, answer = ask.question.reason, known.get(ask.key)
    if reason is None or answer is None or not reason.required:
        return False
    silent = str(answer.value) in reason.values and not answer.text
    return silent and not _given_with(ask, known)


def _given_with(ask: Ask, known: Mapping[str, Answer]) -> bool:
    """Whether the reason was given with another question about the same subject."""
    other = ask.question.reason.given_with if ask.question.reason else None
    answer = known.get(f"{other}/{ask.subject}")
    return answer is not None and bool(answer.text)


def _lacks(ask: Ask, answer: Answer | None) -> bool:
    """Whether an answer lacks the reason it calls for, or the other fields of its form."""
    if answer is None:
        return False
    reason = ask.question.reason
    if reason and str(answer.value) in reason.values:
        return not answer.text
    return isinstance(ask.question.kind, Form) and not answer.more
