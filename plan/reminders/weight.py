"""How much each message matters: which leads when several come at once, and which cannot wait."""

from __future__ import annotations

from datetime import date, timedelta

from plan.amending import answer_by, request_of, unanswered
from plan.calendar import TEN_WORKING_DAYS, working_day_before
from plan.dossier import Dossier
from plan.records import CollectiveSession, Consent, Message, Round
from plan.route import on_route, papers_due
from plan.sessions import SESSION
from plan.standing import planned

BY_WEIGHT = (
    *(
        "missed",
        "poll",
        "undelivered",
        "session_notice",
        "session_eve",
        "coordinates",
        "talk",
        "submission",
        "ended",
    ),
    *("amended", "objection", "outcome_disputed", "escalation", "decided"),
    *("handed", "invitation", "reminder", "amended_reminder", "session_invitation"),
    *("theme_waits", "agreement_due", "session_papers", "outcome_check", "remarks", "try_format"),
    *("session_plan_due", "session_agenda_due", "session_report_due", "outcomes_due"),
    *("no_format", "new_contact", "stopped", "round_due", "next_year_due", "role"),
    *("adopted", "amended_plan", "objection_done", "processed", "outcome_reply"),
    *("session_report", "progress_told", "channel_gone", "left", "digest", "themes_ready"),
)
"""Every kind of message, what asks most of its reader first."""
AT_ONCE = frozenset(
    {
        *("session_notice", "session_eve", "coordinates", "talk", "decided", "adopted"),
        *("missed", "undelivered", "channel_gone"),
        *("amended", "amended_plan", "agreement_due", "session_report"),
    }
)
"""Too late is of no use: tomorrow's session, a decision, a change in what somebody promised."""
LIVE = frozenset({"poll"})
"""Somebody sits in the session and waits for it: no message that disturbs."""
TO_READ = 3
"""Working days before a session on which its papers must have come."""
TO_PLAN = timedelta(days=14)
"""Before a session, by when its invitation must have come."""


def rank(message: Message) -> int:
    """Its place among the others, the weightiest first; what is not known comes last."""
    return BY_WEIGHT.index(message.kind) if message.kind in BY_WEIGHT else len(BY_WEIGHT)


def cannot_wait(dossier: Dossier, message: Message, until: date) -> bool:
    """Whether it would come too late on that day."""
    if message.kind in AT_ONCE | LIVE:
        return True
    last = _last_day(dossier, message)
    return last is not None and until > last


def _last_day(dossier: Dossier, message: Message) -> date | None:
    """The last day on which it still serves; None when a week makes no difference.

    Whoever is asked something keeps ten working days to answer.
    """
    if message.kind in ("session_invitation", "session_papers"):
        return _before_session(dossier, message)
    if message.kind == "submission":
        bodies = [body for body in on_route(dossier) if body.key == message.text]
        return papers_due(dossier, bodies[0]) if bodies else None
    if message.kind == "theme_waits":
        days = planned(dossier, "draft")
        return days.end if days else None
    if message.kind == "amended_reminder":
        asked = [o.asked_at for o in unanswered(dossier, message.org) if _is_about(o, message)]
        return answer_by(asked[0]) if asked else None
    return _before_deadline(dossier, message)


def _is_about(consent: Consent, message: Message) -> bool:
    return request_of(consent) == message.request


def _before_session(dossier: Dossier, message: Message) -> date | None:
    session = dossier.get(CollectiveSession, message.text or SESSION)
    if session is None or session.day is None:
        return None
    if message.kind == "session_papers":
        return working_day_before(session.day, TO_READ)
    return session.day - TO_PLAN


def _before_deadline(dossier: Dossier, message: Message) -> date | None:
    round_ = dossier.get(Round, message.request)
    if round_ is None:
        return None
    if message.kind == "reminder":
        return round_.closes_on
    return working_day_before(round_.closes_on, TEN_WORKING_DAYS)
