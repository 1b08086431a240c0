"""What a card says and asks, as somebody sees it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.bot.connector import Json, Sent


def words(piece: Any) -> str:
    """Everything that can be read on a card, a line each."""
    return "\n".join(_words(piece))


def inputs(card: Json) -> dict[str, Json]:
    """The inputs by their id."""
    return {one["id"]: one for one in _pieces(card) if str(one.get("type")).startswith("Input.")}


def untouched(card: Json) -> dict[str, str]:
    """What a client sends along when nothing is filled in."""
    return {id_: one.get("value") or "" for id_, one in inputs(card).items()}


def button(card: Json, title: str) -> int:
    """The number of the button with this title."""
    found = {one["data"]["c"]: one["title"] for one in _pieces(card) if _executes(one)}
    numbers = {title: int(key.rpartition(".")[2]) for key, title in found.items()}
    assert title in numbers, list(numbers)
    return numbers[title]


def choices(card: Json) -> dict[str, list[str]]:
    """The inputs that are chosen and not typed, with their options."""
    return {
        id_: [choice["value"] for choice in one["choices"]]
        for id_, one in inputs(card).items()
        if one["type"] == "Input.ChoiceSet"
    }


def spoken(messages: list[Sent]) -> str:
    """Texts and cards of several messages, one after another."""
    return "\n".join(one.text or words(one.card) for one in messages)


def _executes(piece: Json) -> bool:
    return piece.get("type") == "Action.Execute"


def _words(piece: Any) -> Iterator[str]:
    if isinstance(piece, list):
        for one in piece:
            yield from _words(one)
    if isinstance(piece, dict):
        if piece.get("type") in ("TextBlock", "TextRun"):
            yield str(piece["text"])
        for key, one in piece.items():
            if key != "fallback":
                yield from _words(one)


def _pieces(piece: Any) -> Iterator[Json]:
    if isinstance(piece, list):
        for one in piece:
            yield from _pieces(one)
    if isinstance(piece, dict):
        yield piece
        for one in piece.values():
            yield from _pieces(one)
