"""A card as somebody sees it: its words, what it asks for and its buttons."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Field:
    """Something to fill in. `options` are (value, words) of a choice."""

    id: str
    kind: str
    """text, date, one or several."""
    label: str
    value: str = ""
    required: bool = False
    limit: int = 600
    earliest: str = ""
    options: tuple[tuple[str, str], ...] = ()
    wrong: bool = False
    """Whether the card says, right above it, that something is wrong with it."""

    @property
    def example(self) -> str:
        """What the label gives as an example of what may be written."""
        found = re.search(r'zoals "([^"]+)"', self.label)
        return found[1] if found else ""


@dataclass(frozen=True, kw_only=True)
class Press:
    """A button: what it says, and what goes along when it is pressed."""

    title: str
    data: Mapping[str, Any]
    checks: bool


@dataclass(frozen=True, kw_only=True)
class Seen:
    """One card. `problems` are what it says is wrong with what was filled in before."""

    title: str
    words: tuple[str, ...]
    fields: tuple[Field, ...]
    buttons: tuple[Press, ...]
    problems: tuple[str, ...] = field(default=())

    @property
    def text(self) -> str:
        return "\n".join(self.words)

    @property
    def looks(self) -> str:
        """All that can be seen on it; two cards that look the same are the same to a reader."""
        asked = [(f.id, f.label, f.value, f.options) for f in self.fields]
        return json.dumps([self.words, asked, [b.title for b in self.buttons]])


def seen(card: Json) -> Seen:
    words = tuple(_words(card.get("body")))
    return Seen(
        title=words[0] if words else "",
        words=words,
        fields=tuple(_fields(card.get("body"))),
        buttons=_buttons(card),
        problems=tuple(_problems(card.get("body"))),
    )


def _buttons(card: Json) -> tuple[Press, ...]:
    """In their own order, whether they stand below the card or behind "more"."""
    found = [_press(one) for one in _pieces(card) if one.get("type") == "Action.Execute"]
    return tuple(sorted(found, key=lambda press: int(press.data["c"].rpartition(".")[2])))


def _fields(body: Any) -> Iterator[Field]:
    """In reading order; what is wrong with one stands right above it."""
    told: list[Json] = []
    for piece in _pieces(body):
        if _asks(piece):
            yield _field(piece, wrong=bool(told))
            told = []
        elif _tells_wrong(piece):
            told = list(_pieces(piece))
        elif all(piece is not one for one in told):
            told = []


def _field(piece: Json, *, wrong: bool) -> Field:
    several = bool(piece.get("isMultiSelect"))
    kinds = {"Input.ChoiceSet": "several" if several else "one", "Input.Date": "date"}
    choices = tuple((c["value"], c["title"]) for c in piece.get("choices", ()))
    return Field(
        id=piece["id"],
        kind=kinds.get(piece["type"], "text"),
        label=piece.get("label", ""),
        value=str(piece.get("value", "")),
        required=bool(piece.get("isRequired")),
        limit=int(piece.get("maxLength") or 600),
        earliest=piece.get("min", ""),
        options=choices,
        wrong=wrong,
    )


def _press(piece: Json) -> Press:
    checks = piece.get("associatedInputs") != "none"
    return Press(title=piece["title"], data=piece["data"], checks=checks)


def _asks(piece: Json) -> bool:
    return str(piece.get("type")).startswith("Input.")


def _tells_wrong(piece: Json) -> bool:
    return piece.get("type") == "Container" and piece.get("style") == "attention"


def _problems(piece: Any) -> Iterator[str]:
    for one in _pieces(piece):
        if _tells_wrong(one):
            yield " ".join(_words(one))


def _words(piece: Any) -> Iterator[str]:
    """Every line that can be read, in reading order; the runs of one line together."""
    if isinstance(piece, list):
        for one in piece:
            yield from _words(one)
    elif isinstance(piece, dict):
        if piece.get("type") == "TextBlock":
            yield str(piece["text"])
        elif piece.get("type") == "RichTextBlock":
            yield "".join(str(run["text"]) for run in piece["inlines"])
        else:
            for key, one in piece.items():
                if key != "fallback":
                    yield from _words(one)


def _pieces(piece: Any) -> Iterator[Json]:
    if isinstance(piece, list):
        for one in piece:
            yield from _pieces(one)
    elif isinstance(piece, dict):
        yield piece
        for key, one in piece.items():
            if key != "fallback":
                yield from _pieces(one)
