"""Which card of the session hears a press, and what the session asks for now."""

from __future__ import annotations

from collections.abc import Callable

from dialogs.meeting import (
    agenda,
    bins,
    links,
    plan_card,
    planning,
    point,
    processing,
    recording,
    reporting,
    settling,
    stopping,
)
from dialogs.meeting import working_in as working
from dialogs.meeting.overview import (
    early_view,
    end,
    end_view,
    ics_turn,
    is_early,
    overview_view,
    waiting_view,
)
from dialogs.meeting.parts import session_in_hand
from dialogs.registering import registered
from dialogs.turn import Reply, Said, Turn
from dialogs.view import View
from plan.dossier import Dossier
from plan.records import CollectiveSession, DiscussionPoint, altered
from plan.sessions import SESSION, session_of, unprocessed, unsettled


def hear(dossier: Dossier, said: Said) -> Turn:
    """A press on a card of the coordinator."""
    assert said.card is not None  # noqa: S101 - a press always has its card
    return CARDS[said.card.about["card"]](dossier, said)


def _overview(dossier: Dossier, said: Said) -> Turn:
    session = session_in_hand(dossier, said)
    if session is None:
        return Turn(onward=True)
    match said.verb:
        case "begin":
            return begun(dossier, said, session, anyway=True)
        case "wait":
            return Turn(instead=waiting_view(session))
        case "end":
            return end(dossier, said)
        case "ics":
            return ics_turn(session)
        case _:
            return Turn(instead=_opened(dossier, said, session))


def _opened(dossier: Dossier, said: Said, session: CollectiveSession) -> View:
    chosen = dossier.get(DiscussionPoint, said.inputs.get("point"))
    match said.verb:
        case "point" if chosen:
            return point.point_view(dossier, said, chosen)
        case "ending":
            return end_view(dossier, said, session)
        case "bins":
            return bins.bins_view(dossier, said, session)
        case "stopping":
            return stopping.stop_view(dossier, said, session)
        case "links":
            return links.links_view(dossier, said, session)
        case "planning":
            return plan_card.plan_view(dossier, said, session.key)
        case "agenda":
            return agenda.agenda_view(dossier, said, session.key)
        case _:
            return overview_view(dossier, said, session)


def begun(
    dossier: Dossier, said: Said, session: CollectiveSession, *, anyway: bool = False
) -> Turn:
    """The session begins with its first open point; before its day only when that is said."""
    if is_early(session, said) and not anyway:
        return Turn(replies=(Reply(view=early_view(session)),))
    after = altered(session, began_at=session.began_at or said.at)
    left = unsettled(dossier, session.key)
    known = dossier.plus((after,))
    view = point.point_view(known, said, left[0]) if left else overview_view(known, said, after)
    new = after != session
    keep = (after, registered(said, "began_session", session.key)) if new else ()
    if said.card and said.verb == "begin" and anyway:
        return Turn(keep=keep, instead=view)
    return Turn(keep=keep, replies=(Reply(view=view),))


def next_turn(dossier: Dossier, said: Said, key: str = SESSION) -> Turn:
    """What the session asks of the coordinator now: the word `sessie`."""
    session = session_of(dossier, key)
    if session is None or not session.agenda_at:
        view = agenda.agenda_view if session else plan_card.plan_view
        return Turn(replies=(Reply(view=view(dossier, said, key)),))
    if session.ended_at:
        return Turn(replies=(Reply(view=afterwards(dossier, said, session)),))
    return begun(dossier, said, session)


def afterwards(dossier: Dossier, said: Said, session: CollectiveSession) -> View:
    """What is to be done once it is over, first things first."""
    left, waiting = unsettled(dossier, session.key), unprocessed(dossier, session.key)
    if left:
        return point.point_view(dossier, said, left[0])
    if waiting and session.key == SESSION:
        return processing.process_view(dossier, said, waiting[0])
    return reporting.report_view(dossier, said, session)


def _exercise(dossier: Dossier, said: Said) -> Turn:
    return (stopping.hear if said.verb == "save_stop" else bins.hear)(dossier, said)


CARDS: dict[str, Callable[[Dossier, Said], Turn]] = {
    "plan": planning.hear,
    "agenda": settling.hear,
    "overview": _overview,
    "point": recording.hear,
    "bins": _exercise,
    "links": links.hear,
    "process": working.hear,
    "report": reporting.hear,
}
