"""The bodies a plan passes, one after another, and when each wants its papers (domain 2.3, J6)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

from plan.calendar import working_day_after, working_day_before
from plan.dossier import Dossier
from plan.records import DecisionStep, Person, altered
from plan.standing import agreed, deciding_bodies, only_heard, planned

BodySort = Literal["mt", "college", "triangle", "council", "other"]
_WORDS: tuple[tuple[BodySort, str], ...] = (
    ("mt", r"\bmt\b|management"),
    ("college", r"college|\bb en w\b|\bb&w\b"),
    ("triangle", r"driehoek|triangle"),
    ("council", r"raad|council"),
)
DISCUSSED, NOTED = "ter bespreking", "ter kennisname"
LEAD_DAYS: dict[BodySort, int] = {
    "mt": 7,
    "college": 7,
    "triangle": 5,
    "council": 10,
    "other": 7,
}
"""Working days before its meeting on which a body usually wants the papers."""
_MT_BEFORE, _TRIANGLE_AFTER, _COUNCIL_AFTER = 8, 10, 20
"""Working days between a body's meeting and that of the college, while nobody set a day."""


def sort_of(body: DecisionStep) -> BodySort:
    name = body.body.casefold()
    return next((sort for sort, words in _WORDS if re.search(words, name)), "other")


def usual_route(track: str, college: date | None) -> tuple[DecisionStep, ...]:
    """MT and college decide; the triangle is optional, and after the first year off by default."""
    later = track != "first_year"
    return (
        DecisionStep(key="MT", body="MT", order=0),
        DecisionStep(key="college", body="college", order=1, day=college),
        DecisionStep(key="driehoek", body="driehoek", order=2, role=DISCUSSED, skipped=later),
        DecisionStep(key="gemeenteraad", body="gemeenteraad", order=3, role=NOTED),
    )


def route(dossier: Dossier) -> tuple[DecisionStep, ...]:
    """Every body in order, those left out this year too; the usual ones when none is kept yet."""
    kept = sorted(dossier.all(DecisionStep), key=lambda body: body.order)
    days = planned(dossier, "decision")
    return tuple(kept) or usual_route(dossier.plan.track, days.end if days else None)


def on_route(dossier: Dossier) -> tuple[DecisionStep, ...]:
    return tuple(body for body in route(dossier) if not body.skipped)


def optional(dossier: Dossier, body: DecisionStep) -> bool:
    """Whether a body can be left out: one that heard nothing yet, while somebody still adopts."""
    others = [b for b in on_route(dossier) if b.key != body.key and not only_heard(b)]
    return body.decision is None and (only_heard(body) or bool(others))


def first_of(dossier: Dossier, sort: BodySort) -> DecisionStep | None:
    return next((body for body in on_route(dossier) if sort_of(body) == sort), None)


def done(body: DecisionStep) -> bool:
    """A body that decides is done when it agreed, one that only hears when it heard."""
    return bool(body.decision) if only_heard(body) else agreed(body)


def waiting(dossier: Dossier) -> tuple[DecisionStep, ...]:
    """The bodies still to come: who decides first, then who only hears of it."""
    left = [body for body in on_route(dossier) if not done(body)]
    return tuple(sorted(left, key=only_heard))


def next_body(dossier: Dossier) -> DecisionStep | None:
    return next(iter(waiting(dossier)), None)


def before(dossier: Dossier, body: DecisionStep) -> tuple[DecisionStep, ...]:
    """The deciding bodies that should have agreed before this one decides."""
    if only_heard(body):
        return ()
    deciding = [one for one in on_route(dossier) if not only_heard(one)]
    return tuple(b for b in deciding if b.order < body.order and not agreed(b))


def adopting(dossier: Dossier) -> DecisionStep | None:
    """The last body that decides: what it says is the adoption (decision 11)."""
    return next(iter(reversed(deciding_bodies(dossier))), None)


def meets(dossier: Dossier, body: DecisionStep) -> date | None:
    """When a body meets; worked out from the day of the college while nobody set it."""
    if body.day:
        return body.day
    days = planned(dossier, "decision")
    found = (b.day for b in route(dossier) if sort_of(b) == "college" and b.day)
    college = next(found, days.end if days else None)
    if college is None:
        return None
    match sort_of(body):
        case "mt":
            return working_day_before(college, _MT_BEFORE)
        case "triangle":
            return working_day_after(college, _TRIANGLE_AFTER)
        case "council":
            return working_day_after(college, _COUNCIL_AFTER)
        case _:
            return college


def papers_due(dossier: Dossier, body: DecisionStep) -> date | None:
    """The last day to hand in the papers: as set, else some working days before the meeting."""
    day = meets(dossier, body)
    usual = working_day_before(day, LEAD_DAYS[sort_of(body)]) if day else None
    return body.deadline or usual


def own_bodies(dossier: Dossier, person: Person) -> tuple[DecisionStep, ...]:
    """The bodies somebody may speak for: named in the position, else by what the person is.

    The portfolio holder speaks for the body that adopts, another decision maker for the others.
    """
    plan = dossier.plan
    if person.key not in (*plan.decision_makers, plan.portfolio_holder):
        return ()
    bodies = on_route(dossier)
    said = (person.role or "").casefold()
    named = [b for b in bodies if re.search(rf"\b{re.escape(b.body.casefold())}\b", said)]
    if named:
        return tuple(named)
    last = adopting(dossier)
    holder = person.key == plan.portfolio_holder
    deciding = [b for b in bodies if not only_heard(b)]
    others = [b for b in deciding if last is None or b.key != last.key]
    return tuple(b for b in deciding if last and b.key == last.key) if holder else tuple(others)


def with_body(dossier: Dossier, body: DecisionStep) -> tuple[DecisionStep, ...]:
    """The whole route with this body as it becomes: a usual route is kept from then on."""
    if dossier.all(DecisionStep):
        return (body,)
    return tuple(body if one.key == body.key else one for one in route(dossier))


def undecided(bodies: Iterable[DecisionStep]) -> tuple[DecisionStep, ...]:
    """The same bodies, with nothing decided yet."""
    return tuple(
        altered(
            body,
            decision=None,
            reference=None,
            text=None,
            amended=(),
            decided_on=None,
            by=None,
            at=None,
        )
        for body in bodies
    )
