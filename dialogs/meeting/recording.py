"""What came of a point: an outcome, a poll about it, or parked with a follow-up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dialogs.clashing import SEAL, moved
from dialogs.filled import fault
from dialogs.meeting.overview import overview_view
from dialogs.meeting.parts import LONGEST, given, session_in_hand
from dialogs.meeting.point import asked, outcome_said, point_view
from dialogs.post import message
from dialogs.registering import registered
from dialogs.turn import Reply, Said, Turn
from dialogs.untouched import both
from dialogs.view import View, Words
from plan.calendar import is_decent, local
from plan.content import counts
from plan.dates import day_said, on_day
from plan.dossier import Dossier
from plan.records import CollectiveSession, DiscussionPoint, Message, Outcome, Person, altered
from plan.reminders.post import reachable
from plan.sessions import (
    AGREED,
    CHOICES,
    SESSION,
    attendants,
    outcome_of,
    polled,
    proposals_of,
    remarks_of,
    unsettled,
)
from plan.text import Text, counted


def hear(dossier: Dossier, said: Said) -> Turn:
    """A button of a point's card."""
    assert said.card is not None  # noqa: S101 - a press always has its card
    session = session_in_hand(dossier, said)
    point = dossier.get(DiscussionPoint, said.card.about.get("point"))
    if session is None or point is None:
        return Turn(onward=True)
    now = point_view(dossier, replace(said, inputs={}), point)
    if said.verb != "overview" and moved(said, now.about[SEAL]):
        return both(said, lambda one: point_view(dossier, one, point))
    match said.verb:
        case "record" | "park":
            return _record(dossier, said, session, point)
        case "poll":
            return _poll(dossier, said, session, point)
        case "count":
            return Turn(instead=point_view(dossier, said, point))
        case _:
            return Turn(instead=overview_view(dossier, said, session))


def _record(
    dossier: Dossier, said: Said, session: CollectiveSession, point: DiscussionPoint
) -> Turn:
    parked = said.verb == "park"
    wrong = _wrong(dossier, said, point, parked=parked)
    if wrong:
        return Turn(instead=point_view(dossier, said, point, wrong))
    outcome = _outcome(dossier, said, point, parked=parked)
    read = altered(point, read_at=point.read_at or said.at)
    what = "parked_point" if parked else "settled_point"
    after = dossier.plus((outcome, read))
    receipt = View(
        title=Text(nl="Opgeslagen: {question}", en="Saved: {question}").fill(
            question=point.question
        ),
        elements=(_said(dossier, outcome),),
    )
    turn = Turn(
        keep=(outcome, read, registered(said, what, point.key, after=outcome.decision)),
        instead=receipt,
    )
    return turn + _next(after, said, session)


def _next(dossier: Dossier, said: Said, session: CollectiveSession) -> Turn:
    """The point that comes now, else the session as a whole; afterwards what is to be done."""
    untouched = Said(who=said.who, at=said.at, language=said.language)
    left = unsettled(dossier, session.key)
    if left:
        return Turn(replies=(Reply(view=point_view(dossier, untouched, left[0])),))
    if session.ended_at and session.key == SESSION:
        return Turn(onward=True)
    return Turn(replies=(Reply(view=overview_view(dossier, untouched, session)),))


def _said(dossier: Dossier, outcome: Outcome) -> Words:
    owner = dossier.person_name(outcome.owner)
    more = Text.verbatim(f" ({owner})") if owner else Text.verbatim("")
    if owner and outcome.due:
        more = Text.verbatim(f" ({owner}, ") + on_day(outcome.due) + Text.verbatim(")")
    return Words(text=Text.verbatim(outcome.decision) + more)


def _outcome(dossier: Dossier, said: Said, point: DiscussionPoint, *, parked: bool) -> Outcome:
    """What is parked or agreed needs no working in, unless somebody waits for a reply.

    What came of a joint evaluation is a note: the verdicts come in the first draft.
    """
    known = outcome_of(dossier, point.key)
    waits = bool(remarks_of(dossier, point) or proposals_of(dossier, point))
    note = point.session != SESSION
    done = note or ((parked or point.kind == AGREED) and not waits)
    after = Outcome(
        key=known.key if known else point.key,
        point=point.key,
        decision=given(said, "decision"),
        votes={choice: int(given(said, choice) or 0) for choice in CHOICES},
        owner=said.inputs.get("owner") or None,
        due=_day(said),
        parked=parked,
        by=said.who.key,
        at=said.at,
        processed_at=said.at if done else None,
    )
    # The same once more is no other outcome: what was worked in stays so.
    return known if known and outcome_said(known) == outcome_said(after) else after


