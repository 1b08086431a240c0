"""The report: a look at it, and sending it to everybody who was invited."""

from __future__ import annotations

from dialogs.clashing import SEAL, moved, seal, told
from dialogs.meeting.parts import MEETING, session_in_hand
from dialogs.post import message
from dialogs.registering import registered
from dialogs.turn import Paper, Reply, Said, Turn
from dialogs.view import Button, Facts, View, Words
from plan.agreements import agreements
from plan.calendar import local
from plan.content import counts
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import CollectiveSession, Confirmed
from plan.sessions import SESSION, attendants, points_of, unsettled
from plan.text import Text, counted

CONFIRMED = {SESSION: "session_report"}


def part_of(session: str) -> str:
    """The document that is the report of this session."""
    return "session" if session == SESSION else "evaluation_session"


def report_view(dossier: Dossier, said: Said, session: CollectiveSession) -> View:
    points, left = points_of(dossier, session.key), unsettled(dossier, session.key)
    before = dossier.get(Confirmed, _sent(session))
    keys = {point.key for point in points}
    own = [one for one in agreements(dossier) if one.point in keys]
    rows = (
        (
            Text(nl="Punten met een uitkomst", en="Points with an outcome"),
            Text(nl="{n} van {total}", en="{n} of {total}").fill(
                n=len(points) - len(left), total=len(points)
            ),
        ),
        (
            Text(nl="Afspraken met een eigenaar", en="Agreements with an owner"),
            Text.verbatim(str(len(own))),
        ),
        (
            Text(nl="Gaat naar", en="Goes to"),
            counted(len(attendants(dossier, session)), *counts.PEOPLE),
        ),
    )
    open_ = Text(
        nl="Nog niet elk punt heeft een uitkomst; dat staat zo in het verslag.",
        en="Not every point has an outcome yet; the report says so.",
    )
    return View(
        title=Text(nl="Verslag van de sessie", en="Report of the session"),
        elements=(
            Facts(rows=rows),
            *((Words(text=open_, tone="warning"),) if left else ()),
            *((Words(text=_before(dossier, before)),) if before else ()),
        ),
        buttons=(
            Button(
                verb="send", label=Text(nl="Verslag versturen", en="Send the report"), primary=True
            ),
            Button(verb="paper", label=Text(nl="Verslag in Word", en="Report in Word")),
        ),
        dialog=MEETING,
        about={"card": "report", "session": session.key, SEAL: seal(before)},
    )


def _sent(session: CollectiveSession) -> str:
    """What says that the report of it went out."""
    return CONFIRMED.get(session.key, f"{session.key}_report")


def _before(dossier: Dossier, sent: Confirmed) -> Text:
    words = Text(
        nl="Het verslag is al verstuurd op {day}, door {name}.",
        en="The report was sent already on {day}, by {name}.",
    )
    return words.fill(day=on_day(local(sent.at).date()), name=dossier.person_name(sent.by))


TWICE = Text(
    nl="Het verslag ging intussen al uit; er is nu niets verstuurd.",
    en="The report went out in the meantime; nothing was sent now.",
)


def hear(dossier: Dossier, said: Said) -> Turn:
    session = session_in_hand(dossier, said)
    if session is None:
        return Turn(onward=True)
    if said.verb == "paper":
        return Turn(replies=(Reply(paper=Paper(part=part_of(session.key))),))
    view = report_view(dossier, said, session)
    if moved(said, view.about[SEAL]):
        return Turn(instead=told(view, TWICE))
    whole = session.key == SESSION
    confirmed = Confirmed(key=_sent(session), by=said.who.key, at=said.at)
    sent = tuple(
        message(
            said,
            "session_report",
            person.key,
            f"{session.key}/{said.at.isoformat(timespec='seconds')}",
            org=person.org,
            text=session.key,
        )
        for person in attendants(dossier, session)
    )
    title = Text(nl="Opgeslagen: het verslag gaat naar {n}", en="Saved: the report goes to {n}")
    return Turn(
        keep=(confirmed, *sent, registered(said, "sent_report", session.key)),
        instead=View(title=title.fill(n=counted(len(sent), *counts.PEOPLE))),
        onward=whole,
    )
