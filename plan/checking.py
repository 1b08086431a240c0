"""What a partner checks in a bilateral round: all its own parts, or what changed (J3, J4)."""

from __future__ import annotations

from datetime import datetime

from plan.asking import answered, leads
from plan.changes import altered_fields, as_it_was, changes_since
from plan.dossier import Dossier, involved
from plan.once import once
from plan.reactions import check_of, reacted
from plan.records import (
    ActionItem,
    Answer,
    BilateralCheck,
    Change,
    Comment,
    IvpTheme,
    Measure,
    Round,
    Submission,
    Theme,
)
from plan.standing import submission

FIRST = {"check_2": "check_1"}
"""The round in which the whole extract was asked, of a round that asks only what changed."""
OPEN = ("nee", "intern_akkoord_nodig", "ja_mits")
"""What is said of a contribution and is no yes."""
SHOWN = frozenset(
    (
        *("title", "description", "decision", "decision_reason", "lead", "partners"),
        *("planning", "milestones", "capacity", "result"),
    )
)
"""The fields of a measure that stand on the extract."""
KINDS = (
    *(Measure, ActionItem, Theme, IvpTheme, Change, Round, Submission, BilateralCheck, Answer),
    Comment,
)


def own_parts(dossier: Dossier, org: str) -> tuple[Measure, ...]:
    """The measures an organisation checks: where it leads first, none that stop."""
    own = (m for m in dossier.measures_with(org) if m.decision != "stop")
    return tuple(sorted(own, key=lambda m: not leads(m, org)))


def stopping(dossier: Dossier, org: str) -> tuple[Measure, ...]:
    return tuple(m for m in dossier.measures_with(org) if m.decision == "stop")


def first_round(dossier: Dossier, step: str) -> Round | None:
    """The round that this step's first round only asks the changes of; None when it asks all.

    A step that is opened anew asks everybody everything (decision 3).
    """
    now = dossier.round(step)
    return dossier.round(FIRST.get(step, "")) if now is None or now.number == 1 else None


def since(dossier: Dossier, first: Round, org: str) -> datetime:
    """From when on a change is news to a partner: what it answered to, it has seen."""
    sent = submission(dossier, first.key, org)
    return sent.at if sent else first.opened_at


@once(*KINDS)
def to_check(dossier: Dossier, step: str, org: str) -> tuple[Measure, ...]:
    """The measures a partner is asked about in a step's round."""
    first = first_round(dossier, step)
    own = own_parts(dossier, org)
    if first is None or not reacted(dossier, first.key, org):
        return own
    return tuple(
        m for m in own if _is_news(dossier, first, org, m) or _is_open(dossier, first, org, m)
    )


def _is_news(dossier: Dossier, first: Round, org: str, measure: Measure) -> bool:
    return measure.key in changed_since(dossier, since(dossier, first, org), org)


@once(*KINDS)
def changed_since(dossier: Dossier, moment: datetime, org: str) -> frozenset[str]:
    """The measures of which something changed that this partner sees."""
    touched = {
        made.subject
        for made in changes_since(dossier, moment)
        if made.kind == "Measure" and SHOWN & altered_fields(made).keys()
    }
    return frozenset(key for key in touched if _differs(dossier, key, moment, org))


def _differs(dossier: Dossier, key: str, moment: datetime, org: str) -> bool:
    before, now = as_it_was(dossier, Measure, key, moment), dossier.get(Measure, key)
    return seen(before, org) != seen(now, org)


def seen(measure: Measure | None, org: str) -> tuple[object, ...] | None:
    """What an organisation sees of a measure; the hours of others are not its own."""
    if measure is None or org not in involved(measure):
        return None
    fields = (getattr(measure, name) for name in sorted(SHOWN - {"capacity"}))
    return (*fields, own_hours(measure, org))


def own_hours(measure: Measure, org: str) -> float:
    return sum(claim.hours for claim in measure.capacity if claim.org == org)


def gone(dossier: Dossier, step: str, org: str) -> tuple[Measure, ...]:
    """What a partner was in at the first round and is in no longer, as it was then."""
    first = first_round(dossier, step)
    if first is None:
        return ()
    moment, now = since(dossier, first, org), {m.key for m in own_parts(dossier, org)}
    before = (
        as_it_was(dossier, Measure, key, moment)
        for key in sorted(changed_since(dossier, moment, org))
        if key not in now
    )
    return tuple(m for m in before if m and m.decision != "stop" and org in involved(m))


def _is_open(dossier: Dossier, first: Round, org: str, measure: Measure) -> bool:
    """Whether something was left of the first round: a condition, a no, or not feasible.

    What goes to the session is talked about there, and not asked once more before it.
    """
    if _goes_to_session(dossier, first, org, measure):
        return False
    known = answered(dossier, first.key, org)
    correct, promise = known.get(f"K1/{measure.key}"), known.get(f"K2/{measure.key}")
    if correct or promise:
        unfit = correct is not None and correct.value == "niet_haalbaar"
        return unfit or promise is None or promise.value != "ja"
    check = check_of(dossier, first.key, org)
    return (measure.commitment.get(org) or (check.commitment if check else "ja")) in OPEN


def _goes_to_session(dossier: Dossier, first: Round, org: str, measure: Measure) -> bool:
    """Whether all that this partner remarked on a measure is for the session."""
    said = [
        comment.disposition
        for comment in dossier.all(Comment)
        if (comment.round, comment.org, comment.subject) == (first.key, org, measure.key)
    ]
    return bool(said) and set(said) == {"to_session"}


def asks_everything(dossier: Dossier, step: str, org: str) -> bool:
    """Whether a partner gets the whole extract, and not only what changed."""
    first = first_round(dossier, step)
    return first is None or not reacted(dossier, first.key, org)


def in_check(dossier: Dossier, round_: str, org: str, subject: str | None) -> bool:
    """Whether a measure is on the partner's extract of this round."""
    found = dossier.get(Round, round_)
    asked = to_check(dossier, found.step if found else "", org)
    return any(measure.key == subject for measure in asked)


def in_whole_check(dossier: Dossier, round_: str, org: str, subject: str | None) -> bool:
    """Whether the partner gets the whole extract in this round."""
    found = dossier.get(Round, round_)
    return asks_everything(dossier, found.step if found else "", org)
