"""Why something is in the plan: facts with their source, their date and who may see them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plan.dossier import Dossier
from plan.question import Topic
from plan.tracing import deciding, saying
from plan.tracing.fact import Fact
from plan.tracing.hanging import hangs_from, verdict_amended
from plan.tracing.seeing import makes, may_ask_about, sees_whole, visible

__all__ = [
    "Fact",
    "facts",
    "makes",
    "may_ask_about",
    "sees_whole",
    "verdict_amended",
    "visible",
]


def facts(dossier: Dossier, subject: str, topics: Iterable[Topic]) -> tuple[Fact, ...]:
    """Everything known of a measure, an item or a theme: the plan first, then what happened."""
    questions = {q.id: q for topic in topics for q in topic.questions}
    happened = (
        *saying.history(dossier, subject),
        *saying.answers(dossier, subject, questions),
        *saying.concluded(dossier, subject),
        *saying.remarks(dossier, subject),
        *saying.proposals(dossier, subject),
        *deciding.session(dossier, subject),
        *deciding.changes(dossier, subject),
        *deciding.decisions(dossier, subject),
    )
    dated = sorted(happened, key=lambda fact: fact.day or date.min)
    return (*hangs_from(dossier, subject), *dated)
