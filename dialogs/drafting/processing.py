"""What a proposal of a partner becomes: a measure in the same act, or one with those like it."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.changing import changing
from dialogs.drafting.adding import Wanted, added
from dialogs.filled import TITLE_LIMIT, written
from dialogs.turn import Said, Turn
from plan.classifying import Kind, kind_of
from plan.dossier import Dossier
from plan.records import Answer, Measure, Proposal, altered
from plan.similar import alike

TAKEN = ("adopted", "adopted_partly")


def taken(dossier: Dossier, said: Said, proposal: Proposal, status: str) -> Turn:
    """The disposition, and in the same act the measure that it becomes."""
    because = f"proposal/{proposal.key}"
    why = written(said, f"reason/{proposal.key}") or None
    item = said.inputs.get(f"item/{proposal.key}", "")
    becomes = None
    turn = Turn()
    if status in TAKEN:
        turn = added(dossier, said, item, (_wanted(dossier, proposal),), because=because)
        becomes = next((m.key for m in turn.keep if isinstance(m, Measure)), None)
    after = altered(
        proposal,
        status=status,
        reason=why,
        becomes=becomes,
        item=item if becomes else proposal.item,
    )
    return turn + changing(said, proposal, after, because=because)


def _wanted(dossier: Dossier, proposal: Proposal) -> Wanted:
    """The measure as the partner described it."""
    answer = dossier.get(Answer, proposal.answer)
    phase = str(answer.more.get("chain_phase") or "") if answer else ""
    kind = kind_of(proposal.title)
    if phase:
        kind = Kind(
            chain_phase=phase, target=kind.target, reach=kind.reach, instrument=kind.instrument
        )
    text = proposal.text if proposal.text != proposal.title else None
    return Wanted(
        title=proposal.title[:TITLE_LIMIT],
        kind=kind,
        source=f"proposal/{proposal.key}",
        description=text,
    )


def joined(proposals: Iterable[Proposal], said: Said) -> Turn:
    """The first of each group stands for all, with everybody's name and words."""
    turn = Turn()
    for group in alike(proposals):
        first, *others = group
        because = f"proposal/{first.key}"
        by = tuple(dict.fromkeys(org for proposal in group for org in proposal.by))
        texts = dict.fromkeys(proposal.text or proposal.title for proposal in group)
        together = altered(first, by=by, text="\n".join(texts))
        turn += changing(said, first, together, because=because)
        for other in others:
            turn += changing(said, other, None, because=because)
    return turn
