"""A person's text in HTML: nothing in it is a tag."""

from __future__ import annotations

import html

from plan.printers.plain import in_one_line, plain


def text(words: str) -> str:
    """Words over as many lines as they have."""
    return html.escape(plain(words)).replace("\n", "<br>")


def line(words: str) -> str:
    """Words on one line; safe in an attribute too."""
    return html.escape(in_one_line(words))
