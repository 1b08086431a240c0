"""What somebody said, and what the assistant keeps and says back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from dialogs.view import View
from plan.dossier import Dossier
from plan.records import Card, Person, PlanFormat, Record, Team
from plan.text import Language, Text

Scope = Literal["personal", "groupChat", "channel"]
Changed = Literal["", "edited", "deleted", "restored"]


@dataclass(frozen=True, kw_only=True)
class Said:
    """One thing a person said: typed words, or a button of a card with its inputs.

    `who` is the person as this plan knows it; `inputs` holds the strings as they came from the
    card, its keys already known to be inputs of that card.
    """

    who: Person
    at: datetime
    text: str = ""
    card: Card | None = None
    verb: str | None = None
    inputs: Mapping[str, str] = field(default_factory=dict)
    language: Language = "nl"
    scope: Scope = "personal"
    message: str = ""
    """The channel's id of the message; of one that was changed, that which it had at first."""
    changed: Changed = ""
    """What was done to that message, when it was said before; the text is what it says now."""
    team: Team | None = None
    """The channel it was said in, as it would be kept."""
    elsewhere: tuple[tuple[Dossier, Person], ...] = ()
    """The speaker's other plans, and who the speaker is there."""
    late: bool = False
    """Whether what was said after it came in before it."""
    near: tuple[Dossier, ...] = ()
    """For whoever coordinates: the other plans that people of this one sit in."""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A document to hand over: `kind` is one of `plan.printers`, `part` a part of the plan."""

    part: str = "plan"
    kind: str = "docx"
    form: PlanFormat | None = None
    """Another form than that of the plan, to look at before it is fixed."""


@dataclass(frozen=True, kw_only=True)
class Reply:
    """One message back to the speaker: words, a card, or a document."""

    text: Text | None = None
    view: View | None = None
    paper: Paper | None = None


@dataclass(frozen=True, kw_only=True)
class Turn:
    """What one turn keeps, drops and says. All of `keep` and `drop` happens or none of it.

    `instead` replaces the card that was used. With buttons it is a card again (the same one with
    what is wrong, or the next); without, it is the receipt and the card is used up.
    """

    keep: tuple[Record, ...] = ()
    drop: tuple[Record, ...] = ()
    replies: tuple[Reply, ...] = ()
    instead: View | None = None
    language: Language | None = None
    """The speaker's language from now on, when it changes."""
    begin: tuple[Record, ...] = ()
    """The records of a new plan."""
    current: str | None = None
    """The plan the speaker goes on with."""
    goes_on: str | None = None
    """Another plan of the speaker, with more to ask right after this."""
    onward: bool = False
    """Whether the card of where the plan stands comes after it."""

    def __add__(self, other: Turn) -> Turn:
        return Turn(
            keep=self.keep + other.keep,
            drop=self.drop + other.drop,
            replies=self.replies + other.replies,
            instead=self.instead or other.instead,
            language=other.language or self.language,
            begin=self.begin + other.begin,
            current=other.current or self.current,
            goes_on=other.goes_on or self.goes_on,
            onward=other.onward or self.onward,
        )
