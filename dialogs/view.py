"""A card as a dialog means it; `bot.cards` turns it into an Adaptive Card."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from plan.text import Text

Tone = Literal["plain", "good", "warning", "attention", "subtle"]


@dataclass(frozen=True, kw_only=True)
class Heading:
    text: Text
    level: int = 2


@dataclass(frozen=True, kw_only=True)
class Words:
    """A paragraph. Never Markdown: what a person wrote stays text."""

    text: Text
    tone: Tone = "plain"
    strong: bool = False


@dataclass(frozen=True, kw_only=True)
class Marked:
    """Somebody's words with passages marked: (start, end) offsets in `text`."""

    text: str
    passages: tuple[tuple[int, int], ...]


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Names with values, side by side."""

    rows: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True, kw_only=True)
class Listing:
    """A list of short lines."""

    lines: tuple[Text, ...]


@dataclass(frozen=True, kw_only=True)
class Bar:
    """How far something is: a picture with its figures in text."""

    label: Text
    done: int
    total: int


@dataclass(frozen=True, kw_only=True)
class Pick:
    """One or several of a few choices."""

    id: str
    label: Text
    choices: tuple[tuple[str, Text], ...]
    value: str = ""
    """The chosen value; several are joined by commas, as on the wire."""
    several: bool = False
    wide: bool = False
    """All choices visible at once (one tap), instead of a folded list."""
    required: bool = False
    error: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Write:
    """A free text."""

    id: str
    label: Text
    value: str = ""
    hint: Text | None = None
    limit: int = 600
    lines: bool = True
    required: bool = False
    error: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Day:
    """A date, ISO on the wire."""

    id: str
    label: Text
    value: str = ""
    earliest: str | None = None
    required: bool = False
    error: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What is wrong with what was filled in, above the inputs it is about."""

    text: Text


Input = Pick | Write | Day
Element = Heading | Words | Marked | Facts | Listing | Bar | Problem | Pick | Write | Day


@dataclass(frozen=True, kw_only=True)
class Fold:
    """Elements that are hidden until the reader opens them."""

    title: Text
    elements: tuple[Element, ...]


@dataclass(frozen=True, kw_only=True)
class Button:
    """Something to do. `verb` is for the dialog that hears the card; it stays on the server."""

    verb: str
    label: Text
    primary: bool = False
    checks: bool = True
    """Whether required inputs must be filled in before it works."""


@dataclass(frozen=True, kw_only=True)
class View:
    """What one card shows.

    `dialog` names the dialog that hears its buttons (see `dialogs.DIALOGS`) and `about` is what
    that dialog needs to take it up again; both stay on the server. A view without buttons is a
    receipt or a notice.
    """

    title: Text
    elements: tuple[Element | Fold, ...] = ()
    buttons: tuple[Button, ...] = ()
    dialog: str = ""
    about: dict[str, str] = field(default_factory=dict)

    def inputs(self) -> tuple[Input, ...]:
        """All inputs, those inside folds too, in reading order."""
        flat: list[Element] = []
        for element in self.elements:
            flat.extend(element.elements if isinstance(element, Fold) else (element,))
        return tuple(e for e in flat if isinstance(e, Pick | Write | Day))
