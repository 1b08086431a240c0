"""What an answer calls for: an explanation, a follow-up question, a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plan.asking import answered, asks, is_due
from plan.dossier import Dossier
from plan.once import once
from plan.question import Ask, Form, Topic
from plan.records import Answer


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
