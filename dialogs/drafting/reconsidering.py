"""A verdict that stands, taken up again from the mix check: changed, or kept with a reason."""

from __future__ import annotations

from dataclasses import replace

from dialogs.changing import changing
from dialogs.clashing import seal
from dialogs.drafting.judging import GIVE, REASON, chosen_verdict
from dialogs.drafting.parts import about, named, receipt, stage_view
from dialogs.filled import Wrong, faults, written
from dialogs.measures.values import VERDICTS
from dialogs.turn import Said, Turn
from dialogs.view import Pick, Problem, View, Words, Write
from plan.dossier import Dossier
from plan.records import Measure, altered
from plan.text import Text
from plan.verdicts import suggested

AGAIN = "again"


def view(dossier: Dossier, said: Said, measure: Measure) -> View:
    """A verdict that stands, to reconsider; the reason is asked with it."""
    theme, verdict = dossier.theme_of(measure), measure.decision or "continue"
    _, why = suggested(dossier, measure)
    pick = Pick(
        id=f"verdict/{measure.key}",
        label=Text(nl="Besluit", en="Verdict"),
        choices=VERDICTS,
        value=said.inputs.get(f"verdict/{measure.key}", verdict),
    )
    reason = Write(
        id=f"reason/{measure.key}",
        label=Text(nl="Waarom?", en="Why?"),
        value=said.inputs.get(f"reason/{measure.key}", measure.decision_reason or ""),
        limit=REASON,
        required=True,
    )
    parts = (Words(text=why, tone="subtle"), pick, reason)
    return stage_view(AGAIN, theme, named(measure), parts, seal=seal(measure), measure=measure.key)


def hear(dossier: Dossier, said: Said, theme: str) -> Turn:
    """The verdict anew with its reason, unless the measure was changed meanwhile."""
    measure = dossier.get(Measure, about(said, "measure"))
    if measure is None or about(said, "seal") != seal(measure):
        return Turn()
    id_ = f"reason/{measure.key}"
    wrong = faults(said, {id_: REASON}) or ({} if written(said, id_) else {id_: GIVE})
    if wrong:
        return Turn(instead=_with_errors(view(dossier, said, measure), wrong))
    verdict = chosen_verdict(dossier, said, measure)
    after = altered(measure, decision=verdict, decision_reason=written(said, id_))
    turn = changing(said, measure, after, because="verdict")
    return turn + Turn(instead=receipt(said, named(measure)))


def _with_errors(card: View, wrong: Wrong) -> View:
    told = tuple(Problem(text=text) for text in wrong.values())
    return replace(card, elements=(*told, *card.elements))
