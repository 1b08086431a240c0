"""Keeps words from doing anything but being read."""

from __future__ import annotations

import re
from functools import lru_cache

from plan.text import readable

SHORT = 200
"""Characters up to which the outcome is kept."""
# Cards replace {{DATE(…)}} and {{TIME(…)}} in every kind of text.
_FUNCTION = re.compile(r"\{(?=\{)")
_LOOKALIKES = str.maketrans(
    {
        "[": "(",
        "]": ")",
        "*": "\u2217",
        "_": "\uff3f",
        "`": "'",
        "~": "\u223c",
        "<": "\u2039",
        ">": "\u203a",
        "\\": "\u2216",
        "\t": " ",
    }
)
_DASH = re.compile(r"^(\s*)[-+](?=\s|$)", re.MULTILINE)
_MARKER = re.compile(r"^(\s*(?:#{1,6}|\d+[.)]))[ ]", re.MULTILINE)


def text_only(words: str) -> str:
    """`words` for a place that knows no Markdown."""
    return _known(words) if len(words) <= SHORT else _made(words)


def _made(words: str) -> str:
    return _FUNCTION.sub("{\u200b", readable(words))


_known = lru_cache(maxsize=4_096)(_made)
"""What is asked is the same on card after card."""


def inert(words: str) -> str:
    """`words` for a place that reads Markdown, where signs that mean something get a lookalike.

    A backslash would not do: it shows wherever a client leaves the Markdown alone.
    """
    plain = text_only(words).translate(_LOOKALIKES)
    return _MARKER.sub("\\1\u00a0", _DASH.sub("\\1\u2013", plain))


@lru_cache(maxsize=4_096)
def inert_line(words: str) -> str:
    """The same on one line, for labels and titles, which are the same on card after card."""
    return inert(" ".join(words.split()))
