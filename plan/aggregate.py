"""What the answers of all partners say together: median and spread, never a bare average."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median, quantiles

from plan.dossier import Dossier
from plan.question import Choice, Question, Topic
from plan.records import Answer

FEW = 3
"""Under this many answers the picture is the coordinator's alone (decision 15)."""
MANY = 5
"""From this many answers the spread is the difference of the quartiles (decision 15)."""
APART = 2
"""From this spread on the views diverge."""


@dataclass(frozen=True, kw_only=True)
class Picture:
    """The answers to one question about one subject, side by side."""

    question: Question
    subject: str | None
    answers: tuple[Answer, ...]
    numbers: tuple[int, ...]
    """The points on the scale; "geen zicht op" and "te vroeg" are not among them."""

    @property
    def middle(self) -> float | None:
        return median(self.numbers) if self.numbers else None

    @property
    def spread(self) -> float:
        return spread(self.numbers)

    @property
    def diverges(self) -> bool:
        """Beelden lopen uiteen: a candidate for the session."""
        return self.spread >= APART

    @property
    def small(self) -> bool:
        """Too few answers to show to partners: on a scale the points count, not "geen zicht"."""
        return len(self.numbers or self.answers) < FEW

    @property
    def counts(self) -> dict[str, int]:
        return dict(Counter(str(answer.value) for answer in self.answers if answer.value))


def spread(numbers: tuple[int, ...]) -> float:
    """Quartile difference with five numbers or more, else highest minus lowest."""
    if len(numbers) >= MANY:
        low, _, high = quantiles(numbers, n=4, method="inclusive")
        return high - low
    return max(numbers) - min(numbers) if numbers else 0


def pictures(answers: tuple[Answer, ...], topics: tuple[Topic, ...]) -> tuple[Picture, ...]:
    """A picture per question and subject, in the order of the topics.

    Progress that a partner only confirmed in one tap does not count in medians (decision 17).
    """
    by_ask: dict[tuple[str, str | None], list[Answer]] = {}
    for answer in answers:
        by_ask.setdefault((answer.question, answer.subject), []).append(answer)
    found = []
    asked = {q.id: q for topic in topics for q in topic.questions}  # Two rounds may ask the same.
    for question in asked.values():
        for (id_, subject), given in by_ask.items():
            if id_ == question.id:
                found.append(_picture(question, subject, tuple(given)))
    return tuple(found)


def _picture(question: Question, subject: str | None, given: tuple[Answer, ...]) -> Picture:
    scale = isinstance(question.kind, Choice) and any(o.number for o in question.kind.options)
    numbers = tuple(
        answer.value
        for answer in given
        if scale and isinstance(answer.value, int) and answer.source != "confirmed"
    )
    return Picture(question=question, subject=subject, answers=given, numbers=numbers)


def diverging(dossier: Dossier, topics: tuple[Topic, ...]) -> tuple[Picture, ...]:
    return tuple(p for p in pictures(dossier.latest_answers, topics) if p.diverges)


def concluded_progress(dossier: Dossier, measure: str) -> str | None:
    """The progress most partners name for a measure; a tie goes to the one furthest behind."""
    order = ("niet_gestart", "achter", "gestopt", "op_schema", "afgerond")
    given = Counter(
        str(answer.value) for answer in dossier.answers_to("A1", measure) if answer.value in order
    )
    if not given:
        return None
    most = max(given.values())
    return next(value for value in order if given[value] == most)


def concluded_effect(dossier: Dossier, measure: str) -> str | None:
    """The effect that the median of A2 stands for: 4-5 visible, 3 limited, 1-2 absent."""
    numbers = [
        answer.value
        for answer in dossier.answers_to("A2", measure)
        if isinstance(answer.value, int)
    ]
    if not numbers:
        return None
    middle = median(numbers)
    if middle > 3:
        return "zichtbaar"
    return "beperkt" if middle > 2 else "uitgebleven"
