"""The reminders of a request, and the word to the coordinator when its deadline has passed."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from plan.calendar import (
    USUAL,
    local,
    moment,
    on_or_before,
    working_day_after,
    working_days,
)
from plan.dossier import Dossier
from plan.limit import may_tell
from plan.progress import STEP, lead_person
from plan.records import Card, FreeDays, Handover, Message, Person, Round, Sharing
from plan.reminders.post import handled, is_waiting, reachable
from plan.schools import Schools, outside_break, region_of
from plan.sharing import silent_here, speaks
from plan.standing import is_open

WAVES = (0.5, 0.8, 1.0)
"""Where in the working days of a request its at most three reminders fall (decision 12)."""


def waves(
    round_: Round, free: FreeDays = USUAL, region: Schools | None = None
) -> tuple[datetime, ...]:
    """When a request reminds, relative to its deadline: at nine on a working day each.

    Not in the school holidays of the region, where another working day before the deadline does
    as well.
    """
    opened = local(round_.opened_at).date()
    first, last = opened + timedelta(days=1), round_.closes_on
    total = working_days(first, last, free)
    counts = dict.fromkeys(math.ceil(total * share) for share in WAVES)
    days = [working_day_after(opened, n, free) for n in counts if n > 0]
    open_days = (outside_break(day, first, last, free=free, region=region) for day in days)
    return tuple(moment(day) for day in sorted(set(open_days)))


def _waves(dossier: Dossier, round_: Round) -> tuple[datetime, ...]:
    return waves(round_, dossier.plan.free_days, region_of(dossier.plan))


def last_day(round_: Round, free: FreeDays = USUAL) -> date:
    """The last working day of a request, on which its last reminder goes."""
    return on_or_before(round_.closes_on, free)


def closing_time(round_: Round, free: FreeDays = USUAL) -> datetime:
    """The morning after the last day, when the coordinator hears how it went."""
    return moment(working_day_after(round_.closes_on, 1, free))


def contact(dossier: Dossier, round_: Round, org: str) -> Person | None:
    """Who answers for a partner: whom it was handed to, or its first contact.

    In a progress round that is whoever leads most of its measures.
    """
    handed = dossier.get(Handover, f"{round_.key}/{org}/all")
    to = dossier.get(Person, handed.to) if handed else None
    if to is None and round_.step == STEP:
        return lead_person(dossier, org)
    return to or next(iter(dossier.people_of(org)), None)


def _open_rounds(dossier: Dossier) -> Iterator[Round]:
    return (round_ for round_ in dossier.all(Round) if is_open(dossier, round_))


def _to_remind(dossier: Dossier, round_: Round, wave: datetime) -> Iterator[str]:
    """The silent partners that were asked before this wave and heard nothing since.

    Who was never invited is not reminded, and who got an earlier message late has time first. A
    loaded round counts as sent (decision 1), and so does one that another plan asks along with.
    """
    about = dossier.messages_about(round_.key)
    invited = {message.org for message in about}
    busy = {m.org for m in about if is_waiting(m) or (m.sent_at and m.sent_at >= wave)}
    loaded = handled(dossier.plan, round_.opened_at)
    along = {s.org for s in dossier.all(Sharing) if s.round == round_.key}
    for org in round_.partners:
        asked = loaded or org in invited or org in along
        silent = asked and org not in busy and silent_here(dossier, round_, org)
        if silent and speaks(dossier, round_, org):
            yield org


def reminders(dossier: Dossier, now: datetime) -> Iterator[Message]:
    for round_ in _open_rounds(dossier):
        past = [at for at in _waves(dossier, round_) if at <= now]
        if not past or local(now).date() > round_.closes_on or handled(dossier.plan, past[-1]):
            continue
        resting = _is_last_call(dossier, round_, now)
        for org in _to_remind(dossier, round_, past[-1]):
            asked = contact(dossier, round_, org)
            person = reachable(dossier, asked, local(now).date(), resting=resting)
            if person is None or _has_questions(dossier, round_, org, person, past[-1]):
                continue
            if may_tell(dossier, round_.key, org, person.key):
                yield Message(
                    key=f"reminder/{round_.key}/{org}/{len(past)}",
                    to=person.key,
                    org=org,
                    kind="reminder",
                    request=round_.key,
                    due=past[-1],
                    made_at=now,
                )


def _is_last_call(dossier: Dossier, round_: Round, now: datetime) -> bool:
    """The last reminder cannot wait, so whoever rests gets it too."""
    last = last_day(round_, dossier.plan.free_days)
    return local(now).date() >= last and _waves(dossier, round_)[-1] <= now


def _has_questions(
    dossier: Dossier, round_: Round, org: str, person: Person, since: datetime
) -> bool:
    """Whether this person got the questions themselves since then, as who comes back does."""
    own = (c for c in dossier.all(Card) if c.to == person.key and c.issued_at >= since)
    return any((c.about.get("round"), c.about.get("org")) == (round_.key, org) for c in own)


def ended(dossier: Dossier, now: datetime) -> Iterator[Message]:
    """The coordinator hears once that a deadline has passed, with who stayed silent."""
    for round_ in _open_rounds(dossier):
        at = closing_time(round_, dossier.plan.free_days)
        coordinator = dossier.coordinator
        if at <= now and coordinator and not handled(dossier.plan, at):
            key = f"ended/{round_.key}/{round_.closes_on.isoformat()}"
            yield Message(key=key, to=coordinator.key, kind="ended", due=at, made_at=now)


def moments(dossier: Dossier) -> Iterator[datetime]:
    for round_ in _open_rounds(dossier):
        yield from _waves(dossier, round_)
        yield closing_time(round_, dossier.plan.free_days)
