"""What the session, the coordinator and the bodies decided about a part of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plan.calendar import local
from plan.changes import changes_of
from plan.difference import differences
from plan.dossier import Dossier
from plan.records import (
    Change,
    CollectiveSession,
    DecisionStep,
    DiscussionPoint,
    Edition,
    Measure,
    Outcome,
    Theme,
)
from plan.text import Text, joined
from plan.tracing.fact import Fact, decided_on, named


def session(dossier: Dossier, subject: str) -> Iterator[Fact]:
    """The points about it in the session, with what came of them."""
    outcomes = {outcome.point: outcome for outcome in dossier.all(Outcome)}
    for point in dossier.all(DiscussionPoint):
        if subject in point.subjects:
            outcome = outcomes.get(point.key)
            words = Text.verbatim(f"“{point.question}”")
            said = joined([words, _outcome(dossier, outcome)], " → ") if outcome else words
            source = SESSIONS.get(point.session, SESSIONS["session"])
            day = _held_on(dossier, point, outcome)
            yield Fact(text=said, source=source, day=day)


SESSIONS = {
    "session": named("collectieve sessie", "collective session"),
    "evaluation": named("gezamenlijke evaluatiesessie", "joint evaluation session"),
}


def _held_on(dossier: Dossier, point: DiscussionPoint, outcome: Outcome | None) -> date | None:
    """The day of the session it was a point of, else of its outcome."""
    session = dossier.get(CollectiveSession, point.session)
    if session and session.day:
        return session.day
    return local(outcome.at).date() if outcome and outcome.at else None


def _outcome(dossier: Dossier, outcome: Outcome) -> Text:
    votes = ", ".join(f"{option} {n}" for option, n in outcome.votes.items())
    owner = dossier.person_name(outcome.owner)
    parts = [outcome.decision, f"({votes})" if votes else "", f"– {owner}" if owner else ""]
    return Text.verbatim(" ".join(part for part in parts if part))


def changes(dossier: Dossier, subject: str) -> Iterator[Fact]:
    """What was changed, by whom and because of what."""
    for made in changes_of(dossier, subject):
        if made.kind in PARTS_OF_THE_PLAN:
            yield from _changed(dossier, made)


PARTS_OF_THE_PLAN = ("Measure", "ActionItem", "Theme", "IvpTheme")
MEANS = ("capacity", "budget_eur", "funding")


def _changed(dossier: Dossier, made: Change) -> Iterator[Fact]:
    """What everybody may know of a change, and apart from it hours and money."""
    measure = dossier.get(Measure, made.subject)
    internal = measure is not None and measure.visibility == "internal"
    hidden = (*MEANS, "planning") if internal else MEANS
    by = Text(nl="{why}, door {name}", en="{why}, by {name}")
    source = by.fill(why=because(dossier, made), name=dossier.person_name(made.by))
    found = differences(dossier, made)
    for inside in (False, True):
        own = [d for d in found if (d.field in hidden) is inside]
        words = joined([joined([one.label, one.words], ": ") for one in own], "; ")
        if own:
            day = local(made.at).date()
            yield Fact(text=words, source=source, day=day, inside=inside)


BECAUSE = {
    "draft": named("eerste uitwerking", "first draft"),
    "verdict": named("besluit over de maatregel", "verdict on the measure"),
    "proposal": named("voorstel", "proposal"),
    "comment": named("opmerking", "remark"),
    "outcome": named("uitkomst van de sessie", "outcome of the session"),
    "decision": named("wijziging door", "change by"),
    "amendment": named("wijziging van het plan", "amendment of the plan"),
    "progress": named("voortgangsronde", "progress round"),
}


def because(dossier: Dossier, made: Change) -> Text:
    """What led to a change, with whose remark it was or which body wanted it."""
    kind, _, key = made.because.partition("/")
    words = BECAUSE.get(kind, Text.verbatim(kind))
    if kind == "decision":
        return joined([words, Text.verbatim(key)])
    if kind == "amendment":
        version = _version(dossier, made)
        return joined([words, version]) if version else words
    return words


def _version(dossier: Dossier, made: Change) -> Text | None:
    found = next((e for e in dossier.all(Edition) if e.at == made.at), None)
    return Text(nl="({v})", en="({v})").fill(v=found.key) if found else None


def decisions(dossier: Dossier, subject: str) -> Iterator[Fact]:
    """Which bodies decided on the plan it stands in, and what they wanted changed."""
    if dossier.get(Measure, subject) is None and dossier.get(Theme, subject) is None:
        return
    for body in sorted(dossier.all(DecisionStep), key=lambda one: one.order):
        if body.decision:
            said = (body.decision, body.reference, body.text if subject in body.amended else None)
            words = Text.verbatim(", ".join(part for part in said if part))
            yield Fact(text=words, source=Text.verbatim(body.body), day=decided_on(body))
