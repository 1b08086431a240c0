"""Which records of a plan somebody gets who does not make it, by class (domain 2.7).

A test fails on a class that is not here, until somebody decides. A rule gives the record, less
of it, or nothing; who makes the plan (the coordinator, theme owners) is not asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from plan.records import (
    ActionItem,
    Address,
    Alias,
    Answer,
    BilateralCheck,
    Card,
    Change,
    Closed,
    CollectiveSession,
    Comment,
    Concluded,
    Confirmed,
    Consent,
    DecisionStep,
    Delivered,
    Desk,
    DiscussionPoint,
    Dismissal,
    Edition,
    Entry,
    Errand,
    Event,
    Fact,
    Handover,
    Heaviest,
    IvpTheme,
    Material,
    Measure,
    Meeting,
    Message,
    Offered,
    OfferedPaper,
    Organisation,
    Outcome,
    Person,
    Plan,
    Proposal,
    Record,
    Round,
    Seating,
    Sharing,
    Submission,
    Table,
    Team,
    Theme,
    Unfinished,
    Vote,
    Wish,
    altered,
)
from plan.sight.viewer import Viewer

Rule = Callable[[Viewer, Any], Record | None]


def everybody(_: Viewer, record: Record) -> Record:
    return record


def nobody(_: Viewer, record: Record) -> None:
    """What no turn gets to see: the logbook, and what is kept in the shared part."""


def whoever(holds: Callable[[Viewer, Any], bool]) -> Rule:
    return lambda viewer, record: record if holds(viewer, record) else None


def of_org(viewer: Viewer, record: Any) -> Record | None:
    """Of an organisation that somebody may answer for."""
    found: Record = record
    return found if record.org in viewer.orgs else None


def _reachable(viewer: Viewer, person: Person) -> Person:
    """Names are for everybody; how to reach somebody only for the own organisation."""
    if person.key == viewer.person or person.org in viewer.orgs:
        return person
    if person.email is None and person.phone is None:
        return person
    return altered(person, email=None, phone=None)


def _edition(viewer: Viewer, edition: Edition) -> Edition:
    """That it was adopted is for everybody; its text is had as a document.

    What it keeps is the whole plan as it was, with everything that partners had said by then.
    """
    return altered(edition, content="", why=edition.why if viewer.adopted else None)


def _closing(viewer: Viewer, closed: Closed) -> Closed:
    """Why a step was closed all the same stands in the register."""
    told = viewer.draft or viewer.log or not (closed.why or closed.reopened_why)
    return closed if told else altered(closed, why=None, reopened_why=None)


def _of_measure(viewer: Viewer, measure: Measure) -> bool:
    return viewer.measures or measure.key in viewer.own


def _outcome(viewer: Viewer, outcome: Outcome) -> bool:
    known = viewer.draft or viewer.log or bool(viewer.sessions)
    return known or outcome.owner in viewer.people


def _changed(viewer: Viewer, change: Change) -> bool:
    return viewer.measures or change.subject in viewer.own


def _for(viewer: Viewer, message: Message) -> bool:
    return message.to in viewer.people or message.org in viewer.orgs


def _concerns(viewer: Viewer, event: Event) -> bool:
    return viewer.log or event.who == viewer.person or event.on_behalf_of in viewer.orgs


RULES: Mapping[type[Record], Rule] = {
    # What the plan says
    Plan: everybody,
    IvpTheme: everybody,
    Theme: everybody,
    ActionItem: everybody,
    Measure: whoever(_of_measure),
    Organisation: everybody,
    Person: _reachable,
    Meeting: everybody,
    Fact: whoever(lambda v, _: v.draft),
    Material: whoever(lambda v, _: v.draft),
    Change: whoever(_changed),
    Concluded: whoever(lambda v, _: v.draft),
    Dismissal: whoever(lambda v, _: v.findings),
    # What partners were asked and said
    Round: everybody,
    Submission: of_org,
    Handover: whoever(lambda v, h: h.org in v.orgs or v.person in (h.to, h.by)),
    Answer: of_org,
    Offered: of_org,
    Proposal: whoever(lambda v, p: v.log or not v.orgs.isdisjoint(p.by)),
    BilateralCheck: of_org,
    Comment: whoever(lambda v, c: v.log or c.org in v.orgs),
    Sharing: of_org,
    # The session
    CollectiveSession: everybody,
    DiscussionPoint: whoever(lambda v, p: v.draft or v.log or p.session in v.sessions),
    Outcome: whoever(_outcome),
    Heaviest: whoever(lambda v, h: h.key in v.orgs),
    Vote: of_org,
    Consent: of_org,
    # The decision
    DecisionStep: everybody,
    Closed: _closing,
    Confirmed: everybody,
    Edition: _edition,
    # What goes between the assistant and people
    Event: whoever(_concerns),
    Table: whoever(lambda v, table: table.key == v.person),
    Card: whoever(lambda v, card: card.to == v.person),
    Message: whoever(_for),
    Delivered: whoever(lambda v, one: one.who == v.person),
    Wish: everybody,
    Team: everybody,
    Errand: everybody,
    # The logbook, for who answers for the assistant
    Entry: nobody,
    Alias: nobody,
    # The shared part
    Desk: nobody,
    Seating: nobody,
    Unfinished: nobody,
    Address: nobody,
    OfferedPaper: nobody,
}
