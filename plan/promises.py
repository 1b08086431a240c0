"""What partners promised in the bilateral checks: the least counts."""

from __future__ import annotations

from collections.abc import Iterable

from plan.checking import asks_everything, first_round, own_parts
from plan.dossier import Dossier
from plan.reactions import check_of
from plan.records import Comment, Round
from plan.standing import submission

WEAKEST_FIRST = ("nee", "intern_akkoord_nodig", "ja_mits", "ja")
CONDITIONAL = ("ja_mits", "intern_akkoord_nodig")


def promises(dossier: Dossier, round_: Round, org: str) -> dict[str, str]:
    """What a partner promised per measure; what it was not asked again is taken over."""
    first = first_round(dossier, round_.step)
    own = {measure.key for measure in own_parts(dossier, org)}
    found: dict[str, str] = {}
    for key in (*((first.key,) if first else ()), round_.key):
        for answer in dossier.answers_in(key, org):
            if answer.question == "K2" and answer.subject in own:
                found[answer.subject] = str(answer.value)
    return found


def commitment(dossier: Dossier, round_: Round, org: str) -> str:
    """The least a partner promised in a round; nothing until it said to be ready."""
    if submission(dossier, round_.key, org) is None:
        return "geen_reactie"
    said = promises(dossier, round_, org)
    first = first_round(dossier, round_.step)
    if first and not asks_everything(dossier, round_.step, org):
        before = check_of(dossier, first.key, org)
        carried = any(measure.key not in said for measure in own_parts(dossier, org))
        said |= {"": before.commitment} if before and carried else {}
    return weakest(said.values()) if said else "ja"


def open_conditions(dossier: Dossier, round_: Round) -> tuple[str, ...]:
    """The partners with a condition that was not met, nor goes to the session."""
    return tuple(org for org in round_.partners if _has_condition(dossier, round_, org))


def _has_condition(dossier: Dossier, round_: Round, org: str) -> bool:
    check = check_of(dossier, round_.key, org)
    if check is None or check.commitment not in CONDITIONAL:
        return False
    own = [c for c in dossier.all(Comment) if c.org == org]
    if any(c.disposition == "to_session" for c in own):
        return False
    met = {c.subject for c in own if c.round == round_.key and c.disposition == "accepted"}
    said = promises(dossier, round_, org)
    return not said or any(v in CONDITIONAL and m not in met for m, v in said.items())


def weakest(said: Iterable[str]) -> str:
    """The least that was promised; `geen_reactie` when nothing was said."""
    given = set(said)
    return next((one for one in WEAKEST_FIRST if one in given), "geen_reactie")
