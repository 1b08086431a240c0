"""The card on which a session is planned, filled in from the calendar and the plan."""

from __future__ import annotations

from datetime import date

from dialogs.clashing import SEAL, seal
from dialogs.meeting.entries import hours_that_fit
from dialogs.meeting.parts import MEETING, people, title_of
from dialogs.turn import Said
from dialogs.untouched import noted
from dialogs.view import Button, Day, Pick, Problem, View, Write
from plan.calendar import local, on_or_after, working_day_after, working_day_before
from plan.dossier import Dossier
from plan.records import CollectiveSession, Organisation, altered
from plan.sessions import SESSION, session_of, takes_part
from plan.standing import planned
from plan.text import Text

HOURS = {"first_year": "13.00-16.00 uur", "follow_up": "13.00-15.00 uur"}
SOON = 10
"""Working days until a session for which the calendar has no day left."""
AFTERWARDS = 5
"""Working days for working in the outcomes (domain 2.3, J5)."""
LONGEST = 500
PLACE = Text(nl="Plaats, of een link om online mee te doen", en="Place, or a link to join online")


def plan_view(dossier: Dossier, said: Said, key: str = SESSION, wrong: Text | None = None) -> View:
    """One card, filled in from the calendar and the plan; one tap invites everybody."""
    return noted(lambda one: _drawn(dossier, one, key, wrong), said)


def _drawn(dossier: Dossier, said: Said, key: str, wrong: Text | None) -> View:
    known = session_of(dossier, key)
    session = known or _usual(dossier, said, key)
    shown = _as_typed(session, said)
    chairs, leaders = people(dossier, session.chair), people(dossier, session.facilitator)
    nobody = ("", Text(nl="Nog niet bekend", en="Not known yet"))
    return View(
        title=title_of(session) + Text(nl=" plannen", en=": planning"),
        elements=(
            *((Problem(text=wrong),) if wrong else ()),
            Day(
                id="day",
                label=Text(nl="Datum", en="Date"),
                value=shown["day"],
                required=True,
            ),
            _line("time", Text(nl="Van en tot", en="From and to"), shown, required=True),
            _line("place", PLACE, shown, required=True),
            Pick(
                id="chair",
                label=Text(nl="Voorzitter", en="Chair"),
                choices=(nobody, *chairs),
                value=shown["chair"],
            ),
            Pick(
                id="facilitator",
                label=Text(nl="Wie leidt het gesprek?", en="Who leads the discussion?"),
                choices=(nobody, *leaders),
                value=shown["facilitator"],
            ),
            Pick(
                id="invited",
                label=Text(nl="Wie nodigen we uit?", en="Who is invited?"),
                choices=tuple(
                    (org.key, Text.verbatim(org.name)) for org in dossier.all(Organisation)
                ),
                value=shown["invited"],
                several=True,
                wide=True,
                required=True,
            ),
        ),
        buttons=(
            Button(
                verb="plan",
                label=Text(nl="Opslaan en uitnodigen", en="Save and invite"),
                primary=True,
            ),
        ),
        dialog=MEETING,
        about={"card": "plan", "session": key, SEAL: seal(_written(known) if known else None)},
    )


def _line(id_: str, label: Text, shown: dict[str, str], *, required: bool = False) -> Write:
    return Write(
        id=id_, label=label, value=shown[id_], lines=False, limit=LONGEST, required=required
    )


def _usual(dossier: Dossier, said: Said, key: str) -> CollectiveSession:
    """On the calendar's day, for the organisations that take part."""
    plan = dossier.plan
    invited = [org.key for org in dossier.all(Organisation) if takes_part(dossier, org)]
    usual = CollectiveSession(
        key=key,
        day=_usual_day(dossier, local(said.at).date(), key),
        time=HOURS[plan.track],
        chair=plan.portfolio_holder,
        facilitator=plan.coordinator,
        invited=tuple(invited),
    )
    return altered(usual, time=hours_that_fit(dossier, usual))


def _usual_day(dossier: Dossier, today: date, key: str) -> date:
    """The first day of the step while it is to come; else in time to work in what comes out."""
    days = planned(dossier, "session") if key == SESSION else None
    if days and days.start > today:
        return on_or_after(days.start)
    last = working_day_before(days.end, AFTERWARDS) if days else today
    if last > today:
        return last
    room = days is not None and working_day_after(today) <= days.end
    return working_day_after(today, 1 if room else SOON)


def _as_typed(session: CollectiveSession, said: Said) -> dict[str, str]:
    """What the card shows: what was filled in just now, else what is known."""
    known = _written(session)
    return {field: said.inputs.get(field, value) for field, value in known.items()}


def _written(session: CollectiveSession) -> dict[str, str]:
    """What the card can change, as it stands on the wire."""
    return {
        "day": session.day.isoformat() if session.day else "",
        "time": session.time or "",
        "place": " ".join(part for part in (session.place, session.link) if part),
        "chair": session.chair or "",
        "facilitator": session.facilitator or "",
        "invited": ",".join(session.invited),
    }
