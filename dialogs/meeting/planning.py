"""What is heard of the card of a session: keep it, and tell everybody, also when it moved."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from dialogs.calm import break_warning
from dialogs.clashing import SEAL, moved
from dialogs.meeting.parts import given, too_long
from dialogs.meeting.plan_card import LONGEST, plan_view
from dialogs.post import message
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.untouched import both
from dialogs.view import View, Words
from plan.calendar import local
from plan.channels import open_channels
from plan.content import counts
from plan.dates import day_said, on_day
from plan.dossier import Dossier
from plan.records import CollectiveSession, Message, Organisation, altered
from plan.sessions import SESSION, attendants, hours, session_of
from plan.text import Text, counted

AHEAD = timedelta(days=28)
"""People need four weeks to keep a day free (domain 2.3, J5)."""
LINK = re.compile(r"https://\S+")


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
