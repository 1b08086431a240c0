"""What a plan looks like to somebody: only the records that are theirs to see.

A turn of somebody who does not make the plan is decided on this; what is worked out from
everybody's words (`once(..., whole=True)`) is worked out from the whole plan all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache, partial

from plan.dossier import Dossier
from plan.records import (
    BilateralCheck,
    Closed,
    CollectiveSession,
    Confirmed,
    Message,
    Organisation,
    Person,
    Plan,
    Record,
    Round,
    Sharing,
    Submission,
    Wish,
    altered,
)
from plan.rights import actor_of
from plan.shown import Shows
from plan.sight.rules import RULES, Rule, everybody
from plan.sight.viewer import Viewer, sees_all, viewer

__all__ = ["RULES", "Viewer", "as_neighbour", "not_shown", "seen_by", "seen_in_channel"]


def seen_by(
    dossier: Dossier, person: Person, rules: Mapping[type[Record], Rule] = RULES
) -> Dossier:
    """The plan for this person's turns: the whole of it for who makes it.

    Whoever is not in it gets no more than that there is one.
    """
    if not dossier or sees_all(dossier, person):
        return dossier
    if not actor_of(dossier, person):
        return dossier.seen("stranger", {Plan: None})
    return _seen(dossier, viewer(dossier, person), rules)


def seen_in_channel(dossier: Dossier) -> Dossier:
    """The plan as a team's channel may hear of it: its dates and the agenda of its session."""
    sessions = frozenset(one.key for one in dossier.all(CollectiveSession))
    return _seen(dossier, Viewer(person="", sessions=sessions), RULES)


def _seen(dossier: Dossier, looks: Viewer, rules: Mapping[type[Record], Rule]) -> Dossier:
    shows = _shows(looks) if rules is RULES else _through(looks, rules)
    return dossier.seen((looks, id(rules)), shows)


@lru_cache(maxsize=1024)
def _shows(looks: Viewer) -> Shows:
    return _through(looks, RULES)


def _through(looks: Viewer, rules: Mapping[type[Record], Rule]) -> Shows:
    return {
        kind: None if rule is everybody else partial(rule, looks) for kind, rule in rules.items()
    }


NEIGHBOURLY: tuple[type[Record], ...] = (
    *(Plan, Round, Organisation, Person, Closed, Confirmed, Submission, Wish, Sharing),
    *(BilateralCheck, Message),
)
"""What a sister municipality must know to put one request together with ours: who was asked, until
when, and whether they are ready; nothing of what anybody said."""


def as_neighbour(dossier: Dossier) -> Dossier:
    """The plan as the coordinator of another sees it who asks the same partners."""
    shows = dict.fromkeys(NEIGHBOURLY, _without_words)
    return dossier.seen("neighbour", shows)


def _without_words(record: Record) -> Record:
    match record:
        case Message(text=text) if text:
            return altered(record, text="", failed=None)
        case Person():
            return altered(record, email=None, phone=None)
        case Closed():
            return altered(record, why=None, reopened_why=None)
        case _:
            return record


def not_shown(whole: Dossier, seen: Dossier, touched: tuple[Record, ...]) -> tuple[Record, ...]:
    """What a turn would overwrite or drop without having been shown it as it is."""
    if whole is seen:
        return ()
    found = []
    for record in touched:
        known = whole.get(type(record), record.key)
        if known is not None and known != seen.get(type(record), record.key):
            found.append(known)
    return tuple(found)
