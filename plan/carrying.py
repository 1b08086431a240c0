"""What of a plan comes along into next year's, and as what."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from msgspec.structs import replace

from plan.amending import CANNOT, KIND
from plan.dossier import Dossier
from plan.records import (
    ActionItem,
    Comment,
    Concluded,
    DecisionStep,
    Measure,
    Outcome,
    Proposal,
    Record,
    Round,
    YearOfHistory,
    altered,
)
from plan.records.frame import Track
from plan.route import sort_of, undecided


def measure_of(last: Dossier, measure: Measure, going_on: Collection[str]) -> Measure:
    """Without verdict and promises, and without what it waited for where that stopped."""
    return replace(
        measure,
        decision=None,
        decision_reason=None,
        evidence_note=None,
        commitment={},
        depends_on=tuple(key for key in measure.depends_on if key in going_on),
        history=history(last, measure),
    )


def history(last: Dossier, measure: Measure) -> tuple[YearOfHistory, ...]:
    """With what was concluded: an evaluative round looks at the year before its plan."""
    concluded, year = last.get(Concluded, measure.key), last.plan.year - 1
    if concluded is None:
        return measure.history
    years = {past.year: past for past in measure.history}
    known = years.get(year, YearOfHistory(year=year))
    years[year] = replace(
        known,
        progress=concluded.progress or known.progress,
        effect=concluded.effect or known.effect,
    )
    return tuple(years[year] for year in sorted(years))


def agreements(last: Dossier) -> Iterable[Outcome]:
    """What the session agreed with an owner, kept or not; of earlier years only what is open.

    They hang from no point of this year's session.
    """
    for outcome in last.all(Outcome):
        key = agreement_key(last, outcome)
        if outcome.owner and not _is_earlier(outcome):
            yield replace(outcome, key=key, point=key)
        elif outcome.owner and outcome.done_at is None:
            yield outcome


def agreement_key(last: Dossier, outcome: Outcome) -> str:
    """What it is called in next year's plan; one of an earlier year keeps its name."""
    return outcome.key if _is_earlier(outcome) else f"{last.plan.key}/{outcome.key}"


def _is_earlier(outcome: Outcome) -> bool:
    return "/" in outcome.point


def ideas(last: Dossier) -> Iterable[Proposal]:
    """What was parked asks for a verdict again."""
    for proposal in last.all(Proposal):
        if proposal.status == "parked":
            key = f"{last.plan.key}/{proposal.key.rpartition('/')[2]}"
            yield altered(proposal, key=key, status="open", answer=None, becomes=None, reason=None)
    for comment in last.all(Comment):
        if comment.disposition == "parked":
            yield Proposal(
                key=f"{last.plan.key}/{comment.key.replace('/', '-')}",
                title=_title_of(last, comment),
                text=comment.text,
                by=(comment.org,),
                item=_item_of(last, comment.subject),
            )


TITLE = 120
"""Characters for the title of a proposal."""


def _title_of(last: Dossier, comment: Comment) -> str:
    """Of an objection the measure too: its words alone do not say what they are about."""
    objects = (comment.round or "").startswith(f"{KIND}/")
    if not objects or comment.subject is None:
        return comment.text[:TITLE]
    words = comment.text[: TITLE // 2]
    if comment.text in (CANNOT.nl, CANNOT.en):
        words = words[0].lower() + words[1:].rstrip(".")
    about = f"{comment.subject} {last.title(comment.subject)}"
    return f"{about[: TITLE - len(words) - 2]}: {words}"


def _item_of(last: Dossier, subject: str | None) -> str | None:
    measure = last.get(Measure, subject)
    item = last.get(ActionItem, measure.item if measure else subject)
    return item.key if item else None


def last_answers(last: Dossier) -> Iterable[Record]:
    """This year's answers, in a round of their own that no check or result looks at."""
    answers = last.latest_answers
    if not answers:
        return
    key = f"previous-{last.plan.year}"
    opened = min(answer.at for answer in answers)
    yield Round(key=key, step="previous", opened_at=opened, deadline=opened.date())
    for answer in answers:
        tail = (answer.org, answer.question, answer.subject or "", str(answer.number))
        yield replace(answer, key="/".join((key, *tail)), round=key)


def route(last: Dossier, track: Track, college: date) -> Iterable[DecisionStep]:
    """Last year's bodies; the triangle of a first year is off by default afterwards."""
    first = last.plan.track == "first_year" and track == "follow_up"
    bodies = sorted(last.all(DecisionStep), key=lambda b: b.order)
    for body in undecided(bodies):
        yield replace(
            body,
            day=college if body.body == "college" else None,
            deadline=None,
            skipped=body.skipped or (first and sort_of(body) == "triangle"),
        )
