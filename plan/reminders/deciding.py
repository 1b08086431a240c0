"""The submission deadlines of the bodies, and partners who were asked about a change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from plan.amending import REMIND_ON, answer_by, request_of, unanswered
from plan.calendar import local, moment, working_day_after, working_day_before
from plan.dossier import Dossier
from plan.records import Consent, DecisionStep, Message, Person
from plan.reminders.post import handled, is_waiting, reachable
from plan.route import on_route, papers_due
from plan.standing import closing, only_heard

WORKING_DAYS_BEFORE = (10, 3, 1)
"""When the coordinator hears of a submission deadline (domain 2.3, J6)."""
ONLY_HEARD_BEFORE = (3,)
"""Of a body that only hears of the plan: once is enough."""


def _deadlines(dossier: Dossier) -> Iterator[tuple[DecisionStep, date]]:
    """Of the bodies that still have to decide, once there is a draft to hand in."""
    if not closing(dossier, "draft"):
        return
    for body in on_route(dossier):
        due = papers_due(dossier, body)
        if due and body.decision in (None, "aangehouden"):
            yield body, due


def _days_before(body: DecisionStep) -> tuple[int, ...]:
    return ONLY_HEARD_BEFORE if only_heard(body) else WORKING_DAYS_BEFORE


def submissions(dossier: Dossier, now: datetime) -> Iterator[Message]:
    """Of several days missed only the last; nothing once the deadline has passed."""
    coordinator, free = dossier.coordinator, dossier.plan.free_days
    for body, due in _deadlines(dossier) if coordinator else ():
        past = [
            (left, at)
            for left in _days_before(body)
            if (at := moment(working_day_before(due, left, free))) <= now
        ]
        if not past or local(now).date() > due or handled(dossier.plan, past[-1][1]):
            continue
        left, at = past[-1]
        yield Message(
            key=f"submission/{body.key}/{due.isoformat()}/{left}",
            to=dossier.plan.coordinator or "",
            kind="submission",
            text=body.key,
            due=at,
            made_at=now,
        )


def reminders(dossier: Dossier, now: datetime) -> Iterator[Message]:
    """A partner that was asked whether it can live with a change and did not answer yet."""
    for (request, org), consent in _silent(dossier).items():
        about = [m for m in dossier.messages_about(request) if m.org == org]
        past = [n for n, at in enumerate(_waves(consent), start=1) if at <= now]
        late = local(now).date() > answer_by(consent.asked_at)
        if late or not about or any(map(is_waiting, about)) or not past:
            continue
        person = _reached(dossier, about, now)
        if person:
            yield Message(
                key=f"amended_reminder/{org}/{request}/{past[-1]}",
                to=person.key,
                org=org,
                kind="amended_reminder",
                request=request,
                due=_waves(consent)[past[-1] - 1],
                made_at=now,
            )


def _silent(dossier: Dossier) -> dict[tuple[str, str], Consent]:
    return {(request_of(one), one.org): one for one in unanswered(dossier)}


def _waves(consent: Consent) -> tuple[datetime, ...]:
    asked = local(consent.asked_at).date()
    return tuple(moment(working_day_after(asked, n)) for n in REMIND_ON)


def _reached(dossier: Dossier, about: list[Message], now: datetime) -> Person | None:
    return reachable(dossier, dossier.get(Person, about[0].to), local(now).date())


def moments(dossier: Dossier) -> Iterator[datetime]:
    free = dossier.plan.free_days
    for body, due in _deadlines(dossier):
        yield from (moment(working_day_before(due, left, free)) for left in _days_before(body))
    for consent in unanswered(dossier):
        yield from _waves(consent)
