"""Keeping what was filled in: checked, compared, and written down with who and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from dialogs.questionnaire.sheet import Sheet
from plan.answering import Field, clean, current, deeper_fields, main_field, read
from plan.asking import answered
from plan.dossier import Dossier
from plan.personal import suspects
from plan.question import Ask, Choice, InvalidAnswerError
from plan.records import Answer, Event, Proposal, Record, altered
from plan.text import Text

Value = str | int | tuple[str, ...] | None
PROPOSING = ("M2", "P2")
"""Answers to these become proposals that get a verdict in the first draft."""


@dataclass(frozen=True, kw_only=True)
class Clash:
    """This got another answer since the card was made."""

    field: Field
    mine: str
    theirs: Answer


@dataclass(frozen=True, kw_only=True)
class Saved:
    """What a submission came to. Of each field either it is kept, or it is in one of the lists."""

    keep: tuple[Record, ...] = ()
    drop: tuple[Record, ...] = ()
    just: tuple[str, ...] = ()
    """The keys of the Asks that got an answer."""
    held: tuple[tuple[Field, str], ...] = ()
    """Texts that look like personal data; not kept anywhere."""
    wrong: Mapping[str, Text] = field(default_factory=dict)
    """What is wrong, by the id of the input."""
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Submission:
    """What came in: the inputs of a card, or one typed answer as if from a card."""

    inputs: Mapping[str, str]
    at: datetime
    source: str = "card"
    seen: datetime | None = None
    """When the card was made; a later answer is not overwritten unseen."""
    not_personal: bool = False
    """The speaker says that the suspected text is about nobody."""


def save(dossier: Dossier, sheet: Sheet, asks: Iterable[Ask], submission: Submission) -> Saved:
    """What to keep of a submission for these questions."""
    known = answered(dossier, sheet.round.key, sheet.org)
    saved = Saved()
    for ask in asks:
        saved = _with_ask(saved, dossier, sheet, ask, known.get(ask.key), submission)
    return saved


def _with_ask(
    saved: Saved,
    dossier: Dossier,
    sheet: Sheet,
    ask: Ask,
    before: Answer | None,
    submission: Submission,
) -> Saved:
    values: dict[str, Value] = {}
    changed: list[Field] = []
    for one in _given(dossier, sheet, ask, before, submission.inputs):
        raw = submission.inputs[one.id]
        try:
            value = read(one, raw)
        except InvalidAnswerError as why:
            saved = replace(saved, wrong={**saved.wrong, one.id: why.text})
            continue
        if not one.options and suspects(clean(raw)) and not submission.not_personal:
            saved = replace(saved, held=(*saved.held, (one, clean(raw))))
            continue
        stale = value is None and _changed_meanwhile(before, submission)
        if current(one, before) != _wire(value) and not stale:
            values[one.part] = value
            changed.append(one)
    if not changed:
        return saved
    if before and _changed_meanwhile(before, submission) and _overwrites(before, changed):
        both = (Clash(field=f, mine=_wire(values[f.part]), theirs=before) for f in changed)
        return replace(saved, clashes=(*saved.clashes, *both))
    return _kept(saved, dossier, ask, before, _answer(sheet, ask, before, values, submission))


def _overwrites(before: Answer, changed: Iterable[Field]) -> bool:
    """Whether one of these fields was filled in; what was left empty may be added."""
    return any(current(one, before) for one in changed)


def _given(
    dossier: Dossier,
    sheet: Sheet,
    ask: Ask,
    before: Answer | None,
    inputs: Mapping[str, str],
) -> tuple[Field, ...]:
    value = inputs.get(ask.key) or (before.value if before else None)
    fields = (main_field(ask), *deeper_fields(ask, dossier, sheet.org, value))
    return tuple(one for one in fields if one.id in inputs)


def _wire(value: object) -> str:
    if value is None:
        return ""
    return ",".join(value) if isinstance(value, tuple) else str(value)


def _changed_meanwhile(before: Answer | None, submission: Submission) -> bool:
    return before is not None and submission.seen is not None and before.at > submission.seen


def _answer(
    sheet: Sheet,
    ask: Ask,
    before: Answer | None,
    values: Mapping[str, Value],
    submission: Submission,
) -> Answer:
    blank = Answer(
        key="/".join(
            (sheet.round.key, sheet.org, ask.question.id, ask.subject or "", str(ask.number))
        ),
        round=sheet.round.key,
        org=sheet.org,
        question=ask.question.id,
        subject=ask.subject,
        number=ask.number,
        at=submission.at,
    )
    answer = altered(
        before or blank,
        at=submission.at,
        by=None if sheet.on_behalf else sheet.by.key,
        source="on_behalf" if sheet.on_behalf else submission.source,
        asked_by=sheet.by.key if sheet.on_behalf else None,
    )
    for part, value in values.items():
        answer = _set(answer, ask, part, value)
    return answer


def _set(answer: Answer, ask: Ask, part: str, value: Value) -> Answer:
    if part == "" and isinstance(ask.question.kind, Choice):
        reason = ask.question.reason
        stays = reason is not None and str(value) in reason.values
        return altered(answer, value=value, text=answer.text if stays else None)
    if part in ("", "text"):
        return altered(answer, text=value)
    more = {name: known for name, known in answer.more.items() if name != part}
    if value is not None and not isinstance(value, int):
        more[part] = value
    return altered(answer, more=more)


def _kept(saved: Saved, dossier: Dossier, ask: Ask, before: Answer | None, after: Answer) -> Saved:
    event = Event(
        key=f"{after.at.isoformat()}/{after.key}",
        who=after.asked_by or after.by or after.org,
        what="answered" if before is None else "changed_answer",
        subject=after.key,
        at=after.at,
        before=_words(before),
        after=_words(after),
        on_behalf_of=after.org if after.asked_by else None,
    )
    if after.value is None and not after.text and not after.more:
        gone = (*((before,) if before else ()), *_withdrawn(dossier, after))
        return replace(saved, keep=(*saved.keep, event), drop=(*saved.drop, *gone))
    proposal = _proposal(dossier, after)
    return replace(
        saved,
        keep=(*saved.keep, after, event, *proposal),
        drop=(*saved.drop, *_withdrawn(dossier, after)),
        just=(*saved.just, ask.key),
    )


def _words(answer: Answer | None) -> str | None:
    if answer is None:
        return None
    parts = (answer.value, answer.text, *(_wire(part) for part in answer.more.values()))
    return " · ".join(str(part) for part in parts if part not in (None, "")) or None


def _proposal(dossier: Dossier, answer: Answer) -> tuple[Proposal, ...]:
    if answer.question not in PROPOSING or not answer.text:
        return ()
    key = _proposal_key(answer)
    before = dossier.get(Proposal, key)
    title, item = answer.more.get("title"), answer.more.get("item")
    proposal = altered(
        before or Proposal(key=key, title="", by=(answer.org,), answer=answer.key),
        title=str(title or answer.text)[:120],
        text=answer.text,
        item=str(item) if item else None,
    )
    return (proposal,)


def _proposal_key(answer: Answer) -> str:
    return f"{answer.org}-{answer.question}-{answer.number}-{answer.round}"


def _withdrawn(dossier: Dossier, answer: Answer) -> tuple[Proposal, ...]:
    """The proposal that was taken back with its text, unless it has been dealt with."""
    proposal = None if answer.text else dossier.get(Proposal, _proposal_key(answer))
    return (proposal,) if proposal and proposal.status == "open" else ()
