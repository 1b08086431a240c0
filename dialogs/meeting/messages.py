"""What a message about a session says when it goes out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dialogs.meeting.agenda import agenda_view
from dialogs.meeting.agreeing import due_view
from dialogs.meeting.answering import poll_view
from dialogs.meeting.attending import (
    INVITED,
    PAPERS,
    about,
    eve_view,
    invitation_view,
    papers_view,
)
from dialogs.meeting.consenting import consents_view
from dialogs.meeting.parts import ATTENDING, title_of, when_and_where
from dialogs.meeting.plan_card import plan_view
from dialogs.meeting.processing import process_view
from dialogs.meeting.reporting import report_view
from dialogs.post import Kind
from dialogs.turn import Reply, Said
from dialogs.view import Button, Heading, Listing, View, Words
from plan.agreements import consent_of
from plan.calendar import local
from plan.dossier import Dossier
from plan.records import (
    CollectiveSession,
    Confirmed,
    DiscussionPoint,
    Message,
    Outcome,
    Person,
)
from plan.reminders.agreements import is_answered
from plan.sessions import (
    SESSION,
    has_passed,
    outcome_of,
    points_of,
    polled,
    session_of,
    unprocessed,
)
from plan.standing import closing
from plan.text import Text, counted


def _coming(dossier: Dossier, message: Message, now: datetime) -> CollectiveSession | None:
    """The session it is about, while there is anything to announce."""
    session = session_of(dossier, message.text)
    gone = session is None or has_passed(session, local(now).date())
    return None if gone else session


def _org(session: CollectiveSession, message: Message) -> str:
    return message.org if message.org and message.org in session.invited else ""


def _invitation(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    session = _coming(dossier, message, now)
    if session is None or not session.planned_at or not _is_about(message, session.planned_at):
        return None
    return Reply(view=invitation_view(dossier, session, _org(session, message), INVITED))


def _is_about(message: Message, moment: datetime) -> bool:
    """Whether it was not overtaken: the session moved before this could go out."""
    return f"/{moment.isoformat(timespec='seconds')}/" in message.key


def _papers(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    session = _coming(dossier, message, now)
    if session is None or session.day is None or session.day.isoformat() not in message.key:
        return None
    return Reply(view=papers_view(dossier, session, _org(session, message), PAPERS))


def _eve(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    session = _coming(dossier, message, now)
    if session is None or session.day is None or session.day.isoformat() not in message.key:
        return None
    return Reply(view=eve_view(dossier, session, _org(session, message)))


def _plan_due(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    """The card on which it is planned, filled in."""
    if session_of(dossier) or closing(dossier, SESSION):
        return None
    view = plan_view(dossier, Said(who=person, at=now))
    return Reply(view=replace(view, elements=(Words(text=TIME_TO_PLAN), *view.elements)))


TIME_TO_PLAN = Text(
    nl="Het is tijd om de collectieve sessie te plannen: deelnemers houden de dag graag vier "
    "weken van tevoren vrij.",
    en="It is time to plan the collective session: people like to keep the day free four weeks "
    "ahead.",
)


def _agenda_due(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    """The agenda as it is proposed: without it nobody can prepare."""
    session = session_of(dossier)
    if session is None or session.agenda_at or has_passed(session, local(now).date()):
        return None
    return Reply(view=agenda_view(dossier, Said(who=person, at=now)))


def _report_due(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    session = session_of(dossier)
    if session is None or dossier.get(Confirmed, "session_report"):
        return None
    return Reply(view=report_view(dossier, Said(who=person, at=now), session))


def _report(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    session = session_of(dossier, message.text)
    if session is None:
        return None
    lines = []
    for point in points_of(dossier, session.key):
        outcome = outcome_of(dossier, point.key)
        if outcome:
            lines.append(Text.verbatim(f"{point.question} {outcome.decision}"))
    words = Text(
        nl="Dit is het verslag van de sessie: wat er is afgesproken, door wie en wanneer.",
        en="This is the report of the session: what was agreed, by whom and when.",
    )
    view = View(
        title=Text(nl="Verslag: ", en="Report: ") + title_of(session),
        elements=(Words(text=words), Listing(lines=tuple(lines))),
        buttons=(
            Button(
                verb="report", label=Text(nl="Verslag in Word", en="Report in Word"), primary=True
            ),
        ),
        dialog=ATTENDING,
        about=about("report", session.key, message.org),
    )
    return Reply(view=view)


def _poll(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    point = dossier.get(DiscussionPoint, message.text)
    if point is None or not message.org or not polled(dossier, point.key):
        return None
    return Reply(view=poll_view(dossier, point, message.org))


def _check(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    found = (dossier.get(Outcome, key) for key in message.text.split(","))
    """Those whose owner did not speak of them yet."""
    open_ = tuple(o for o in found if o and o.processed_at and not is_answered(dossier, o))
    return Reply(view=consents_view(dossier, open_)) if open_ else None


def _disputed(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    """The outcome to be worked in again, under what its owner said."""
    outcome = dossier.get(Outcome, message.text)
    point = dossier.get(DiscussionPoint, outcome.point) if outcome else None
    if outcome is None or point is None or outcome.processed_at:
        return None
    consent = consent_of(dossier, outcome)
    lead = Text(nl="{name} wil dit anders: ", en="{name} wants this changed: ")
    name = dossier.person_name(outcome.owner)
    words = lead.fill(name=name) + Text.verbatim((consent and consent.remark) or "–")
    view = process_view(dossier, Said(who=person, at=now), point)
    return Reply(view=replace(view, elements=(Words(text=words, tone="warning"), *view.elements)))


def _late(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    """How many outcomes wait, above the card of the first."""
    open_ = unprocessed(dossier)
    if not open_:
        return None
    words = Text(
        nl="De sessie is meer dan vijf werkdagen geleden. Nog niet in het concept verwerkt: {n}.",
        en="The session was more than five working days ago. Not worked into the draft yet: {n}.",
    )
    view = process_view(dossier, Said(who=person, at=now), open_[0])
    told = Words(text=words.fill(n=counted(len(open_), *OUTCOMES)), tone="warning")
    return Reply(view=replace(view, elements=(told, *view.elements)))


OUTCOMES = (Text(nl="uitkomst", en="outcome"), Text(nl="uitkomsten", en="outcomes"))


def _due(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    found = (dossier.get(Outcome, key) for key in message.text.split(","))
    open_ = tuple(one for one in found if one and not one.done_at)
    return Reply(view=due_view(dossier, open_, local(now).date())) if open_ else None


def _nobody(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    return None


def _notice(dossier: Dossier, message: Message, now: datetime) -> Reply | None:
    """For a channel: day, place and the titles of the points; never answers or the draft."""
    session = _coming(dossier, message, now)
    if session is None:
        return None
    points = points_of(dossier, session.key) if session.agenda_at else ()
    lines = Listing(lines=tuple(Text.verbatim(point.question) for point in points))
    agenda = (Heading(text=Text(nl="Agenda", en="Agenda"), level=3), lines) if points else ()
    return Reply(
        view=View(
            title=title_of(session) + Text.verbatim(f": {dossier.plan.full_title}"),
            elements=(when_and_where(dossier, session), *agenda),
        )
    )


MESSAGES = {
    "session_invitation": Kind(
        say=_invitation,
        summary=Text(nl="Uitnodiging voor een sessie", en="Invitation to a session"),
    ),
    "session_papers": Kind(
        say=_papers, summary=Text(nl="Agenda van de sessie", en="Agenda of the session")
    ),
    "session_eve": Kind(
        say=_eve, summary=Text(nl="De sessie komt eraan", en="The session is coming up")
    ),
    "session_notice": Kind(
        say=_nobody, tell=_notice, summary=Text(nl="Nieuws over de sessie", en="About the session")
    ),
    "session_plan_due": Kind(
        say=_plan_due, summary=Text(nl="Plan de sessie", en="Plan the session")
    ),
    "session_agenda_due": Kind(
        say=_agenda_due,
        summary=Text(nl="De agenda van de sessie", en="The agenda of the session"),
    ),
    "session_report_due": Kind(
        say=_report_due,
        summary=Text(
            nl="Het verslag is nog niet verstuurd", en="The report has not been sent yet"
        ),
    ),
    "session_report": Kind(
        say=_report, summary=Text(nl="Verslag van de sessie", en="Report of the session")
    ),
    "poll": Kind(say=_poll, summary=Text(nl="Peiling in de sessie", en="Poll in the session")),
    "outcomes_due": Kind(
        say=_late,
        summary=Text(
            nl="Uitkomsten van de sessie zijn nog niet verwerkt",
            en="Outcomes of the session were not worked in yet",
        ),
    ),
    "outcome_check": Kind(
        say=_check,
        summary=Text(
            nl="Is uw afspraak goed verwerkt?", en="Is your agreement recorded correctly?"
        ),
    ),
    "outcome_disputed": Kind(
        say=_disputed,
        summary=Text(nl="Een afspraak moet anders", en="An agreement should be changed"),
    ),
    "agreement_due": Kind(
        say=_due,
        summary=Text(nl="Een afspraak moet klaar zijn", en="An agreement is due"),
    ),
}
