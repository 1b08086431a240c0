"""Reads what a button of a card sends along."""

from __future__ import annotations

from typing import Any, Final

from bot.shape import LONGEST_ID, Json, MalformedError, clean, optional

CARD_VERSION: Final = 1
MOST_INPUTS: Final = 100


def pressed(data: Json) -> dict[str, Any]:
    """The card's own id and the inputs. Only scalars pass, so nothing can be unpickled from them.

    A card we did not make has the empty id; nobody answers to that.
    """
    if len(data) > MOST_INPUTS:
        raise MalformedError("too many inputs")
    version = data.get("v")
    ours = type(version) is int and version == CARD_VERSION and isinstance(data.get("c"), str)
    return {"card": optional(data, "c") if ours else "", "inputs": dict(_inputs(data))}


def _inputs(data: Json) -> list[tuple[str, str]]:
    return [
        (key, _scalar(value))
        for key, value in data.items()
        if key not in {"v", "c"}
        and isinstance(value, str | int | float | bool)
        and len(key) <= LONGEST_ID
        and key.isprintable()
        and not key.startswith("py/")
    ]


def _scalar(value: str | float) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return clean(str(value))
