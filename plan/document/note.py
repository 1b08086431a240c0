"""The evaluation note: two pages on how the past year went and what follows from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plan import labels
from plan.aggregate import APART, FEW, spread
from plan.blocks import Block, Bullets, Heading, Paragraph
from plan.bodies import place_name
from plan.document.draft import Draft
from plan.document.look_back import evaluation, tally
from plan.document.views import PER_THEME, Given
from plan.dossier import Dossier
from plan.sessions import EVALUATION, outcome_of, points_of
from plan.text import Text, headed

ADVICE = {
    "doorgaan": Text(nl="doorgaan", en="continue"),
    "versterken": Text(nl="versterken", en="strengthen"),
    "anders": Text(nl="anders", en="differently"),
    "minder": Text(nl="minder", en="less"),
    "stoppen": Text(nl="stoppen", en="stop"),
}


def note(draft: Draft) -> Iterator[Block]:
    plan, say = draft.dossier.plan, draft.say
    yield Heading(text=say(f"Evaluatie {plan.year - 1}", f"Evaluation {plan.year - 1}"))
    yield Paragraph(
        text=say(
            f"Deze notitie hoort bij het {plan.title} van "
            f"{place_name(plan.municipality.name)}. De antwoorden "
            f"zijn samengevat. Er staat niet bij wie wat antwoordde.",
            f"This note belongs to the {plan.title} of {plan.municipality.name}. The answers are "
            f"summed up. It does not say who answered what.",
        )
    )
    yield from evaluation(draft)
    yield from _advice(draft)
    yield from _joint(draft)
    yield from _session(draft)


def _joint(draft: Draft) -> Iterator[Block]:
    """What came of the joint evaluation session, where there was one."""
    points = points_of(draft.dossier, EVALUATION)
    found = ((point, outcome_of(draft.dossier, point.key)) for point in points)
    lines = tuple(f"{point.question} {said.decision}" for point, said in found if said)
    if lines:
        title = draft.say(
            "Uit de gezamenlijke evaluatiesessie", "From the joint evaluation session"
        )
        yield Heading(text=title, level=2)
        yield Bullets(lines=lines)


def _advice(draft: Draft) -> Iterator[Block]:
    """The weight of priorities and advice on measures, where enough partners spoke."""
    given = Given(draft.dossier.latest_answers)
    subjects = [("P1", theme.key, labels.WEIGHTS) for theme in draft.dossier.themes]
    subjects += [("M1", measure.key, ADVICE) for measure in draft.dossier.measures]
    lines = []
    for question, subject, names in subjects:
        counts: Counter[str] = given.counts(question, subject, names)
        if counts.total() >= FEW:
            title = draft.dossier.title(subject)
            lines.append(headed(title, tally(draft, counts, names)))
    if lines:
        yield Heading(text=draft.say("Wat partners adviseren", "What partners advise"), level=2)
        yield Bullets(lines=tuple(lines))


def _session(draft: Draft) -> Iterator[Block]:
    """Themes on which views diverge are candidates for the collective session."""
    lines = tuple(headed(theme, question) for theme, question in apart(draft.dossier, draft))
    yield Heading(
        text=draft.say("Voor de collectieve sessie", "For the collective session"), level=2
    )
    if lines:
        yield Paragraph(text=draft.say("Hier lopen de beelden uiteen:", "Here the views diverge:"))
        yield Bullets(lines=lines)
    else:
        yield Paragraph(
            text=draft.say(
                "Op geen enkel thema lopen de beelden twee punten of meer uiteen.",
                "On no theme are the views two points or more apart.",
            )
        )


def apart(dossier: Dossier, draft: Draft) -> Iterator[tuple[str, str]]:
    given = Given(dossier.latest_answers)
    for theme in dossier.themes:
        for question, name in PER_THEME.items():
            numbers = given.numbers(question, theme.key)
            if len(numbers) >= FEW and spread(numbers) >= APART:
                yield theme.title, name.within(draft.language).lower()
