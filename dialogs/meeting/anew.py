"""The card of an outcome again: the own work on it, and what others changed above it."""

from __future__ import annotations

from dataclasses import replace

from dialogs.clashing import again, seal
from dialogs.filled import Wrong
from dialogs.meeting.processing import process_view
from dialogs.meeting.subjects import overtaken, renewed, trimmed
from dialogs.turn import Said
from dialogs.view import View
from plan.dossier import Dossier
from plan.records import DiscussionPoint
from plan.sessions import outcome_of


def anew(dossier: Dossier, said: Said, point: DiscussionPoint, wrong: Wrong, more: str) -> View:
    """The card with what was filled in, and what others changed meanwhile above it."""
    mine = process_view(dossier, renewed(dossier, said, point, more), point, wrong, more)
    left = overtaken(dossier, said, point, more)
    return again(process_view(dossier, replace(said, inputs={}), point, more=more), mine, left)


def untouched_apart(dossier: Dossier, said: Said, point: DiscussionPoint) -> Said:
    """Without what only repeats what the card showed of an item, a theme or the outcome."""
    said = trimmed(dossier, said, point)
    shown = said.card.about.get("reply") if said.card else None
    outcome = outcome_of(dossier, point.key)
    if outcome is None or seal(outcome.decision) == shown:
        return said
    kept = {
        id_: value
        for id_, value in said.inputs.items()
        if not (id_.startswith("reply/") and seal(value) == shown)
    }
    return replace(said, inputs=kept)
