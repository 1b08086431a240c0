"""A word that can be said at any time, and what hears it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.turn import Reply, Said, Turn
from dialogs.view import View
from plan.dossier import Dossier
from plan.text import Text

Hear = Callable[[Dossier, Said, str], Turn]


@dataclass(frozen=True, kw_only=True)
class Command:
    """One thing that can be asked for by a word. `takes` words may follow it."""

    words: tuple[str, ...]
    does: Text
    hear: Hear
    takes: bool = False
    needs_plan: bool = True


def says(text: Text) -> Turn:
    return Turn(replies=(Reply(text=text),))


def shows(view: View) -> Turn:
    return Turn(replies=(Reply(view=view),))
