"""What follows from the answers to a check: the state per partner, and its remarks."""

from __future__ import annotations

from dataclasses import replace

from dialogs.post import message
from dialogs.processing.telling import telling_all
from dialogs.turn import Said, Turn
from plan.answering import plain
from plan.calendar import local
from plan.checking import own_parts
from plan.dossier import Dossier
from plan.promises import commitment, promises
from plan.reactions import check_of
from plan.records import Answer, BilateralCheck, Closed, Record, Round, Submission, Table, altered
from plan.remarks import remarks_from

CHAT, TALK = "chat", "gesprek"


def followed(dossier: Dossier, said: Said, turn: Turn) -> Turn:
    """The same turn with what follows from the answers in it, whichever way they came."""
    touched = {
        (record.round, record.org)
        for record in (*turn.keep, *turn.drop)
        if isinstance(record, Answer | Submission)
    }
    for key, org in sorted(touched):
        round_ = dossier.get(Round, key)
        if round_ and round_.step.startswith("check"):
            turn = _with(dossier, said, turn, round_, org)
    for record in turn.keep:
        if isinstance(record, Closed) and record.step.startswith("check"):
            after = dossier.plus(turn.keep, turn.drop)
            turn = replace(turn, keep=(*turn.keep, *telling_all(after, said, record.step)))
    return turn


def _with(dossier: Dossier, said: Said, turn: Turn, round_: Round, org: str) -> Turn:
    after = dossier.plus(turn.keep, turn.drop)
    keep, drop = remarks_from(after, round_, org)
    kept = (*keep, *_state(after, said, round_, org), *_contact(after, said, turn, round_, org))
    kept = (*kept, *_call_over(after, said, turn, org))
    return replace(turn, keep=(*turn.keep, *kept), drop=(*turn.drop, *drop))


def _state(dossier: Dossier, said: Said, round_: Round, org: str) -> tuple[Record, ...]:
    """The record of the check, and the promise per measure."""
    before = check_of(dossier, round_.key, org)
    blank = BilateralCheck(key=f"{round_.key}/{org}", round=round_.key, org=org)
    behalf = any(a.asked_by for a in dossier.answers_in(round_.key, org))
    check = altered(
        before or blank,
        held_on=(before and before.held_on) or local(said.at).date(),
        form=(before and before.form) or (TALK if behalf else CHAT),
        commitment=commitment(dossier, round_, org),
        silent=False,
    )
    kept: list[Record] = [check] if check != before else []
    promised = promises(dossier, round_, org)
    for measure in own_parts(dossier, org):
        now = promised.get(measure.key)
        if now and measure.commitment.get(org) != now:
            kept.append(altered(measure, commitment={**measure.commitment, org: now}))
    return tuple(kept)


def _call_over(dossier: Dossier, said: Said, turn: Turn, org: str) -> tuple[Record, ...]:
    """The coordinator is back in the step once all was filled in for a partner."""
    table = dossier.get(Table, said.who.key)
    done = any(isinstance(record, Submission) for record in turn.keep)
    if (
        table is None
        or not done
        or org == said.who.org
        or said.who.key != dossier.plan.coordinator
    ):
        return ()
    return (altered(table, org=None, asked=None, typing=""),)


def _contact(
    dossier: Dossier, said: Said, turn: Turn, round_: Round, org: str
) -> tuple[Record, ...]:
    """Another contact than is known is for the coordinator to add."""
    named = next(
        (r for r in turn.keep if isinstance(r, Answer) and (r.org, r.question) == (org, "K3")),
        None,
    )
    coordinator = dossier.coordinator
    if named is None or not named.text or coordinator is None:
        return ()
    words = plain(named.text)
    if any(plain(person.name) in words for person in dossier.people_of(org)):
        return ()
    about = f"{round_.key}/{org}/{said.at.isoformat()}"
    told = message(said, "new_contact", coordinator.key, about, org=org, text=named.text)
    return (told,)
