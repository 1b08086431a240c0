"""What everybody hears about a session: the invitation, the papers, the eve and afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from plan.calendar import (
    local,
    moment,
    next_decent,
    on_or_before,
    working_day_after,
    working_day_before,
)
from plan.dossier import Dossier
from plan.homework import homework
from plan.records import CollectiveSession, Confirmed, FreeDays, Message, Person
from plan.reminders.post import handled, reachable
from plan.sessions import SESSION, attendants, has_passed
from plan.standing import planned

PAPERS_BEFORE = 7
"""Days before the session on which everybody gets the agenda and the draft (domain 2.3, J5)."""
PLANNED_BEFORE = 42
"""Days before the session on which it is to be planned: people need four to six weeks."""
REPORT_WITHIN = 2
"""Days after the session within which its report goes out."""


def announced(dossier: Dossier, now: datetime) -> Iterator[Message]:
    """The invitation, the papers and the reminder of the day before; nothing once it is over."""
    today, free = local(now).date(), dossier.plan.free_days
    for session in dossier.all(CollectiveSession):
        if has_passed(session, today):
            continue
        for kind, at, about in _notices(session, free):
            if at <= now and not handled(dossier.plan, at) and _in_time(kind, session, today):
                yield from _to_all(dossier, session, (kind, at, about), now)


def _notices(session: CollectiveSession, free: FreeDays) -> Iterator[tuple[str, datetime, str]]:
    """Kind, moment and what makes it another one when the session moves."""
    day = session.day
    if day is None:
        return
    if session.planned_at:
        yield (
            "session_invitation",
            next_decent(session.planned_at, free),
            _stamp(session.planned_at),
        )
    if session.agenda_at:
        at = moment(on_or_before(day - timedelta(days=PAPERS_BEFORE), free))
        yield "session_papers", max(at, next_decent(session.agenda_at, free)), day.isoformat()
    eve = moment(working_day_before(day, 1, free))
    if all(known is None or known <= eve for known in (session.planned_at, session.agenda_at)):
        yield "session_eve", eve, day.isoformat()


def _in_time(kind: str, session: CollectiveSession, today: date) -> bool:
    """What is read beforehand does not come on the day itself any more."""
    return kind == "session_invitation" or bool(session.day and today < session.day)


def _to_all(
    dossier: Dossier,
    session: CollectiveSession,
    notice: tuple[str, datetime, str],
    now: datetime,
) -> Iterator[Message]:
    """One message each: who stands in for another and is invited too hears it once."""
    kind, at, about = notice
    today, everybody = local(now).date(), attendants(dossier, session)
    heard = {one.key for one in everybody if reachable(dossier, one, today, resting=True) == one}
    for invited in everybody:
        person = reachable(dossier, invited, today, resting=True)
        if person and (
            person == invited or person.key not in heard or _left(dossier, invited, kind)
        ):
            heard.add(person.key)
            yield Message(
                key=f"{kind}/{session.key}/{about}/{invited.key}",
                to=person.key,
                org=invited.org,
                kind=kind,
                text=session.key,
                due=at,
                made_at=now,
            )


def _left(dossier: Dossier, invited: Person, kind: str) -> bool:
    """On the eve each organisation has homework of its own."""
    return kind == "session_eve" and bool(homework(dossier, invited.org or ""))


def plan_due(dossier: Dossier, now: datetime) -> Iterator[Message]:
    """The coordinator hears in time that the session is to be planned, and its agenda settled."""
    coordinator, today = dossier.coordinator, local(now).date()
    for kind, at, until in _to_do(dossier):
        in_time = at <= now and today < until
        if coordinator and in_time and not handled(dossier.plan, at):
            yield Message(
                key=f"{kind}/{until.isoformat()}",
                to=coordinator.key,
                kind=kind,
                due=at,
                made_at=now,
            )


def _to_do(dossier: Dossier) -> Iterator[tuple[str, datetime, date]]:
    session, days = dossier.get(CollectiveSession, SESSION), planned(dossier, SESSION)
    if session is None and days:
        first = on_or_before(days.start - timedelta(days=PLANNED_BEFORE))
        yield "session_plan_due", moment(first), days.start
    if session and session.day and not session.agenda_at and not session.ended_at:
        papers = on_or_before(session.day - timedelta(days=PAPERS_BEFORE))
        at = moment(working_day_before(papers))
        if session.planned_at is None or session.planned_at <= at:
            yield "session_agenda_due", at, session.day


def report_due(dossier: Dossier, now: datetime) -> Iterator[Message]:
    """The coordinator hears when the report is still to be sent."""
    session, coordinator = dossier.get(CollectiveSession, SESSION), dossier.coordinator
    at = _report_at(session)
    if session is None or at is None or coordinator is None or at > now:
        return
    sent = dossier.get(Confirmed, "session_report")
    if not sent and not handled(dossier.plan, at) and session.planned_at:
        yield Message(
            key=f"session_report_due/{at.date().isoformat()}",
            to=coordinator.key,
            kind="session_report_due",
            due=at,
            made_at=now,
        )


def _report_at(session: CollectiveSession | None) -> datetime | None:
    if session is None or session.day is None:
        return None
    return moment(working_day_after(session.day, REPORT_WITHIN))


def moments(dossier: Dossier) -> Iterator[datetime]:
    for session in dossier.all(CollectiveSession):
        if session.ended_at is None:
            yield from (at for _, at, _ in _notices(session, dossier.plan.free_days))
    yield from (at for _, at, _ in _to_do(dossier))
    at = _report_at(dossier.get(CollectiveSession, SESSION))
    if at and not dossier.get(Confirmed, "session_report"):
        yield at


def _stamp(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
