"""Two municipalities that ask the same partner: what they have in common, and who speaks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from plan.dossier import Dossier
from plan.people import identity
from plan.question import Form, Question
from plan.records import Measure, Municipality, Person, Plan, Round, Sharing
from plan.standing import response

MESSAGES = 4
"""For one request, of however many plans: an invitation and three reminders (decision 12)."""


def sisters(one: Plan, other: Plan) -> bool:
    """Two plans for the same year whose municipalities name each other."""
    return one.year == other.year and _names(one, other) and _names(other, one)


def _names(plan: Plan, other: Plan) -> bool:
    named = (*plan.together_with, *(plan.region.municipalities if plan.region else ()))
    own, others = _called(plan.municipality), _called(other.municipality)
    return own != others and bool(others & {_plain(name) for name in named})


def _called(municipality: Municipality) -> set[str]:
    return {_plain(municipality.name), _plain(municipality.id)}


def _plain(words: str) -> str:
    return " ".join(words.casefold().removeprefix("gemeente ").split())


def counterpart(here: Dossier, org: str, there: Dossier) -> str | None:
    """The organisation of the other plan for which the same person answers."""
    contacts = {identity(person) for person in here.people_of(org)} - {None}
    for other in there.consulted:
        if contacts & {identity(person) for person in there.people_of(other.key)}:
            return other.key
    return None


def sits_in(dossier: Dossier, org: str, person: Person | None) -> bool:
    """Whether somebody of another plan may answer for this organisation too."""
    wanted = identity(person) if person else None
    return wanted is not None and wanted in map(identity, dossier.people_of(org))


def same_subjects(here: Dossier, there: Dossier, *, word_for_word: bool) -> dict[str, str]:
    """Themes, items and measures here by what they are there: of supra-local themes alone.

    `word_for_word`: a measure counts only when all that a partner agrees to is the same.
    """
    found: dict[str, str] = {}
    theirs = {_plain(t.title): t.key for t in there.themes if there.scope(t.key) != "local"}
    for theme in here.themes:
        other = theirs.get(_plain(theme.title))
        if other is None or here.scope(theme.key) == "local":
            continue
        found[theme.key] = other
        items = {_plain(item.title): item.key for item in there.items_of(other)}
        for item in here.items_of(theme.key):
            if _plain(item.title) in items:
                found[item.key] = items[_plain(item.title)]
        measures = {_plain(measure.title): measure for measure in there.measures_of(other)}
        for measure in here.measures_of(theme.key):
            like = measures.get(_plain(measure.title))
            if like and (not word_for_word or _agreed_to(measure) == _agreed_to(like)):
                found[measure.key] = like.key
    return found


def _agreed_to(measure: Measure) -> tuple[object, ...]:
    hours = sorted((claim.org, claim.hours) for claim in measure.capacity)
    return (
        measure.decision,
        measure.lead.org if measure.lead else None,
        *(measure.planning, measure.milestones, hours, measure.result),
    )


def is_shared(
    question: Question, subject: str | None, same: dict[str, str], *, check: bool
) -> bool:
    """Whether one answer holds in both plans.

    Forms propose something for one plan, and a check is about one draft: those stay apart.
    """
    if isinstance(question.kind, Form):
        return False
    return subject in same if subject else question.per == "plan" and not check


def sharings(dossier: Dossier, round_: str, org: str) -> tuple[Sharing, ...]:
    """The other plans in which this partner answers with the same request."""
    return tuple(
        s for s in dossier.all(Sharing) if (s.round, s.org) == (round_, org) and not s.apart
    )


def told_since(dossier: Dossier, sharing: Sharing) -> datetime | None:
    """From when the partner knew that its answers here are for both; None when not yet."""
    sent = [
        message.sent_at
        for message in dossier.messages_about(sharing.round)
        if message.org == sharing.org and message.sent_at
    ]
    return sorted(sent)[sharing.told_after] if len(sent) > sharing.told_after else None


def speaks(dossier: Dossier, round_: Round, org: str) -> bool:
    """Whether this plan is the one that reminds."""
    every = [s for s in dossier.all(Sharing) if (s.round, s.org) == (round_.key, org)]
    return all(s.leads or s.apart or not s.open_there for s in every)


def silent_here(dossier: Dossier, round_: Round, org: str) -> bool:
    """Whether a partner still owes an answer, here or where this plan speaks for another."""
    if response(dossier, round_.key, org) != "complete":
        return True
    return bool(waiting(sharings(dossier, round_.key, org)))


def waiting(shared: Iterable[Sharing]) -> tuple[Sharing, ...]:
    """The other plans that still wait for this partner."""
    return tuple(s for s in shared if s.open_there and not s.done_there)
