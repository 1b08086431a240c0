"""The programme of a session: what comes when, worked out from its points (domain 2.3, J5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from plan.dossier import Dossier
from plan.records import CollectiveSession
from plan.sessions import AGREED, SESSION, hours, points_of
from plan.text import Text

QUARTER = 15
PER_POINT, FOR_AGREED = 20, 5
"""Minutes for a point that says none itself, and for what is agreed."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the programme; `point` is the key of the point it is about."""

    text: Text
    minutes: int
    begins: time | None = None
    point: str = ""

    @property
    def words(self) -> Text:
        """`13.05 uur Veiligheidsbeeld (10 minuten)`."""
        at = self.begins
        lead = Text(nl=f"{at:%H.%M} ", en=f"{at:%H:%M} ") if at else Text.verbatim("")
        return lead + self.text + Text.verbatim(f" ({self.minutes} min)")


WELCOME = Line(text=Text(nl="Welkom en doel", en="Welcome and aim"), minutes=5)
PICTURE = Line(text=Text(nl="Veiligheidsbeeld", en="Safety picture"), minutes=10)
LEARNED = Line(text=Text(nl="Wat leerden we?", en="What did we learn?"), minutes=10)
LINKS = Line(
    text=Text(nl="De drie belangrijkste dwarsverbanden", en="The three main cross-links"),
    minutes=15,
)
STOP = Line(text=Text(nl="Wat stoppen we?", en="What do we stop?"), minutes=15)
AGREEMENTS = Line(text=Text(nl="Afspraken en data", en="Agreements and dates"), minutes=10)


def programme(dossier: Dossier, session: CollectiveSession) -> tuple[Line, ...]:
    """Every line with the time it begins, where the session has one."""
    opening, closing = _around(dossier, session)
    lines = [
        Line(
            text=Text.verbatim(point.question),
            minutes=point.minutes or (FOR_AGREED if point.kind == AGREED else PER_POINT),
            point=point.key,
        )
        for point in points_of(dossier, session.key)
    ]
    return _timed(session, [*opening, *lines, *closing])


def _around(dossier: Dossier, session: CollectiveSession) -> tuple[list[Line], list[Line]]:
    """What comes before the points, and after them."""
    whole = session.key == SESSION
    later_year = dossier.plan.track == "follow_up"
    learned = (LEARNED,) if whole and later_year else ()
    return [WELCOME, PICTURE, *learned], [*((LINKS, STOP) if whole else ()), AGREEMENTS]


def asked(dossier: Dossier, session: CollectiveSession, points: Iterable[int]) -> int:
    """The minutes of a programme with points of these minutes."""
    opening, closing = _around(dossier, session)
    return sum(line.minutes for line in (*opening, *closing)) + sum(points)


def available(session: CollectiveSession) -> int | None:
    """The minutes from begin to end; None while there is no end."""
    known = hours(session)
    if not known or not known[1]:
        return None
    begins, ends = (_on_a_day(at) for at in (known[0], known[1]))
    return int((ends - begins).total_seconds() // 60)


def lasting(session: CollectiveSession, minutes: int) -> str:
    """Its hours when it is to last so long, up to a quarter: `13.00-16.15 uur`."""
    known = hours(session)
    assert known is not None  # noqa: S101 - only of a session with a time
    begins = _on_a_day(known[0])
    ends = begins + timedelta(minutes=-(-minutes // QUARTER) * QUARTER)
    return f"{begins:%H.%M}-{ends:%H.%M} uur"


def over_time(dossier: Dossier, session: CollectiveSession) -> int:
    """The minutes that the programme asks beyond the end of the session; 0 when it fits."""
    there = available(session)
    if there is None:
        return 0
    return max(0, sum(line.minutes for line in programme(dossier, session)) - there)


def _timed(session: CollectiveSession, lines: list[Line]) -> tuple[Line, ...]:
    known = hours(session)
    if known is None:
        return tuple(lines)
    at, found = _on_a_day(known[0]), []
    for line in lines:
        found.append(
            Line(text=line.text, minutes=line.minutes, point=line.point, begins=at.time())
        )
        at += timedelta(minutes=line.minutes)
    return tuple(found)


def _on_a_day(at: time) -> datetime:
    return datetime.combine(date(2000, 1, 1), at)
