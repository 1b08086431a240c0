"""Reads the collective session: when and where, what is discussed, and what came out."""

from __future__ import annotations

from collections.abc import Iterator

from plan.reading import values
from plan.reading.entry import Entry
from plan.records import CollectiveSession, DiscussionPoint, Outcome, Record


def session(file: Entry) -> Iterator[Record]:
    entry = file.entry("collective_session")
    if not entry:
        return
    planned = entry.entry("planned")
    yield CollectiveSession(
        key="session",
        day=planned.day("date"),
        time=planned.text("time"),
        place=planned.text("place"),
        chair=entry.ref("chair", "person"),
        facilitator=entry.ref("facilitator", "person"),
        invited=entry.refs("invited", "organisation"),
    )
    for order, part in enumerate(entry.entries("discussion_points")):
        yield _point(part, order)
    for key in ("outcomes", "example_outcomes"):
        for part in entry.entries(key):
            yield _outcome(part)


def _point(entry: Entry, order: int) -> DiscussionPoint:
    return DiscussionPoint(
        key=entry.id("point"),
        subjects=entry.refs("subject", "subject"),
        kind=entry.choice("kind", values.POINT_KINDS) or "difference_of_opinion",
        question=entry.needed("question"),
        minutes=entry.whole("minutes"),
        order=order,
    )


def _outcome(entry: Entry) -> Outcome:
    point = entry.id("outcome", "point")
    entry.ref("point", "point")
    votes = entry.entry("votes")
    return Outcome(
        key=point,
        point=point,
        decision=entry.needed("decision"),
        votes={option: votes.whole(option) or 0 for option in votes.keys()},  # noqa: SIM118
        owner=entry.ref("owner", "person"),
        due=entry.day("due"),
    )
