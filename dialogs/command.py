"""A word that can be said at any time, and what hears it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.turn import Reply, Said, Turn
from dialogs.view import View
from plan.dossier import Dossier
from plan.text import Text

Hear = Callable[[Dossier, Said, str], Turn]
Takes = Callable[[Dossier, Said, str], bool]


@dataclass(frozen=True, kw_only=True)
class Command:
    """One thing that can be asked for by its name or another word.

    `takes` says whether the words after it belong to it; without it nothing may follow. While a
    question waits for free text, a sentence that only begins with a command is the answer.
    """

    name: Text
    also: tuple[str, ...] = ()
    does: Text
    hear: Hear
    takes: Takes | None = None
    needs_plan: bool = True
    right: str = "talk"
    """What somebody must be allowed to say it (plan.content.rights)."""
    listed: str | None = None
    """The right of those to whom help names it, where not to all who may say it."""

    @property
    def words(self) -> tuple[str, ...]:
        return (self.name.nl, self.name.en, *self.also)


def says(text: Text) -> Turn:
    return Turn(replies=(Reply(text=text),))


def shows(view: View) -> Turn:
    return Turn(replies=(Reply(view=view),))
