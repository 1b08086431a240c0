"""The points that stand on the card of an agenda, and where on it."""

from __future__ import annotations

from dataclasses import dataclass

from plan.agenda import MOST, Candidate, agreed_measures, fresh, proposed
from plan.agenda_words import ASKED_FOR
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.programme import FOR_AGREED, asked, available, lasting
from plan.question import Topic
from plan.records import CollectiveSession, DiscussionPoint
from plan.sessions import AGREED, SESSION, points_of, session_of
from plan.text import Text, slug

VIEWS = ("difference_of_opinion", "priority_shift")
OFFERED = 10
"""Points on the card, those that are proposed first."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One point on the card: on the agenda already, proposed, or only offered (place 0)."""

    id: str
    kind: str
    question: str
    why: Text
    minutes: int
    place: int
    subjects: tuple[str, ...]
    point: DiscussionPoint | None = None


def topics_of(dossier: Dossier) -> tuple[Topic, ...]:
    """The questions whose answers show where views diverge."""
    return tuple(topic for step in TRACKS[dossier.plan.track].steps for topic in step.topics)


def entries(dossier: Dossier, session: str, *, parked: bool = False) -> tuple[Entry, ...]:
    """The points as they are, then what the plan proposes to add, then what it only offers."""
    own = [point for point in points_of(dossier, session) if point.kind != AGREED]
    found = [_kept(point, place) for place, point in enumerate(own, start=1)]
    candidates = fresh(dossier, topics_of(dossier), session)
    if session != SESSION:  # A joint evaluation is about how partners see it, not about a draft.
        candidates = tuple(one for one in candidates if one.kind in VIEWS)
    settled = bool((known := session_of(dossier, session)) and known.agenda_at)
    first = () if settled else proposed(candidates, max(0, MOST - len(own)))
    rest = [one for one in candidates if one not in first]
    wanted = [one for one in rest if one.rank >= ASKED_FOR] if parked else []
    offered = [*wanted, *(one for one in rest if one.rank < ASKED_FOR)]
    found += [_new(dossier, one, len(own) + n) for n, one in enumerate(first, start=1)]
    room = max(0, OFFERED - len(found))
    return (*found, *(_new(dossier, one, 0) for one in offered[:room]))


def minutes_over(dossier: Dossier, session: CollectiveSession, shown: tuple[Entry, ...]) -> int:
    """By how much the programme with the points that are placed is longer than the session."""
    there = available(session)
    return max(0, _length(dossier, session, shown) - there) if there is not None else 0


def hours_that_fit(dossier: Dossier, session: CollectiveSession) -> str:
    """The usual hours, or to as late as the points that are proposed ask."""
    wanted = _length(dossier, session, entries(dossier, session.key))
    there = available(session)
    usual = there is not None and wanted <= there
    return session.time or "" if usual else lasting(session, wanted)


def _length(dossier: Dossier, session: CollectiveSession, shown: tuple[Entry, ...]) -> int:
    points = [one.minutes for one in shown if one.place]
    whole = session.key == SESSION and agreed_measures(dossier, points_of(dossier, session.key))
    return asked(dossier, session, [*points, *((FOR_AGREED,) if whole else ())])


def proposal_id(point: DiscussionPoint) -> str:
    """What the proposal was called that a point was made of."""
    return slug("-".join((point.kind, *point.subjects)))


def _kept(point: DiscussionPoint, place: int) -> Entry:
    return Entry(
        id=point.key,
        kind=point.kind,
        question=point.question,
        why=Text.verbatim(point.why or ""),
        minutes=point.minutes or 20,
        place=place,
        subjects=point.subjects,
        point=point,
    )


def _new(dossier: Dossier, one: Candidate, place: int) -> Entry:
    return Entry(
        id=one.id,
        kind=one.kind,
        question=one.question.within(dossier.plan.language),
        why=Text.verbatim(one.why.within(dossier.plan.language)),
        minutes=one.minutes,
        place=place,
        subjects=one.subjects,
    )
