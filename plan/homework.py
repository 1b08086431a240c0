"""What one organisation has to do before the session: five lines at most, or nothing."""

from __future__ import annotations

from collections.abc import Iterator

from plan.checks.active import takes_part
from plan.dossier import Dossier
from plan.records import BilateralCheck, DiscussionPoint, Heaviest, Measure, Round
from plan.sessions import AGREED, points_of
from plan.standing import is_open, submission
from plan.text import Text, joined

MOST = 5
"""Lines of homework (product 6)."""
CONDITIONS = {
    "ja_mits": Text(
        nl='U zei "ja, mits". Ga na of aan uw voorwaarde is voldaan.',
        en='You said "yes, provided". Find out whether your condition has been met.',
    ),
    "intern_akkoord_nodig": Text(
        nl="U had nog intern akkoord nodig. Neem het antwoord mee.",
        en="You still needed internal approval. Bring the answer along.",
    ),
}
OPEN_ROUND = Text(
    nl='Uw vragen of check staan nog open. Typ "verder" om ze af te maken.',
    en='Your questions or check are still open. Type "next" to finish them.',
)
OWN_POINT = Text(
    nl="Bereid voor: {question} Dit raakt ook uw bijdrage ({keys}).",
    en="Prepare: {question} It also concerns your contribution ({keys}).",
)
READ = Text(nl="Lees in het concept: {what}.", en="Read in the draft: {what}.")
CHOOSE = Text(
    nl="Kies de twee punten die voor u het zwaarst wegen.",
    en="Choose the two points that weigh most for you.",
)


def homework(dossier: Dossier, org: str, session: str = "session") -> tuple[Text, ...]:
    """Its own open questions and conditions, its points, what to read, what weighs most."""
    lines = [*_open(dossier, org)]
    if not has_chosen(dossier, org, session):
        lines += [*_points(dossier, org, session), *_reading(dossier, org, session)]
        lines += _choosing(dossier, session)
    return tuple(lines[:MOST])


def has_chosen(dossier: Dossier, org: str, session: str = "session") -> bool:
    """Whether it said which points weigh most: then it has seen them all."""
    said = dossier.get(Heaviest, org)
    keys = {point.key for point in points_of(dossier, session)}
    return said is not None and bool(keys & set(said.points))


def _open(dossier: Dossier, org: str) -> Iterator[Text]:
    for round_ in dossier.all(Round):
        asked = org in round_.partners and is_open(dossier, round_)
        if asked and not submission(dossier, round_.key, org):
            yield OPEN_ROUND
            break
    said = [c.commitment for c in dossier.all(BilateralCheck) if c.org == org]
    if said and said[-1] in CONDITIONS:
        yield CONDITIONS[said[-1]]


def own_points(dossier: Dossier, org: str, session: str) -> tuple[DiscussionPoint, ...]:
    """The points about a measure in which this organisation has a part."""
    return tuple(p for p in points_of(dossier, session) if _own(dossier, org, p))


def _own(dossier: Dossier, org: str, point: DiscussionPoint) -> list[Measure]:
    found = []
    for key in point.subjects:
        measure = dossier.get(Measure, key)
        under = (measure,) if measure else dossier.measures_under(key)
        found += [one for one in under if org in takes_part(one)]
    return found


def _points(dossier: Dossier, org: str, session: str) -> Iterator[Text]:
    """At most two, those with most of its measures first."""
    points = sorted(own_points(dossier, org, session), key=lambda p: -len(_own(dossier, org, p)))
    for point in points[:2]:
        keys = ", ".join(measure.key for measure in _own(dossier, org, point))
        yield OWN_POINT.fill(question=point.question, keys=keys)


def _reading(dossier: Dossier, org: str, session: str) -> Iterator[Text]:
    """The themes of its own points, to be read by who has a point."""
    own = [m for p in own_points(dossier, org, session) for m in _own(dossier, org, p)]
    themes = dict.fromkeys(dossier.theme_of(measure) for measure in own)
    if themes:
        what = joined([Text.verbatim(dossier.title(key)) for key in themes], ", ")
        yield READ.fill(what=what)


def _choosing(dossier: Dossier, session: str) -> Iterator[Text]:
    if sum(point.kind != AGREED for point in points_of(dossier, session)) > 1:
        yield CHOOSE
