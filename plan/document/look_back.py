"""The look-back of a follow-up year, from what partners answered in the evaluative round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from statistics import median, quantiles

from plan import labels
from plan.aggregate import APART, FEW, MANY, spread
from plan.blocks import Block, Bullets, Heading, Paragraph, Range, Row, Spread, Table
from plan.document.draft import Draft
from plan.records import Answer, Concluded, Measure, Proposal, Submission, Theme
from plan.text import Text

PER_THEME = {
    "O2": Text(nl="Verandering van de situatie", en="How the situation changed"),
    "S1": Text(nl="Samenwerking", en="Cooperation"),
}
PER_PLAN = {
    "R1": Text(nl="Duidelijk wie beslist", en="Clear who decides"),
    "F2": Text(nl="Eigen afspraken snel te vinden", en="Own agreements quickly found"),
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


def look_back(draft: Draft) -> Iterator[Block]:
    plan = draft.dossier.plan
    if plan.track != "follow_up" or not plan.format.looks_back:
        return
    yield from evaluation(draft)
    for theme in draft.dossier.themes:
        if theme.look_back:
            yield Heading(text=theme.title, level=2)
            yield Paragraph(text=theme.look_back)


def evaluation(draft: Draft) -> Iterator[Block]:
    """Response, progress, views with their spread, and what became of proposals."""
    given = Given(draft.dossier.latest_answers)
    yield from _response(draft)
    yield from _progress(draft)
    if given.answers:
        yield Heading(text=draft.say("Hoe partners het zien", "How partners see it"), level=2)
        yield from views(draft, given)
        yield from _kept(draft, given)
    yield from _proposals(draft)


def _response(draft: Draft) -> Iterator[Block]:
    round_ = draft.dossier.round("evaluation")
    if round_ is None:
        yield draft.gap(
            "De evaluatieve ronde is nog niet gehouden.",
            "The evaluative round has not been held yet.",
        )
        return
    asked = round_.partners or tuple(org.key for org in draft.dossier.consulted)
    sent = {s.org for s in draft.dossier.all(Submission) if s.round == round_.key}
    begun = {org for org in asked if draft.dossier.answers_in(round_.key, org)} - sent
    silent = [draft.short(org) for org in asked if org not in sent | begun]
    done, partly = len(sent & set(asked)), len(begun)
    yield Paragraph(
        text=draft.say(
            f"Wij vroegen {len(asked)} partners hoe het afgelopen jaar ging. "
            f"{done} {'gaf' if done == 1 else 'gaven'} alle antwoorden"
            f"{f', {partly} een deel' if partly else ''}.",
            f"We asked {len(asked)} partners how the past year went. "
            f"{done} gave all answers{f', {partly} some' if partly else ''}.",
        )
    )
    if silent:
        yield Paragraph(
            text=draft.say(
                f"Geen reactie: {draft.listed(silent)}.", f"No reaction: {draft.listed(silent)}."
            )
        )


def _progress(draft: Draft) -> Iterator[Block]:
    say, dossier = draft.say, draft.dossier
    last = dossier.plan.year - 1
    rows = tuple(
        row for theme in dossier.themes if (row := _theme_progress(draft, theme, last)) is not None
    )
    if rows:
        yield Heading(text=say("Voortgang en effect", "Progress and effect"), level=2)
        yield Table(
            caption=say(f"Maatregelen in {last}, per thema", f"Measures in {last}, per theme"),
            head=(
                say("Thema", "Theme"),
                say("Maatregelen", "Measures"),
                say("Voortgang", "Progress"),
                say("Effect", "Effect"),
            ),
            rows=rows,
            widths=(28, 16, 28, 28),
        )


def concluded(draft: Draft, measure: Measure, year: int) -> tuple[str | None, str | None] | None:
    """Progress and effect as the coordinator concluded them, else as kept for that year."""
    known = draft.dossier.get(Concluded, measure.key)
    if known:
        return known.progress, known.effect
    past = next((h for h in measure.history if h.year == year), None)
    return (past.progress, past.effect) if past else None


def _theme_progress(draft: Draft, theme: Theme, year: int) -> Row | None:
    found = [concluded(draft, m, year) for m in draft.dossier.measures_of(theme.key)]
    known = [pair for pair in found if pair is not None]
    if not known:
        return None
    progress = Counter(p for p, _ in known if p)
    effect = Counter(e for _, e in known if e)
    return (
        theme.title,
        str(len(known)),
        tally(draft, progress, labels.PROGRESS),
        tally(draft, effect, labels.EFFECTS).replace("effect ", ""),
    )


def tally(draft: Draft, counts: Counter[str], names: dict[str, Text]) -> str:
    """`3 op schema, 1 achter`, in the order of the names."""
    return ", ".join(f"{counts[v]} {draft.called(names, v)}" for v in names if counts[v]) or "–"


def views(draft: Draft, given: Given) -> Iterator[Block]:
    """Median and spread per theme and question; too few answers stay out (decision 15)."""
    say = draft.say
    shown, few = [], 0
    asks: list[tuple[str, str, str | None]] = [
        (f"{theme.title}: {name.within(draft.language).lower()}", question, theme.key)
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


def _kept(draft: Draft, given: Given) -> Iterator[Block]:
    lines = []
    for theme in draft.dossier.themes:
        counts = given.counts("S2", theme.key, labels.KEPT)
        if counts.total() >= FEW:
            lines.append(f"{theme.title}: {tally(draft, counts, labels.KEPT)}")
    if lines:
        yield Heading(text=draft.say("Afspraken nagekomen", "Agreements kept"), level=2)
        yield Bullets(lines=tuple(lines))


def _proposals(draft: Draft) -> Iterator[Block]:
    proposals = draft.dossier.all(Proposal)
    if proposals:
        counts = Counter(p.status for p in proposals)
        taken = counts["adopted"] + counts["adopted_partly"]
        yield Heading(text=draft.say("Voorstellen van partners", "Proposals of partners"), level=2)
        yield Paragraph(
            text=draft.say(
                f"Voorstellen van partners: {len(proposals)}. Overgenomen (soms deels): {taken}, "
                f"geparkeerd: {counts['parked']}, niet overgenomen: {counts['rejected']}, nog "
                f"open: {counts['open']}. De verwerking van reacties zegt per voorstel wat we "
                "ermee deden.",
                f"Proposals of partners: {len(proposals)}. Accepted (some in part): {taken}, "
                f"parked: {counts['parked']}, not accepted: {counts['rejected']}, still open: "
                f"{counts['open']}. The register of reactions says what we did with each.",
            )
        )
