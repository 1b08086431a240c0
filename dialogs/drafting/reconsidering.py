"""A verdict that stands, taken up again: from the mix check, or because two people gave one."""

from __future__ import annotations

from dataclasses import replace

from dialogs.changing import changing
from dialogs.clashing import again, kept_and_left, split
from dialogs.drafting.parts import afresh, listed, named, receipt, stage_view
from dialogs.drafting.together import remembered
from dialogs.filled import NONE_WRONG, Wrong, faults, written
from dialogs.measures.values import VERDICTS, verdict_said
from dialogs.turn import Said, Turn
from dialogs.view import Element, Heading, Pick, View, Words, Write
from plan.content import counts
from plan.dossier import Dossier
from plan.records import Measure, altered
from plan.text import Text, counted
from plan.verdicts import suggested

AGAIN, TWICE = "again", "judged_twice"
"""From the mix; and out of the loop, where somebody else judged in the meantime."""
REASON = 600
GIVE = Text(nl="Geef een reden.", en="Give a reason.")


def view(
    dossier: Dossier,
    said: Said,
    *measures: Measure,
    wrong: Wrong = NONE_WRONG,
    stage: str = AGAIN,
) -> View:
    """Verdicts that stand, to reconsider; the reason is asked with each."""
    parts = [part for measure in measures for part in _part(dossier, said, measure, wrong)]
    several = Text(nl="Besluiten om nog eens te bekijken", en="Verdicts to look at again")
    return stage_view(
        stage,
        dossier.theme_of(measures[0]),
        named(measures[0]) if len(measures) == 1 else several,
        tuple(parts[1:] if len(measures) == 1 else parts),
        **remembered(measures),
    )


def _part(dossier: Dossier, said: Said, measure: Measure, wrong: Wrong) -> tuple[Element, ...]:
    id_ = f"reason/{measure.key}"
    pick = Pick(
        id=f"verdict/{measure.key}",
        label=Text(nl="Besluit", en="Verdict"),
        choices=VERDICTS,
        value=said.inputs.get(f"verdict/{measure.key}", measure.decision or "continue"),
    )
    reason = Write(
        id=id_,
        label=Text(nl="Waarom?", en="Why?"),
        value=said.inputs.get(id_, measure.decision_reason or ""),
        limit=REASON,
        required=True,
        error=wrong.get(id_),
    )
    why = Words(text=suggested(dossier, measure)[1], tone="subtle")
    return (Heading(text=named(measure), level=3), why, pick, reason)


def twice(dossier: Dossier, said: Said, judged: list[Measure]) -> View | None:
    """For measures that got a verdict meanwhile: that one, and the one of the speaker.

    None where both say the same.
    """
    given = {key: value for key, value in said.inputs.items() if "/" in key}
    empty = {f"reason/{measure.key}": "" for measure in judged}
    mine = replace(afresh(said), inputs={**empty, **given})
    differ = [measure for measure in judged if not _same(said, measure)]
    return _both(dossier, mine, differ, differ, TWICE) if differ else None


def _same(said: Said, measure: Measure) -> bool:
    """Whether the speaker gave the verdict that stands, with its reason where one was asked."""
    id_ = f"reason/{measure.key}"
    reason = id_ not in said.inputs or written(said, id_) == (measure.decision_reason or "")
    return reason and said.inputs.get(f"verdict/{measure.key}") == measure.decision


def _both(
    dossier: Dossier,
    said: Said,
    shown: list[Measure],
    moved: list[Measure],
    stage: str,
    wrong: Wrong = NONE_WRONG,
) -> View:
    now = view(dossier, afresh(said), *shown, stage=stage)
    mine = view(dossier, said, *shown, wrong=wrong, stage=stage)
    return again(now, mine, moved)


def hear(dossier: Dossier, said: Said, theme: str) -> Turn:
    """The verdicts anew with their reason; one that was changed since is asked again."""
    found = (dossier.get(Measure, key) for key in listed(said, "measures"))
    shown = [measure for measure in found if measure]
    free, moved = split(said, shown)
    stage = said.card.about.get("stage", AGAIN) if said.card else AGAIN
    wrong = faults(said, {f"reason/{m.key}": REASON for m in shown})
    for measure in shown:
        if not written(said, f"reason/{measure.key}"):
            wrong[f"reason/{measure.key}"] = GIVE
    if wrong:
        return Turn(instead=_both(dossier, said, shown, moved, stage, wrong))
    turn = sum((_kept(dossier, said, measure) for measure in free), Turn())
    what = named(free[0]) if len(free) == 1 else counted(len(free), *counts.MEASURES)
    left = _both(dossier, said, moved, moved, stage) if moved else None
    return kept_and_left(turn, receipt(said, what), left)


def _kept(dossier: Dossier, said: Said, measure: Measure) -> Turn:
    verdict = verdict_said(said.inputs.get(f"verdict/{measure.key}", ""))
    after = altered(
        measure,
        decision=verdict or suggested(dossier, measure)[0],
        decision_reason=written(said, f"reason/{measure.key}"),
    )
    return changing(said, measure, after, because="verdict")
