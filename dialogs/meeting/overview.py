"""The session as a whole while it lasts: its points, and ending it."""

from __future__ import annotations

from dialogs.clashing import SEAL, moved, seal
from dialogs.meeting.parts import (
    ICS,
    MEETING,
    programme_lines,
    session_in_hand,
    too_long,
    when_and_where,
)
from dialogs.meeting.reporting import report_view
from dialogs.registering import registered
from dialogs.turn import Paper, Reply, Said, Turn
from dialogs.untouched import both, noted
from dialogs.view import Button, Element, Facts, Fold, Pick, View, Words
from plan.calendar import local
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import CollectiveSession, DiscussionPoint, Organisation, Vote, altered
from plan.sessions import SESSION, outcome_of, points_of, unsettled
from plan.text import Text


def overview_view(dossier: Dossier, said: Said, session: CollectiveSession) -> View:
    """Every point with what came of it; open one, or end the session when all are done."""
    points, left = points_of(dossier, session.key), unsettled(dossier, session.key)
    rows = tuple((Text.verbatim(p.question), _state(dossier, p)) for p in points)
    long = too_long(dossier, session)
    elements: list[Element | Fold] = [when_and_where(dossier, session), Facts(rows=rows)]
    if points:
        elements.append(
            Pick(
                id="point",
                label=Text(nl="Welk punt?", en="Which point?"),
                choices=tuple((p.key, Text.verbatim(p.question)) for p in points),
                value=(left or points)[0].key,
            )
        )
    if long:
        elements.append(Words(text=long, tone="warning"))
    programme = Text(nl="Programma", en="Programme")
    elements.append(Fold(title=programme, elements=(programme_lines(dossier, session),)))
    return View(
        title=Text(nl="De sessie", en="The session"),
        elements=tuple(elements),
        buttons=_buttons(session, bool(points), bool(left)),
        dialog=MEETING,
        about={"card": "overview", "session": session.key},
    )


def _buttons(session: CollectiveSession, points: bool, left: bool) -> tuple[Button, ...]:
    open_ = Button(
        verb="point", label=Text(nl="Punt openen", en="Open the point"), primary=bool(left)
    )
    end = Button(
        verb="ending", label=Text(nl="Sessie afsluiten", en="End the session"), primary=not left
    )
    bins = Button(verb="bins", label=Text(nl="Drie bakken", en="Three bins"))
    stop = Button(verb="stopping", label=Text(nl="Wat stoppen we?", en="What do we stop?"))
    links = Button(verb="links", label=Text(nl="Dwarsverbanden", en="Cross-links"))
    change = Button(verb="planning", label=Text(nl="Datum of plaats", en="Date or place"))
    agenda = Button(verb="agenda", label=Text(nl="Agenda aanpassen", en="Change the agenda"))
    whole = (bins, links, stop) if session.key == SESSION else ()
    ending = () if session.ended_at else (end,)
    first = (open_, *ending) if left else (*ending, *((open_,) if points else ()))
    return (*first, *whole, agenda, change, ICS)


def _state(dossier: Dossier, point: DiscussionPoint) -> Text:
    outcome = outcome_of(dossier, point.key)
    if outcome is None:
        return Text(nl="nog te bespreken", en="still to be discussed")
    parked = Text(nl="geparkeerd: ", en="parked: ")
    said = Text.verbatim(outcome.decision[:120])
    return parked + said if outcome.parked else said


def early_view(session: CollectiveSession) -> View:
    """A session is led on its day; before it the coordinator says so."""
    assert session.day is not None  # noqa: S101 - only of a session that has a day
    words = Text(
        nl="De sessie is pas op {day}. Begin je nu toch?",
        en="The session is on {day}. Do you want to begin now?",
    )
    return View(
        title=Text(nl="Nog niet vandaag", en="Not today yet"),
        elements=(Words(text=words.fill(day=on_day(session.day))),),
        buttons=(
            Button(
                verb="wait",
                label=Text(nl="Wachten tot die dag", en="Wait until that day"),
                primary=True,
            ),
            Button(verb="begin", label=Text(nl="Toch beginnen", en="Begin now")),
            Button(verb="overview", label=Text(nl="Alleen bekijken", en="Only look")),
        ),
        dialog=MEETING,
        about={"card": "overview", "session": session.key},
    )


def waiting_view(session: CollectiveSession) -> View:
    title = Text(nl='Goed. Typ op {day} "sessie".', en='Good. Type "session" on {day}.')
    return View(title=title.fill(day=on_day(session.day) if session.day else "–"))


def is_early(session: CollectiveSession, said: Said) -> bool:
    today = local(said.at).date()
    return not session.began_at and session.day is not None and today < session.day


def end_view(dossier: Dossier, said: Said, session: CollectiveSession) -> View:
    """Who was there, for the report."""
    return noted(lambda one: _end_view(dossier, one, session), said)


def _end_view(dossier: Dossier, said: Said, session: CollectiveSession) -> View:
    voted = {vote.org for vote in dossier.all(Vote)} & set(session.invited)
    there = session.present or session.invited
    left = len(unsettled(dossier, session.key))
    open_ = Text(
        nl="Punten zonder uitkomst: {n}. Die kun je daarna nog vastleggen.",
        en="Points without an outcome: {n}. You can still record them afterwards.",
    )
    return View(
        title=Text(nl="Sessie afsluiten", en="End the session"),
        elements=(
            *((Words(text=open_.fill(n=left), tone="warning"),) if left else ()),
            Pick(
                id="present",
                label=Text(nl="Wie was erbij?", en="Who was there?"),
                choices=tuple(
                    (org.key, Text.verbatim(org.name))
                    for org in dossier.all(Organisation)
                    if org.key in {*session.invited, *voted}
                ),
                value=said.inputs.get("present", ",".join(there)),
                several=True,
                wide=True,
            ),
        ),
        buttons=(
            Button(verb="end", label=Text(nl="Afsluiten", en="End"), primary=True),
            Button(verb="overview", label=Text(nl="Terug", en="Back")),
        ),
        dialog=MEETING,
        about={"card": "overview", "session": session.key, SEAL: seal(session.present)},
    )


def end(dossier: Dossier, said: Said) -> Turn:
    """The session is over: polls close, and working in what came out begins."""
    session = session_in_hand(dossier, said)
    if session is None:
        return Turn(onward=True)
    if moved(said, seal(session.present)):
        return both(said, lambda one: end_view(dossier, one, session))
    ticked = said.inputs.get("present", "").split(",")
    present = tuple(org.key for org in dossier.all(Organisation) if org.key in ticked)
    after = altered(session, ended_at=session.ended_at or said.at, present=present)
    title = Text(nl="Opgeslagen: de sessie is afgesloten", en="Saved: the session has ended")
    return Turn(
        keep=(after, registered(said, "ended_session", session.key, after=", ".join(present))),
        instead=View(title=title),
        onward=session.key == SESSION,
        replies=() if session.key == SESSION else (Reply(view=report_view(dossier, said, after)),),
    )


def ics_turn(session: CollectiveSession) -> Turn:
    part = "session" if session.key == SESSION else "evaluation_session"
    return Turn(replies=(Reply(paper=Paper(part=part, kind="ics")),))
