"""Planning the session: when, where, who leads it and who is invited."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dialogs.calm import break_warning
from dialogs.clashing import SEAL, moved, seal
from dialogs.meeting.entries import hours_that_fit
from dialogs.meeting.parts import MEETING, given, people, title_of, too_long
from dialogs.post import message
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.untouched import both, noted
from dialogs.view import Button, Day, Pick, Problem, View, Words, Write
from plan.calendar import local, on_or_after, working_day_after, working_day_before
from plan.channels import open_channels
from plan.content import counts
from plan.dates import day_said, on_day
from plan.dossier import Dossier
from plan.records import CollectiveSession, Message, Organisation, altered
from plan.sessions import SESSION, attendants, hours, session_of, takes_part
from plan.standing import planned
from plan.text import Text, counted

HOURS = {"first_year": "13.00-16.00 uur", "follow_up": "13.00-15.00 uur"}
AHEAD = timedelta(days=28)
"""People need four weeks to keep a day free (domain 2.3, J5)."""
SOON = 10
"""Working days until a session for which the calendar has no day left."""
AFTERWARDS = 5
"""Working days for working in the outcomes (domain 2.3, J5)."""
LONGEST = 500
LINK = re.compile(r"https://\S+")
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


def hear(dossier: Dossier, said: Said) -> Turn:
    """Keep it and tell everybody, also when it moved; or say what is wrong."""
    key = said.card.about["session"] if said.card else SESSION
    before = session_of(dossier, key)
    if before and before.ended_at:
        return Turn(instead=View(title=OVER), onward=key == SESSION)
    now = plan_view(dossier, replace(said, inputs={}), key)
    if moved(said, now.about[SEAL]):
        return both(said, lambda one: plan_view(dossier, one, key))
    wrong = _wrong(dossier, said)
    if wrong:
        return Turn(instead=plan_view(dossier, said, key, wrong))
    after = _filled(dossier, said, key, before)
    told = _moved(before, after)
    if told:
        after = altered(after, planned_at=said.at)
    what = "moved_session" if before and told else "planned_session"
    return Turn(
        keep=(
            after,
            registered(said, what, key, after=_in_short(after)),
            *(to_teams(dossier, said, f"{key}/planned") if told else ()),
        ),
        instead=_receipt(dossier, said, after, moved=told),
        onward=True,
    )


def _filled(
    dossier: Dossier, said: Said, key: str, before: CollectiveSession | None
) -> CollectiveSession:
    ticked = said.inputs.get("invited", "").split(",")
    return altered(
        before or CollectiveSession(key=key),
        day=day_said(said.inputs.get("day", "")),
        time=given(said, "time"),
        place=where(said)[0] or None,
        link=where(said)[1] or None,
        chair=said.inputs.get("chair") or None,
        facilitator=said.inputs.get("facilitator") or None,
        invited=tuple(org.key for org in dossier.all(Organisation) if org.key in ticked),
    )


def where(said: Said) -> tuple[str, str]:
    """The place and the link, from the one line in which both are written."""
    words = given(said, "place")
    link = LINK.search(words)
    place = LINK.sub("", words).strip(" ,;:-")
    return place, link[0] if link else ""


def _moved(before: CollectiveSession | None, after: CollectiveSession) -> bool:
    """Whether everybody has to hear it again: another moment or another place."""
    if before is None or before.planned_at is None:
        return True
    fields = ("day", "time", "place", "link")
    return any(getattr(before, field) != getattr(after, field) for field in fields)


def _wrong(dossier: Dossier, said: Said) -> Text | None:
    day = day_said(said.inputs.get("day", ""))
    if day is None:
        return Text(nl="Kies een datum.", en="Choose a date.")
    probe = CollectiveSession(key="", time=given(said, "time"))
    known = hours(probe)
    if known is None or (known[1] and known[1] <= known[0]):
        return Text(
            nl="Schrijf de tijd zo: 13.00-16.00 uur.", en="Write the time like this: 13.00-16.00."
        )
    if not any(where(said)):
        return Text(nl="Vul een plaats of een link in.", en="Fill in a place or a link.")
    if "http://" in given(said, "place"):
        return Text(nl="Een link begint met https://.", en="A link begins with https://.")
    if max(len(given(said, field)) for field in ("time", "place")) > LONGEST:
        return Text(nl="Maak de tekst korter.", en="Make the text shorter.")
    known_orgs = {org.key for org in dossier.all(Organisation)}
    if not known_orgs & set(said.inputs.get("invited", "").split(",")):
        return Text(
            nl="Nodig ten minste één organisatie uit.", en="Invite at least one organisation."
        )
    return None


def _receipt(dossier: Dossier, said: Said, session: CollectiveSession, *, moved: bool) -> View:
    assert session.day is not None  # noqa: S101 - checked just before
    today, told = local(said.at).date(), len(attendants(dossier, session))
    silent = [
        dossier.organisation_name(org) for org in session.invited if not dossier.people_of(org)
    ]
    lines = []
    if moved and session.day >= today:
        lines.append(Words(text=TOLD.fill(n=counted(told, *counts.PEOPLE))))
    if long := too_long(dossier, session):
        lines.append(Words(text=long, tone="warning"))
    if silent:
        words = Text(nl="Geen contactpersoon bij: {names}.", en="No contact for: {names}.")
        lines.append(Words(text=words.fill(names=", ".join(silent)), tone="attention"))
    lines += break_warning(dossier, session.day)
    if today <= session.day < today + AHEAD:
        lines.append(Words(text=SHORT, tone="warning"))
    title = Text(nl="Opgeslagen: sessie op {day}", en="Saved: session on {day}")
    return View(title=title.fill(day=on_day(session.day)), elements=tuple(lines))


def _in_short(session: CollectiveSession) -> str:
    day = session.day.isoformat() if session.day else ""
    return ", ".join(part for part in (day, session.time, session.place, session.link) if part)


def to_teams(dossier: Dossier, said: Said, about: str) -> tuple[Message, ...]:
    """What the channels of this plan hear: day, place and the titles of the points."""
    stamp = f"{about}/{said.at.isoformat(timespec='seconds')}"
    return tuple(
        message(said, "session_notice", team.key, stamp, text=about.partition("/")[0])
        for team in open_channels(dossier)
    )


OVER = Text(
    nl="Deze sessie is al geweest; er is niets veranderd",
    en="This session is over; nothing was changed",
)
TOLD = Text(
    nl="De uitnodiging gaat naar {n}. Zeven dagen vooraf krijgen zij de agenda en het concept, "
    "een werkdag vooraf hun eigen voorbereiding.",
    en="The invitation goes to {n}. Seven days ahead they get the agenda and the draft, one "
    "working day ahead their own preparation.",
)
SHORT = Text(
    nl="Let op: de sessie is al over minder dan vier weken. Bel wie er echt bij moet zijn.",
    en="Note: the session is less than four weeks away. Phone those who really must be there.",
)
