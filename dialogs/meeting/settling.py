"""Settling the agenda: the points as they were put in order, traced, and announced."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.changing import changing
from dialogs.clashing import moved
from dialogs.filled import Wrong, faults
from dialogs.meeting.agenda import LONGEST, OFF, agenda_view, minutes_of, sealed
from dialogs.meeting.agenda_now import overtaken
from dialogs.meeting.entries import Entry, entries
from dialogs.meeting.parts import given, programme_lines, too_long
from dialogs.meeting.planning import to_teams
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.untouched import touched
from dialogs.view import View, Words
from plan.agenda import MOST, agreed_measures
from plan.agenda_words import HAMMERED, NOTHING_AGAINST
from plan.dossier import Dossier
from plan.records import CollectiveSession, DiscussionPoint, altered
from plan.sessions import AGREED, SESSION, outcome_of, points_of, session_of
from plan.text import Text

BECAUSE = "agenda"


def hear(dossier: Dossier, said: Said) -> Turn:
    """The points as they were put in order; everybody hears the agenda in time."""
    assert said.card is not None  # noqa: S101 - a press always has its card
    key, parked = said.card.about["session"], bool(said.card.about.get("parked"))
    session = session_of(dossier, key)
    if session is None or session.ended_at:
        return Turn(instead=View(title=TOO_LATE), onward=key == SESSION)
    more = said.verb == "parked"
    if more and not moved(said, sealed(dossier, key)):
        return Turn(instead=agenda_view(dossier, touched(said), key, parked=True))
    view = overtaken(dossier, said, key, parked=parked or more)
    if view:
        return Turn(instead=view)
    shown = entries(dossier, key, parked=parked)
    wrong = _wrong(dossier, said, shown)
    at = _faults(said, shown)
    if wrong or at:
        return Turn(instead=agenda_view(dossier, said, key, wrong, parked=parked, at=at))
    return _settled(dossier, said, session, shown)


def _chosen(said: Said, shown: tuple[Entry, ...]) -> list[Entry]:
    """Those with a place, in that order; of two with the same place the first one first."""
    on = [(said.inputs.get(f"place/{e.id}", OFF), e) for e in shown]
    placed = [(int(place), entry) for place, entry in on if place.isdigit()]
    return [entry for _, entry in sorted(placed, key=lambda one: one[0])]


def _wrong(dossier: Dossier, said: Said, shown: tuple[Entry, ...]) -> Text | None:
    chosen, own = _chosen(said, shown), given(said, "own")
    if not chosen and not own and said.inputs.get("agreed") != "ja":
        return Text(
            nl="Zet ten minste één punt op de agenda.", en="Put at least one point on the agenda."
        )
    settled = [e for e in shown if e.point and outcome_of(dossier, e.point.key)]
    if any(entry not in chosen for entry in settled):
        return HAS_OUTCOME
    return None


def _faults(said: Said, shown: tuple[Entry, ...]) -> Wrong:
    """What is wrong with the words of the points, by the input they stand in."""
    ids = [f"question/{entry.id}" for entry in _chosen(said, shown)]
    found = dict(faults(said, dict.fromkeys([*ids, "own"], LONGEST)))
    return found | {id_: NO_QUESTION for id_ in ids if not given(said, id_)}


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
        minutes=int(minutes) if minutes in minutes_of(entry) else entry.minutes,
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
    points = sum(point.kind != AGREED for point in points_of(dossier, session.key))
    return View(
        title=Text(nl="Opgeslagen: de agenda", en="Saved: the agenda"),
        elements=(
            programme_lines(dossier, session),
            *((Words(text=MANY, tone="warning"),) if points > MOST else ()),
            *((Words(text=long, tone="warning"),) if long else ()),
        ),
    )


MANY = Text(
    nl="Dit zijn meer dan zes punten. Zes is al veel voor één sessie: kan er een af?",
    en="These are more than six points. Six is a lot already for one session: can one go?",
)
NO_QUESTION = Text(nl="Elk punt heeft een vraag nodig.", en="Every point needs a question.")
HAS_OUTCOME = Text(
    nl="Een punt met een uitkomst blijft op de agenda.",
    en="A point with an outcome stays on the agenda.",
)
TOO_LATE = Text(
    nl="Er is niets veranderd: de sessie is al geweest of bestaat niet",
    en="Nothing was changed: the session is over or does not exist",
)
