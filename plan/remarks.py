"""The remarks of a bilateral check: made from the answers, and what they still wait for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from plan.answering import NOTHING, plain
from plan.dossier import Dossier
from plan.records import ActionItem, Answer, Comment, Measure, Record, Round, Theme, altered

KINDS = {
    ("K1", "aanpassen"): "change",
    ("K1", "niet_haalbaar"): "not_feasible",
    ("K2", "ja_mits"): "condition",
    ("K2", "nee"): "refusal",
    ("K4", ""): "missing",
    ("K5", ""): "trouble",
}
"""What an answer with words to it is, as a remark."""
_NUMBER = re.compile(r"B-(\d+)")


def remarks_from(
    dossier: Dossier, round_: Round, org: str
) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    """What to keep and to drop so that the remarks say what the answers of a partner say now.

    A remark that was dealt with stays as it is: other words since then are a next remark.
    """
    keep: list[Record] = []
    drop: list[Record] = []
    answers = {answer.key: answer for answer in dossier.answers_in(round_.key, org)}
    made = [c for c in dossier.all(Comment) if (c.round, c.org) == (round_.key, org)]
    for answer in answers.values():
        wanted = _remark(dossier, answer)
        known = [comment for comment in made if comment.answer == answer.key]
        open_ = [comment for comment in known if comment.disposition == "open"]
        if wanted is None or any(_same(wanted, c) for c in known if c not in open_):
            drop += open_
        elif not any(_same(wanted, comment) for comment in open_):
            key = open_[0].key if open_ else next_key(dossier, keep)
            keep.append(altered(wanted, key=key))
    drop += [c for c in made if c.answer and c.answer not in answers and c.disposition == "open"]
    return tuple(keep), tuple(drop)


def _remark(dossier: Dossier, answer: Answer) -> Comment | None:
    kind = KINDS.get((answer.question, str(answer.value or "")))
    if kind is None or not answer.text or plain(answer.text) in NOTHING:
        return None
    return Comment(
        key="",
        round=answer.round,
        org=answer.org,
        subject=answer.subject or (named(dossier, answer.text) if kind == "trouble" else None),
        text=answer.text,
        by=answer.by or answer.asked_by,
        at=answer.at,
        kind=kind,
        answer=answer.key,
    )


def _same(one: Comment, other: Comment) -> bool:
    return (one.kind, one.text) == (other.kind, other.text)


def named(dossier: Dossier, words: str) -> str | None:
    """The one measure whose code stands in these words."""
    said = set(re.findall(r"[\w.-]*\w", words))
    found = [measure.key for measure in dossier.whole.measures if measure.key in said]
    return found[0] if len(found) == 1 else None


def next_key(dossier: Dossier, also: Iterable[Record] = ()) -> str:
    """`B-10` after `B-09`, as in a file."""
    keys = [record.key for record in (*dossier.whole.all(Comment), *also)]
    numbers = [int(found[1]) for key in keys if (found := _NUMBER.fullmatch(key))]
    return f"B-{max(numbers, default=0) + 1:02d}"


def open_remarks(dossier: Dossier) -> tuple[Comment, ...]:
    """The remarks without a disposition, oldest first; those of a file count too."""
    waiting = [c for c in dossier.all(Comment) if c.disposition == "open"]
    return tuple(sorted(waiting, key=lambda c: (c.at is None, c.at.isoformat() if c.at else "")))


def theme_of(dossier: Dossier, comment: Comment) -> str | None:
    """The theme a remark is about; None when it is about the whole."""
    measure = dossier.get(Measure, comment.subject)
    item = dossier.get(ActionItem, measure.item if measure else comment.subject)
    if item:
        return item.theme
    return comment.subject if dossier.get(Theme, comment.subject) else None


def is_untold(comment: Comment) -> bool:
    """Dealt with, and the sender does not know yet; what a file says was replied, was."""
    done = comment.processed_at
    if comment.disposition == "open" or done is None:
        return False
    return comment.replied_at is None or comment.replied_at < done


def to_tell(dossier: Dossier, round_: str, org: str) -> tuple[Comment, ...]:
    """What a partner can be told: nothing while one of its remarks of the round is open."""
    own = [c for c in dossier.all(Comment) if (c.round, c.org) == (round_, org)]
    if any(comment.disposition == "open" for comment in own):
        return ()
    return tuple(comment for comment in own if is_untold(comment))


def told_at(dossier: Dossier, round_: str, org: str, moment: datetime) -> tuple[Comment, ...]:
    """The remarks of which a partner was told at this moment, as they stand."""
    return tuple(
        c
        for c in dossier.all(Comment)
        if (c.round, c.org, c.replied_at) == (round_, org, moment) and c.disposition != "open"
    )
