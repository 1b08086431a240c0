"""Partners who contradict each other about a measure (domain 2.3, J3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from plan.dossier import Dossier
from plan.records import Answer, Comment, DiscussionPoint, Dismissal, Measure
from plan.text import Text

CHECK = "contradiction"
"""The name under which one that needs no session is put aside (Dismissal)."""
ADVICE = Text(
    nl="{one} adviseert te versterken, {other} te stoppen",
    en="{one} advises to strengthen, {other} to stop",
)
FEASIBLE = Text(
    nl="{one} doet mee, maar volgens {other} kan het niet",
    en="{one} takes part, but {other} says it cannot be done",
)
CHANGES = Text(
    nl="{one} en {other} willen allebei iets anders veranderen",
    en="{one} and {other} each want something different changed",
)


@dataclass(frozen=True, kw_only=True)
class Contradiction:
    """Two partners and one measure; `why` names what each says."""

    measure: str
    orgs: tuple[str, str]
    why: Text


def contradictions(dossier: Dossier) -> tuple[Contradiction, ...]:
    """At most one per measure, without those that go to the session or were put aside."""
    settled = set(_settled(dossier))
    found = (_about(dossier, measure) for measure in dossier.measures if _counts(measure))
    return tuple(one for one in found if one and one.measure not in settled)


def _counts(measure: Measure) -> bool:
    return measure.decision != "stop"


def _settled(dossier: Dossier) -> Iterator[str]:
    yield from (d.subject for d in dossier.all(Dismissal) if d.check == CHECK)
    for point in dossier.all(DiscussionPoint):
        yield from point.subjects
    for comment in dossier.all(Comment):
        if comment.disposition == "to_session" and comment.subject:
            yield comment.subject


def _about(dossier: Dossier, measure: Measure) -> Contradiction | None:
    key = measure.key
    correct, promise = dossier.answers_to("K1", key), dossier.answers_to("K2", key)
    advice = dossier.answers_to("M1", key)
    against = [*_by(correct, "niet_haalbaar"), *_by(promise, "nee")]
    willing = [org for org in _by(correct, "klopt") if org in _by(promise, "ja")]
    asking = [
        c.org
        for c in dossier.all(Comment)
        if c.subject == key and c.kind == "change" and c.disposition == "open"
    ]
    tried = (
        (willing, against, FEASIBLE),
        (_by(advice, "versterken"), _by(advice, "stoppen"), ADVICE),
        (asking[:1], asking[1:], CHANGES),
    )
    for ones, others, why in tried:
        pair = next((p for p in product(ones, others) if p[0] != p[1]), None)
        if pair:
            one, other = (dossier.organisation_name(org) for org in pair)
            return Contradiction(measure=key, orgs=pair, why=why.fill(one=one, other=other))
    return None


def _by(answers: Iterable[Answer], value: str) -> list[str]:
    return list(dict.fromkeys(a.org for a in answers if a.value == value))
