"""New measures under an item, each with the next code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialogs.changing import changing
from dialogs.turn import Said, Turn
from plan.answering import plain
from plan.classifying import Kind
from plan.codes import NEW, placed
from plan.dossier import Dossier
from plan.records import ActionItem, Measure
from plan.records.content import Verdict


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A measure to be added; `runs` when it is going on already."""

    title: str
    kind: Kind
    runs: bool = False
    source: str | None = None
    description: str | None = None


def added(
    dossier: Dossier, said: Said, item: str, wanted: Iterable[Wanted], *, because: str = "draft"
) -> Turn:
    """Those that the theme does not have yet, behind the others of the item."""
    turn, after = Turn(), dossier
    found = dossier.get(ActionItem, item)
    for one in wanted:
        every = after.measures_of(found.theme) if found else ()
        if plain(one.title) in {plain(measure.title) for measure in every}:
            continue
        made = placed(after, _made(item, one))
        kept = changing(said, None, made, because=because)
        turn, after = turn + kept, after.plus(kept.keep)
    return turn


def _made(item: str, one: Wanted) -> Measure:
    verdict: Verdict = "continue" if one.runs else "new"
    return Measure(
        key=NEW,
        item=item,
        title=one.title,
        description=one.description,
        decision=verdict,
        chain_phase=one.kind.chain_phase,
        target=one.kind.target,
        reach=one.kind.reach,
        instrument=one.kind.instrument,
        source=one.source,
    )
