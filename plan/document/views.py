"""How partners see it: median and spread per question, without who said what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from statistics import median, quantiles

from plan.aggregate import APART, FEW, MANY, spread
from plan.blocks import Block, Paragraph, Range, Spread
from plan.document.draft import Draft
from plan.records import Answer
from plan.text import Text, headed

PER_THEME = {
    "O2": Text(nl="Verandering van de situatie", en="How the situation changed"),
    "S1": Text(nl="Samenwerking", en="Cooperation"),
}


PER_PLAN = {
    "R1": Text(nl="Duidelijk wie beslist", en="Clear who decides"),
    "F2": Text(nl="Eigen afspraken snel te vinden", en="Own agreements quick to find"),
}


@dataclass(frozen=True)
class Given:
    """The answers of the evaluative round, by question and subject."""

    answers: tuple[Answer, ...]

    @cached_property
    def by_question(self) -> dict[tuple[str, str | None], tuple[Answer, ...]]:
        found: dict[tuple[str, str | None], list[Answer]] = {}
        for answer in self.answers:
            found.setdefault((answer.question, answer.subject), []).append(answer)
        return {what: tuple(answers) for what, answers in found.items()}

    def numbers(self, question: str, subject: str | None) -> tuple[int, ...]:
        """Points on the scale; what was only confirmed in one tap does not count."""
        return tuple(
            answer.value
            for answer in self.by_question.get((question, subject), ())
            if isinstance(answer.value, int) and answer.source != "confirmed"
        )

    def counts(self, question: str, subject: str | None, options: dict[str, Text]) -> Counter[str]:
        return Counter(
            str(answer.value)
            for answer in self.by_question.get((question, subject), ())
            if answer.value in options
        )


def views(draft: Draft, given: Given) -> Iterator[Block]:
    """Median and spread per theme and question; too few answers stay out (decision 15)."""
    say = draft.say
    shown, few = [], 0
    asks: list[tuple[str, str, str | None]] = [
        (headed(theme.title, name.within(draft.language).lower()), question, theme.key)
        for theme in draft.dossier.themes
        for question, name in PER_THEME.items()
    ]
    asks += [(name.within(draft.language), q, None) for q, name in PER_PLAN.items()]
    for label, question, subject in asks:
        numbers = given.numbers(question, subject)
        if len(numbers) >= FEW:
            shown.append(_range(draft, label, numbers))
        elif numbers:
            few += 1
    if shown:
        yield Spread(
            caption=say(
                "Mediaan en spreiding, op een schaal van 1 (slecht) tot 5 (goed)",
                "Median and spread, on a scale from 1 (bad) to 5 (good)",
            ),
            head=(say("Vraag", "Question"), "1 – 5", say("Cijfers", "Figures")),
            rows=tuple(shown),
        )
    if few:
        yield Paragraph(text=_left_out(draft, few))


def _left_out(draft: Draft, few: int) -> str:
    if few == 1:
        return draft.say(
            f"Eén vraag kreeg minder dan {FEW} antwoorden en staat hier niet in.",
            f"One question had fewer than {FEW} answers and is left out.",
        )
    return draft.say(
        f"Op {few} vragen kwamen minder dan {FEW} antwoorden; die staan hier niet in.",
        f"On {few} questions there were fewer than {FEW} answers; they are left out.",
    )


def _range(draft: Draft, label: str, numbers: tuple[int, ...]) -> Range:
    low, high = float(min(numbers)), float(max(numbers))
    if len(numbers) >= MANY:
        low, _, high = quantiles(numbers, n=4, method="inclusive")
    apart = spread(numbers) >= APART
    middle = median(numbers)
    figures = draft.say(
        f"mediaan {draft.figure(middle)}, spreiding {draft.figure(low)}-{draft.figure(high)}, "
        f"{len(numbers)} antwoorden",
        f"median {draft.figure(middle)}, spread {draft.figure(low)}-{draft.figure(high)}, "
        f"{len(numbers)} answers",
    )
    if apart:
        figures += draft.say("; beelden lopen uiteen", "; views diverge")
    return Range(
        label=label, low=low, middle=middle, high=high, answers=len(numbers), note=figures
    )
