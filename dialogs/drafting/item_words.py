"""What a card says of an action item itself: its effect, its principles, why it stays empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dialogs.clashing import unmoved
from dialogs.filled import chosen, written
from dialogs.turn import Said
from plan.changes import as_it_was
from plan.dossier import Dossier
from plan.records import ActionItem, altered

FIELDS = {"effect": "desired_effect", "gap": "gap_reason", "principles": "principles"}


@dataclass(frozen=True, kw_only=True)
class ItemWords:
    """The item as it becomes, and what is typed where somebody else wrote something else."""

    after: ActionItem
    twice: dict[str, str]


def words_of(dossier: Dossier, said: Said, item: ActionItem) -> ItemWords:
    """Only what says something else than the card showed is touched."""
    was = item if unmoved(said, item) else _shown(dossier, said, item)
    fields: dict[str, Any] = {}
    twice: dict[str, str] = {}
    for id_, name in FIELDS.items():
        input_ = f"{id_}/{item.key}"
        if said.card is None or input_ not in said.card.inputs:
            continue
        given, before, now = _given(said, id_, item), getattr(was, name), getattr(item, name)
        if given == before or (id_ == "effect" and not given):
            continue
        by_another = now and given != now and (now != before or was == item)
        if not unmoved(said, item) and by_another:
            twice[input_] = said.inputs.get(input_, "")
        else:
            fields[name] = given
    return ItemWords(after=altered(item, **fields), twice=twice)


def _shown(dossier: Dossier, said: Said, item: ActionItem) -> ActionItem:
    was = as_it_was(dossier, ActionItem, item.key, said.card.issued_at) if said.card else None
    return was or item


def _given(said: Said, id_: str, item: ActionItem) -> Any:
    input_ = f"{id_}/{item.key}"
    return chosen(said, input_) if id_ == "principles" else written(said, input_) or None
