"""A person's text as a file can hold it: everything a reader sees, nothing a format refuses."""

from __future__ import annotations

import re

_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|\x85|\u2028|\u2029")


def plain(text: str) -> str:
    """Without control characters and lone surrogates, which XML refuses; lines end in `\\n`."""
    return _REFUSED.sub("", _LINE_ENDS.sub("\n", text))


def in_one_line(text: str) -> str:
    """The same, with every stretch of white space as one space."""
    return " ".join(plain(text).split())
