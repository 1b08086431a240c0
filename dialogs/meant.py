"""What somebody asks about: a part of this plan or of another year's, by code or by words."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.turn import Said
from plan.dossier import Dossier
from plan.finding import Found, asks_stopping, by_code, by_words, words_in
from plan.records import Measure, Person
from plan.tracing import may_ask_about, sees_whole

LONGEST = 12
"""More words than this are a story, not a question."""


def years(dossier: Dossier, said: Said) -> list[tuple[Dossier, Person]]:
    """This plan, then the speaker's other plans of the same municipality, the newest first."""
    place = dossier.plan.municipality.id
    others = [
        (other, person)
        for other, person in said.elsewhere
        if other and other.plan.municipality.id == place
    ]
    return [(dossier, said.who), *sorted(others, key=lambda pair: -pair[0].plan.year)]


def find(dossier: Dossier, said: Said, asked: str) -> list[Found]:
    """What may be meant: by its code, else by the words; each subject once, newest plan first."""
    plans, stopping = years(dossier, said), asks_stopping(said.text) or asks_stopping(asked)
    coded = [
        Found(dossier=plan, subject=key, score=1.0)
        for plan, person in plans
        if (key := by_code(plan, asked)) and may_see(plan, person, key)
    ]
    found = coded or [
        one
        for plan, person in plans
        for one in by_words(plan, asked)
        if may_see(plan, person, one.subject)
    ]
    ended = [one for one in found if one.stopped]
    found = ended if stopping and ended else found
    best = max((one.score for one in found), default=0)
    return _measures_first(_once(one for one in found if one.score == best))


def may_see(dossier: Dossier, person: Person, subject: str) -> bool:
    measure = dossier.get(Measure, subject)
    if measure:
        return may_ask_about(dossier, person, measure)
    return sees_whole(dossier, person)


def _once(found: Iterable[Found]) -> list[Found]:
    kept: dict[tuple[str, str], Found] = {}
    for one in found:
        kept.setdefault((one.subject, one.dossier.title(one.subject)), one)
    return list(kept.values())


def _measures_first(found: list[Found]) -> list[Found]:
    """Where a measure fits as well as its item or theme, the measure is meant."""
    measures = [one for one in found if one.dossier.get(Measure, one.subject)]
    return measures or found


def names(dossier: Dossier, said: Said, rest: str) -> bool:
    """Whether these words after a question word name something in the plan."""
    if len(rest.split()) > LONGEST or not words_in(rest):
        return False
    return any(one.score == 1 for one in find(dossier, said, rest))
