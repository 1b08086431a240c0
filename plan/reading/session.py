"""Reads the collective session: when and where, what is discussed, and what came out.

Examples of outcomes are none of a session that is still to come.
"""

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
    for part in entry.entries("outcomes"):
        yield _outcome(part)
    examples = [_outcome(part) for part in entry.entries("example_outcomes")]
    today, day = file.entry("meta").day("reference_date"), planned.day("date")
    if not (today and day and today < day):
        yield from examples


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
