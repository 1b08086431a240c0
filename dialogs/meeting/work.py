"""The step of the collective session: what to do now, and how far it is."""

from __future__ import annotations

from dialogs.meeting import agenda, plan_card, point, processing, reporting
from dialogs.meeting.hearing import begun
from dialogs.meeting.overview import end_view
from dialogs.meeting.parts import when_and_where
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Bar, Button, Element, View, Words
from dialogs.work import Work
from plan.calendar import local
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import CollectiveSession, Confirmed
from plan.sessions import SESSION, points_of, session_of, unprocessed, unsettled
from plan.text import Text
from plan.track import Step

LABELS = {
    "plan": Text(nl="Sessie plannen", en="Plan the session"),
    "agenda": Text(nl="Agenda vaststellen", en="Settle the agenda"),
    "begin": Text(nl="Sessie beginnen", en="Begin the session"),
    "settle": Text(nl="Uitkomst vastleggen", en="Record an outcome"),
    "end": Text(nl="Sessie afsluiten", en="End the session"),
    "process": Text(nl="Uitkomsten verwerken", en="Work in the outcomes"),
    "report": Text(nl="Verslag versturen", en="Send the report"),
}


def now(dossier: Dossier) -> str:
    """What is to be done now; "" when nothing is left."""
    session = session_of(dossier)
    if session is None:
        return "plan"
    for doing, left in _order(dossier, session):
        if left:
            return doing
    return ""


def _order(dossier: Dossier, session: CollectiveSession) -> tuple[tuple[str, bool], ...]:
    open_ = bool(unsettled(dossier))
    sent = dossier.get(Confirmed, "session_report")
    return (
        ("agenda", not session.agenda_at and not points_of(dossier)),
        ("agenda", not session.agenda_at and not session.began_at and open_),
        ("begin", open_ and not session.ended_at),
        ("settle", open_),
        ("end", not session.ended_at and not sent),
        ("process", bool(unprocessed(dossier))),
        ("report", not sent),
    )


def _buttons(dossier: Dossier, said: Said, step: Step) -> tuple[Button, ...]:
    doing = now(dossier)
    more = () if session_of(dossier) is None else ("plan", "agenda", "begin", "report")
    wanted = dict.fromkeys((*((doing,) if doing else ()), *more))
    return tuple(
        Button(verb=verb, label=_label(dossier, verb), primary=verb == doing) for verb in wanted
    )


def _label(dossier: Dossier, verb: str) -> Text:
    session = session_of(dossier)
    if verb == "plan" and session:
        return Text(nl="Datum of plaats wijzigen", en="Change the date or place")
    if verb == "agenda" and session and session.agenda_at:
        return Text(nl="Agenda aanpassen", en="Change the agenda")
    if verb == "begin" and session and session.began_at:
        return Text(nl="Naar de sessie", en="To the session")
    return LABELS[verb]


def _lines(dossier: Dossier, said: Said, step: Step) -> tuple[Element, ...]:
    session, points = session_of(dossier), points_of(dossier)
    if session is None:
        return ()
    label = Text(nl="Punten met een uitkomst", en="Points with an outcome")
    done = len(points) - len(unsettled(dossier))
    bar = (Bar(label=label, done=done, total=len(points)),) if points else ()
    return (when_and_where(dossier, session), *_today(session, said), *bar)


def _today(session: CollectiveSession, said: Said) -> tuple[Element, ...]:
    today = local(said.at).date()
    if session.ended_at or session.day is None or session.day > today:
        return ()
    here = Text(nl="De sessie is vandaag.", en="The session is today.")
    over = Text(nl="De sessie was op {day}.", en="The session was on {day}.")
    words = here if session.day == today else over.fill(day=on_day(session.day))
    return (Words(text=words, tone="warning"),)


def _hear(dossier: Dossier, said: Said, step: Step) -> Turn:
    session = session_of(dossier)
    if session and said.verb == "begin":
        return begun(dossier, said, session)
    return Turn(replies=(Reply(view=_shown(dossier, said, session)),))


def _shown(dossier: Dossier, said: Said, session: CollectiveSession | None) -> View:
    left, waiting = unsettled(dossier), unprocessed(dossier)
    match said.verb:
        case "agenda":
            return agenda.agenda_view(dossier, said)
        case "settle" if left:
            return point.point_view(dossier, said, left[0])
        case "end" if session:
            return end_view(dossier, said, session)
        case "process" if waiting:
            return processing.process_view(dossier, said, waiting[0])
        case "report" if session:
            return reporting.report_view(dossier, said, session)
        case _:
            return plan_card.plan_view(dossier, said, SESSION)


WORK = Work(buttons=_buttons, hear=_hear, lines=_lines)
