"""What a record points to, and what is not there."""

from __future__ import annotations

from collections.abc import Iterator

from plan.dossier import Dossier
from plan.people import desk_of
from plan.records import (
    ActionItem,
    Answer,
    BilateralCheck,
    Card,
    Comment,
    Desk,
    DiscussionPoint,
    Measure,
    Organisation,
    Outcome,
    Person,
    Record,
    Round,
    Sharing,
    Submission,
    Theme,
    Vote,
)

POINTS: dict[type[Record], dict[str, type[Record]]] = {
    ActionItem: {"theme": Theme},
    Answer: {"round": Round, "org": Organisation},
    BilateralCheck: {"round": Round, "org": Organisation},
    Card: {"to": Person},
    Comment: {"org": Organisation},
    Measure: {"item": ActionItem},
    Outcome: {"point": DiscussionPoint},
    Person: {"org": Organisation},
    Sharing: {"round": Round, "org": Organisation},
    Submission: {"round": Round, "org": Organisation},
    Vote: {"point": DiscussionPoint, "org": Organisation},
}
"""The fields that are of no use when what they point to is gone."""


def dangling(dossier: Dossier) -> Iterator[str]:
    """Everything in a plan that points to nothing, a few words each."""
    for kind, fields in POINTS.items():
        for record in dossier.all(kind):
            for name, target in fields.items():
                key = getattr(record, name)
                if key is not None and dossier.get(target, key) is None:
                    yield f"{kind.__name__} {record.key!r}: {name} {key!r} bestaat niet"


def lost_desks(shared: Dossier, plans: dict[str, frozenset[str] | None]) -> Iterator[str]:
    """Seats at a plan, or as a person, that is not there.

    plans: the persons of each; None where that is unknown.
    """
    for desk in shared.all(Desk):
        for plan, person in desk.plans.items():
            people = plans.get(plan, frozenset())
            if people is not None and person not in people:
                yield f"Desk {desk.key!r}: {person!r} in plan {plan!r} bestaat niet"


def unseated(shared: Dossier, plan: str, identities: frozenset[str]) -> bool:
    """Whether somebody of a plan has no place at it."""
    desks = (desk_of(shared, key) for key in identities)
    return any(desk is None or plan not in desk.plans for desk in desks)
