"""What a used card asked, and what was filled in on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from dialogs.questionnaire.core import to_confirm
from dialogs.questionnaire.saving import Saved, Submission, save
from dialogs.questionnaire.sheet import Sheet
from dialogs.turn import Said
from plan.asking import asks_by_key
from plan.dossier import Dossier
from plan.question import Ask
from plan.records import Card, Measure


def saved_of(dossier: Dossier, sheet: Sheet, said: Said) -> Saved:
    card = said.card
    submission = Submission(
        inputs=_own_inputs(said),
        at=said.at,
        seen=seen_on(card) if card else None,
        not_personal=said.verb == "not_personal",
    )
    return save(dossier, sheet, asks_on(dossier, sheet, said), submission)


def seen_on(card: Card) -> datetime:
    """Until when whoever has the card has seen the answers of colleagues."""
    known = card.about.get("seen")
    return datetime.fromisoformat(known) if known else card.issued_at


def _own_inputs(said: Said) -> Mapping[str, str]:
    """What was filled in; known progress left as it stood is confirmed, not given by hand."""
    if said.card is None or kind_of(said) not in ("measures", "extract"):
        return said.inputs
    prior = dict(
        pair.split("=", 1) for pair in said.card.about.get("prior", "").split(",") if "=" in pair
    )
    if contact := said.card.about.get("contact"):
        prior["K3"] = contact
    return {key: value for key, value in said.inputs.items() if prior.get(key) != value}


def kind_of(said: Said) -> str:
    """Which card of the questionnaire it was."""
    return said.card.about.get("kind", "") if said.card else ""


def asks_on(dossier: Dossier, sheet: Sheet, said: Said) -> list[Ask]:
    """The questions that were on the card, in its order, follow-ups that vanished included."""
    known = asks_by_key(dossier, sheet.org, sheet.topics)
    keys = said.card.about.get("asks", "").split(",") if said.card else []
    found = []
    for key in keys:
        base, _, number = key.partition("#")
        if base in known:
            found.append(replace(known[base], number=int(number)) if number else known[base])
    return found


def measures_on(dossier: Dossier, said: Said, sheet: Sheet) -> list[Measure]:
    keys = said.card.about.get("measures") if said.card else None
    if keys is None:
        return to_confirm(dossier, sheet)
    found = (dossier.get(Measure, key) for key in keys.split(","))
    return [measure for measure in found if measure]