def _day(said: Said) -> date | None:
    return day_said(said.inputs.get("due", ""))


def _wrong(dossier: Dossier, said: Said, point: DiscussionPoint, *, parked: bool) -> Text | None:
    words = given(said, "decision")
    if not words:
        return FOLLOW_UP if parked else DECISION
    owner = dossier.get(Person, said.inputs.get("owner"))
    if owner is None and (parked or point.kind != AGREED):
        return OWNER
    if said.inputs.get("due") and _day(said) is None:
        return Text(nl="Kies een datum.", en="Choose a date.")
    if not parked and owner and point.kind != AGREED and _day(said) is None:
        return Text(
            nl="Wanneer moet het klaar zijn? Kies een datum.", en="When is it due? Choose a date."
        )
    numbers = [given(said, choice) for choice in CHOICES]
    if any(n and not (n.isdecimal() and n.isascii()) for n in numbers):
        return Text(nl="Vul bij de stemmen een getal in.", en="Fill in a number for the votes.")
    return fault(words, LONGEST)


def _poll(
    dossier: Dossier, said: Said, session: CollectiveSession, point: DiscussionPoint
) -> Turn:
    """A card to every organisation that is invited, at once; within office hours only."""
    if not polled(dossier, point.key):
        return Turn(instead=point_view(dossier, said, point, OVER))
    if asked(dossier, point):
        told = ASKED.fill(motion=point.motion or point.question)
        return Turn(instead=point_view(dossier, said, point, told))
    if not is_decent(said.at):
        return Turn(instead=point_view(dossier, said, point, NOT_NOW))
    sent, motion = tuple(_to_each(dossier, said, session, point)), given(said, "decision")
    wrong = fault(motion, LONGEST) if sent else NOBODY
    if wrong:
        return Turn(instead=point_view(dossier, said, point, wrong))
    told = SENT.fill(n=counted(len(sent), *counts.PEOPLE))
    put = altered(point, motion=motion or None)
    after = dossier.plus((*sent, put))
    return Turn(
        keep=(*sent, put, registered(said, "polled", point.key, after=motion or None)),
        instead=point_view(after, said, point, told=told),
    )


def _to_each(
    dossier: Dossier, said: Said, session: CollectiveSession, point: DiscussionPoint
) -> Iterator[Message]:
    today, orgs = local(said.at).date(), set[str]()
    for invited in attendants(dossier, session):
        person, org = reachable(dossier, invited, today), invited.org
        if person and org in session.invited and org not in orgs:
            orgs.add(org)
            yield message(said, "poll", person.key, point.key, org=org, text=point.key)


DECISION = Text(nl="Wat is de uitkomst?", en="What is the outcome?")
FOLLOW_UP = Text(
    nl="Wat gebeurt er met dit punt? Schrijf de vervolgactie op.",
    en="What happens with this point? Write down the follow-up.",
)
OWNER = Text(nl="Wie is de eigenaar?", en="Who is the owner?")
OVER = Text(
    nl="Over dit punt kan niet meer worden gepeild.", en="No poll is possible on this point."
)
ASKED = Text(
    nl="Er loopt al een peiling, met dit voorstel: {motion}",
    en="There is a poll already, about this proposal: {motion}",
)
NOT_NOW = Text(
    nl="Het is buiten werktijd, dus ik stuur nu geen peiling. Tel de handen en vul de aantallen "
    "in.",
    en="It is outside office hours, so I send no poll now. Count the hands and fill in the "
    "numbers.",
)
NOBODY = Text(
    nl="Er is niemand aan wie ik de peiling kan sturen. Tel de handen en vul de aantallen in.",
    en="There is nobody I can send the poll to. Count the hands and fill in the numbers.",
)
SENT = Text(
    nl='De peiling is verstuurd aan {n}. Tik op "Stand bekijken" voor de tussenstand.',
    en='The poll went to {n}. Press "See the count" for how it stands.',
)
