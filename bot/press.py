"""Reads what a button of a card sends along."""

from __future__ import annotations

from typing import Any, Final

from bot.shape import LONGEST_ID, Json, MalformedError, optional
from plan.text import readable

CARD_VERSION: Final = 1
MOST_INPUTS: Final = 100
_OURS: Final = frozenset({"v", "c"})
_OF_THE_CLIENT: Final = frozenset({"msteams"})
"""What Teams itself may put beside the inputs; we have no use for it."""


def pressed(data: Json) -> dict[str, Any]:
    """The card's own id and the inputs. Only scalars pass, so nothing can be unpickled from them.

    A card we did not make has the empty id; nobody answers to that.
    """
    if len(data) > MOST_INPUTS:
        raise MalformedError("too many inputs")
    version = data.get("v")
    ours = type(version) is int and version == CARD_VERSION and isinstance(data.get("c"), str)
    # An input that is left empty may be absent, or nothing.
    given = {
        key: value
        for key, value in data.items()
        if key not in _OURS | _OF_THE_CLIENT and value is not None
    }
    inputs = {key: _scalar(value) for key, value in given.items() if _fits(key, value)}
    card = optional(data, "c") if ours else ""
    return {"card": card, "inputs": inputs, "odd": len(inputs) < len(given)}


def _fits(key: str, value: object) -> bool:
    named = len(key) <= LONGEST_ID and key.isprintable() and not key.startswith("py/")
    return named and isinstance(value, str | int | float | bool)


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return readable(str(value))
