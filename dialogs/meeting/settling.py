"""The agenda: what the plan itself proposes, in the coordinator's order and words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dialogs.changing import changing
from dialogs.meeting.parts import MEETING, given, programme_lines, too_long, wrong_text
from dialogs.meeting.planning import plan_view, to_teams
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.view import Button, Element, Heading, Pick, Problem, View, Words, Write
from plan.agenda import MOST, Candidate, agreed_measures, fresh, proposed
from plan.agenda_words import ASKED_FOR, HAMMERED, KINDS, NOTHING_AGAINST
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.question import Topic
from plan.records import CollectiveSession, DiscussionPoint, altered
from plan.sessions import AGREED, SESSION, outcome_of, points_of, session_of
from plan.text import Text

OFF = "niet"
VIEWS = ("difference_of_opinion", "priority_shift")
LONGEST = 300
MINUTES = ("10", "15", "20", "25", "30")
OFFERED = 10
"""Points on the card, those that are proposed first."""
BECAUSE = "agenda"


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
    asked = [one for one in rest if one.rank >= ASKED_FOR] if parked else []
    offered = [*asked, *(one for one in rest if one.rank < ASKED_FOR)]
    found += [_new(dossier, one, len(own) + n) for n, one in enumerate(first, start=1)]
    room = max(0, OFFERED - len(found))
    return (*found, *(_new(dossier, one, 0) for one in offered[:room]))


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


def agenda_view(
    dossier: Dossier,
    said: Said,
    key: str = SESSION,
    wrong: Text | None = None,
    *,
    parked: bool = False,
) -> View:
    """Each point with its place, its words and its minutes; as it stands, one tap settles it."""
    if session_of(dossier, key) is None:
        return plan_view(dossier, said, key)
    shown = entries(dossier, key, parked=parked)
    elements: list[Element] = [Problem(text=wrong)] if wrong else []
    elements.append(Words(text=INTRO, tone="subtle"))
    for entry in shown:
        elements += _one(entry, said, len(shown))
    elements += _closing(dossier, said, key, len(shown))
    buttons = [Button(verb="settle", label=SETTLE, primary=True)]
    if not parked and any(c.rank >= ASKED_FOR for c in fresh(dossier, topics_of(dossier), key)):
        more = Text(nl="Geparkeerde voorstellen erbij", en="Add parked proposals")
        buttons.append(Button(verb="parked", label=more, checks=False))
    return View(
        title=Text(nl="Agenda van de sessie", en="Agenda of the session"),
        elements=tuple(elements),
        buttons=tuple(buttons),
        dialog=MEETING,
        about={"card": "agenda", "session": key, "parked": "ja" if parked else ""},
    )


def _one(entry: Entry, said: Said, count: int) -> Iterator[Element]:
    places = ((str(n), Text(nl=f"plaats {n}", en=f"place {n}")) for n in range(1, count + 1))
    yield Heading(text=KINDS.get(entry.kind, Text.verbatim(entry.kind)), level=3)
    if entry.why.nl:
        yield Words(text=entry.why, tone="subtle")
    yield Write(
        id=f"question/{entry.id}",
        label=Text(nl="Vraag", en="Question"),
        value=given(said, f"question/{entry.id}", entry.question),
        limit=LONGEST,
        required=True,
    )
    yield Pick(
        id=f"place/{entry.id}",
        label=Text(nl="Plaats op de agenda", en="Place on the agenda"),
        choices=((OFF, Text(nl="niet op de agenda", en="not on the agenda")), *places),
        value=given(said, f"place/{entry.id}", str(entry.place) if entry.place else OFF),
    )
    yield Pick(
        id=f"minutes/{entry.id}",
        label=Text(nl="Minuten", en="Minutes"),
        choices=tuple((m, Text.verbatim(m)) for m in _minutes(entry)),
        value=given(said, f"minutes/{entry.id}", str(entry.minutes)),
    )


def _minutes(entry: Entry) -> tuple[str, ...]:
    return tuple(sorted({*MINUTES, str(entry.minutes)}, key=int))


def _closing(dossier: Dossier, said: Said, key: str, count: int) -> Iterator[Element]:
    """An own point, and what is agreed as one closing point."""
    yield Heading(text=Text(nl="Een eigen punt", en="A point of your own"), level=3)
    yield Write(
        id="own",
        label=Text(nl="Vraag (niet verplicht)", en="Question (optional)"),
        value=given(said, "own"),
        limit=LONGEST,
    )
    n = len(agreed_measures(dossier, points_of(dossier, key)))
    if key == SESSION and n:
        yield Pick(
            id="agreed",
            label=Text(
                nl="Sluiten we af met de hamerstukken: alles waarover niemand een vraag had?",
                en="Do we close with the agreed points: all that nobody had a question about?",
            ),
            choices=(("ja", Text(nl="Ja", en="Yes")), ("nee", Text(nl="Nee", en="No"))),
            value=given(said, "agreed", "ja"),
            wide=True,
        )


def hear(dossier: Dossier, said: Said) -> Turn:
    """The points as they were put in order; everybody hears the agenda in time."""
    assert said.card is not None  # noqa: S101 - a press always has its card
    key, parked = said.card.about["session"], bool(said.card.about.get("parked"))
    session = session_of(dossier, key)
    if session is None or session.ended_at:
        return Turn(instead=View(title=TOO_LATE), onward=key == SESSION)
    if said.verb == "parked":
        return Turn(instead=agenda_view(dossier, said, key, parked=True))
    shown = entries(dossier, key, parked=parked)
    if {f"place/{entry.id}" for entry in shown} != _places(said):
        return Turn(instead=agenda_view(dossier, said, key, MOVED_ON, parked=parked))
    wrong = _wrong(dossier, said, shown)
    if wrong:
        return Turn(instead=agenda_view(dossier, said, key, wrong, parked=parked))
    return _settled(dossier, said, session, shown)


def _places(said: Said) -> set[str]:
    return {one for one in said.card.inputs if one.startswith("place/")} if said.card else set()


def _chosen(said: Said, shown: tuple[Entry, ...]) -> list[Entry]:
    """Those with a place, in that order; of two with the same place the first one first."""
    on = [(said.inputs.get(f"place/{e.id}", OFF), e) for e in shown]
    placed = [(int(place), entry) for place, entry in on if place.isdigit()]
    return [entry for _, entry in sorted(placed, key=lambda one: one[0])]


def _wrong(dossier: Dossier, said: Said, shown: tuple[Entry, ...]) -> Text | None:
    chosen, own = _chosen(said, shown), given(said, "own")
    if not chosen and not own and said.inputs.get("agreed") != "ja":
        return Text(nl="Zet ten minste één punt op de agenda.", en="Put at least one point on it.")
    if len(chosen) + bool(own) > MOST and len(chosen) > sum(bool(e.point) for e in shown):
        words = Text(nl="Hoogstens {n} punten passen.", en="At most {n} points fit.")
        return words.fill(n=MOST)
    for entry in chosen:
        words_ = given(said, f"question/{entry.id}")
        wrong = wrong_text(words_, LONGEST) if words_ else NO_QUESTION
        if wrong:
            return wrong
    settled = [e for e in shown if e.point and outcome_of(dossier, e.point.key)]
    if any(entry not in chosen for entry in settled):
        return HAS_OUTCOME
    return wrong_text(own, LONGEST)


def _settled(
    dossier: Dossier, said: Said, session: CollectiveSession, shown: tuple[Entry, ...]
) -> Turn:
    chosen, turn = _chosen(said, shown), Turn()
    keys = _free_keys(dossier)
    points: list[DiscussionPoint] = []
    for order, entry in enumerate(chosen):
        points.append(_point(said, session.key, entry, order, next(keys)))
    if own := given(said, "own"):
        points.append(
            DiscussionPoint(
                key=next(keys),
                subjects=(),
                kind="new_development",
                question=own,
                minutes=20,
                order=len(points),
                session=session.key,
            )
        )
    agreed = _agreed(dossier, said, session.key, points, next(keys))
    points += [agreed] if agreed else []
    for point in points:
        turn += changing(said, dossier.get(DiscussionPoint, point.key), point, because=BECAUSE)
    staying = {point.key for point in points}
    for gone in points_of(dossier, session.key):
        if gone.key not in staying and not outcome_of(dossier, gone.key):
            turn += changing(said, gone, None, because=BECAUSE)
    after = altered(session, agenda_at=said.at)
    turn += Turn(
        keep=(
            after,
            registered(said, "settled_agenda", session.key),
            *to_teams(dossier, said, f"{session.key}/agenda"),
        ),
        onward=True,
    )
    known = dossier.plus(turn.keep, turn.drop)
    return turn + Turn(instead=_receipt(known, after))


def _point(said: Said, session: str, entry: Entry, order: int, key: str) -> DiscussionPoint:
    known = entry.point or DiscussionPoint(
        key=key,
        subjects=entry.subjects,
        kind=entry.kind,
        question=entry.question,
        why=entry.why.nl or None,
        session=session,
    )
    minutes = said.inputs.get(f"minutes/{entry.id}", "")
    return altered(
        known,
        question=given(said, f"question/{entry.id}"),
        minutes=int(minutes) if minutes in _minutes(entry) else entry.minutes,
        order=order,
    )


def _agreed(
    dossier: Dossier, said: Said, session: str, points: list[DiscussionPoint], key: str
) -> DiscussionPoint | None:
    """What nobody has anything against, as the last point."""
    before = next((p for p in points_of(dossier, session) if p.kind == AGREED), None)
    measures = agreed_measures(dossier, points)
    if said.inputs.get("agreed") != "ja" or not measures:
        return before if before and outcome_of(dossier, before.key) else None
    language = dossier.plan.language
    keys = ", ".join(measure.key for measure in measures)
    return altered(
        before or DiscussionPoint(key=key, subjects=(), kind=AGREED, question="", session=session),
        question=HAMMERED.fill(n=len(measures)).within(language),
        why=NOTHING_AGAINST.fill(keys=keys).within(language),
        minutes=5,
        order=len(points),
    )


def _free_keys(dossier: Dossier) -> Iterator[str]:
    taken = {point.key for point in dossier.all(DiscussionPoint)}
    n = 0
    while True:
        n += 1
        if f"D{n}" not in taken:
            yield f"D{n}"


def _receipt(dossier: Dossier, session: CollectiveSession) -> View:
    long = too_long(dossier, session)
    return View(
        title=Text(nl="Opgeslagen: de agenda", en="Saved: the agenda"),
        elements=(
            programme_lines(dossier, session),
            *((Words(text=long, tone="warning"),) if long else ()),
        ),
    )


SETTLE = Text(nl="Agenda vaststellen", en="Settle the agenda")
INTRO = Text(
    nl="Dit stel ik voor, wat het meest verdeelt eerst. Hoogstens zes punten. Verander de "
    "volgorde, de woorden en de minuten zoals je wilt.",
    en="This is what I propose, what divides most first. At most six points. Change the order, "
    "the words and the minutes as you like.",
)
NO_QUESTION = Text(nl="Elk punt heeft een vraag nodig.", en="Every point needs a question.")
HAS_OUTCOME = Text(
    nl="Een punt met een uitkomst blijft op de agenda.",
    en="A point with an outcome stays on the agenda.",
)
MOVED_ON = Text(
    nl="Er is intussen iets veranderd. Dit is het voorstel zoals het nu is.",
    en="Something has changed in the meantime. This is the proposal as it is now.",
)
TOO_LATE = Text(
    nl="Er is niets veranderd: de sessie is al geweest of bestaat niet",
    en="Nothing was changed: the session is over or does not exist",
)
