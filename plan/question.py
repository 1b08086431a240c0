"""A question, and the kinds of answer it can get."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from plan.text import Text

if TYPE_CHECKING:
    from plan.dossier import Dossier

Per = Literal["plan", "theme", "item", "measure", "led", "meeting", "priority"]
"""`led` is a measure that runs, asked of the organisation that leads it."""
Value = str | int


class InvalidAnswerError(Exception):
    """What was typed is no answer to this question; `text` tells the speaker why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, kw_only=True)
class Option:
    id: str
    text: Text
    number: bool = False
    """A point on a scale, stored as a number."""


def label_of(options: Iterable[Option], value: object) -> Text:
    """What the option of that id is called; an unknown value is shown as it is."""
    wanted = str(value)
    return next((o.text for o in options if o.id == wanted), Text.verbatim(wanted))


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One of a few options; the option's id is kept, never its label."""

    options: tuple[Option, ...]


@dataclass(frozen=True, kw_only=True)
class Free:
    """Free text of at most `limit` characters."""

    limit: int = 600


@dataclass(frozen=True, kw_only=True)
class Part:
    """One field of a small form."""

    id: str
    text: Text
    of: Literal["text", "item", "items", "columns", "chain_phase"] = "text"
    required: bool = False
    limit: int = 600


@dataclass(frozen=True, kw_only=True)
class Form:
    """A free text that, once given, has a few more fields; may be given several times."""

    parts: tuple[Part, ...]
    limit: int = 600
    many: bool = True


Kind = Choice | Free | Form


@dataclass(frozen=True, kw_only=True)
class Reason:
    """A text asked along with some answers to a choice."""

    text: Text
    values: frozenset[str]
    required: bool = True
    limit: int = 600
    given_with: str | None = None
    """The question whose reason, about the same subject, will do for this one too."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """Asked once per `per`. `id` is for ever: retire a question, never use its id again."""

    id: str
    text: Text
    short: Text
    """What its answer is called in a receipt or an overview."""
    kind: Kind
    per: Per = "plan"
    core: bool = False
    every: bool = False
    """Whether it is asked of all that it is about, and not of the first ones only."""
    reason: Reason | None = None
    when: Callable[[Dossier, str, str, str | None], bool] | None = None
    """Whether it is due, from (dossier, round, organisation, subject); None means always."""
    needed: bool = False
    """Whether a follow-up must be answered where it is due."""

    def __hash__(self) -> int:
        return hash(self.id)


@dataclass(frozen=True, kw_only=True)
class Topic:
    """Questions that belong together, on one card."""

    id: str
    number: int
    title: Text
    questions: tuple[Question, ...]

    def __hash__(self) -> int:
        return hash(self.id)


@dataclass(frozen=True, kw_only=True)
class Ask:
    """A question about one subject; a form that may be given several times has a number.

    `key` is the id of its input on a card.
    """

    question: Question
    subject: str | None = None
    number: int = 1

    @cached_property
    def key(self) -> str:
        return self._id(self.question.id)

    def part_key(self, part: str) -> str:
        """The id of the input of one part of it: its reason (`text`) or a field of its form."""
        return self._id(f"{self.question.id}.{part}")

    def _id(self, name: str) -> str:
        about = f"{name}/{self.subject}" if self.subject else name
        return f"{about}#{self.number}" if self.number > 1 else about
