"""A value of a plan file that cannot stay as it is, repeated in a sentence."""

from __future__ import annotations

import unicodedata

from plan.text import Text

_UNSEEN = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
"""Kinds of signs that show nothing, or turn the order of what is shown."""

QUOTE = Text(
    nl="; zet {value} tussen aanhalingstekens", en="; put {value} between quotation marks"
)
NO_CODE = Text(
    nl="{value} kan geen code zijn: hoogstens 64 zichtbare tekens, zonder spatie of /",
    en="{value} cannot be a code: at most 64 visible characters, no space or /",
)
UNQUOTED = Text(
    nl="gelezen als {value}; zet de code tussen aanhalingstekens",
    en="read as {value}; put the code between quotation marks",
)
"""YAML reads 1.1, NO and a day as something else than the code that was meant."""


def has_unseen(text: str) -> bool:
    return any(unicodedata.category(sign) in _UNSEEN for sign in text)


def shown(value: object) -> str:
    """A value as it may be repeated in a sentence: short, on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return "[…]" if isinstance(value, list) else "{…}"
    seen = "".join(sign for sign in str(value) if sign.isspace() or not has_unseen(sign))
    line = " ".join(seen.split())
    return f"'{line[:40]}…'" if len(line) > 40 else f"'{line}'"
