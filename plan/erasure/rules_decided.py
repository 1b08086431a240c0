"""What was decided, and the trace of it: it stays under a pseudonym."""

from __future__ import annotations

from plan.erasure.treatment import Rule, rule
from plan.records import (
    Change,
    Closed,
    CollectiveSession,
    Concluded,
    Confirmed,
    DecisionStep,
    DiscussionPoint,
    Dismissal,
    Edition,
    Event,
    Outcome,
)
from plan.records.base import Part, Record

DECIDED: dict[type[Record | Part], Rule] = {
    CollectiveSession: rule(
        keep="key day time link invited planned_at agenda_at began_at ended_at present",
        plan="place",
        duty="chair facilitator",
    ),
    DiscussionPoint: rule(
        keep="key subjects kind minutes order read_at session", words="question why motion"
    ),
    Outcome: rule(
        keep="key point votes due parked at processed_at done_at",
        plan="decision",
        duty="owner",
        person="by",
    ),
    DecisionStep: rule(
        keep="key order day deadline role decision amended skipped decided_on at",
        plan="body reference text",
        person="by",
    ),
    Concluded: rule(keep="key progress effect at", person="by"),
    Confirmed: rule(path="key", keep="at", person="by"),
    Dismissal: rule(keep="check subject at", path="key", words="reason", person="by"),
    Closed: rule(
        keep="key step at reopened_at", words="why reopened_why", person="by reopened_by"
    ),
    Event: rule(
        keep="what at", path="key subject", person="who", said="before after", org="on_behalf_of"
    ),
    Change: rule(
        keep="kind at undone_at",
        path="key subject because",
        changed="was became",
        person="by undone_by",
    ),
    Edition: rule(keep="key at", words="why", person="by", edition="content"),
}
