"""What the coordinator filled in on the card of a request."""

from __future__ import annotations

from dialogs.turn import Said
from plan.answering import clean
from plan.dossier import Dossier
from plan.records import Organisation
from plan.track import Step


def silence_said(said: Said) -> str:
    return clean(said.inputs.get("silence", ""))


def chosen(dossier: Dossier, said: Said, step: Step) -> tuple[Organisation, ...]:
    """The ticked partners; a step that is open again asks everybody (decision 3)."""
    if dossier.round(step.id):
        return dossier.consulted
    wanted = set(said.inputs.get("partners", "").split(","))
    every = dossier.all(Organisation) if step.sort == "check" else dossier.consulted
    return tuple(org for org in every if org.key in wanted)
