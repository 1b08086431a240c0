"""What came along with a message, by what can be said of it; nothing of it is ever fetched."""

from __future__ import annotations

import re
from typing import Final, Literal

from bot.shape import Json, several

Sort = Literal["", "file", "media", "card"]

_OWN: Final = ("messagereference", "meetingreference")
"""Teams' own notes on what a message answers."""
_MEDIA: Final = ("image/", "audio/", "video/")
_CARDS: Final = (
    "application/vnd.microsoft.card",
    "application/vnd.microsoft.teams.card",
    "forward",
)
_SHOWN: Final = re.compile(r"<(?:img|video|audio)\b", re.IGNORECASE)


def attached(body: Json, text: str) -> Sort:
    """The weightiest of what came along, a file before a picture before a card; "" for nothing.

    Next to words the same words as HTML are nothing, a smile in them shown as a picture, nor is
    the preview of a page that they name.
    Raises MalformedError.
    """
    sorts = [_sort(one, text) for one in several(body, "attachments")]
    order: tuple[Sort, ...] = ("file", "media", "card")
    return next((sort for sort in order if sort in sorts and not (text and sort == "card")), "")


def _sort(one: Json, text: str) -> Sort:
    said = one.get("contentType")
    kind = said.partition(";")[0].strip().lower() if isinstance(said, str) else ""
    if kind == "text/html":
        inside = one.get("content")
        shows = isinstance(inside, str) and _SHOWN.search(inside)
        return "media" if shows and not text else ""
    if kind.startswith(_OWN):
        return ""
    if kind.startswith(_MEDIA):
        return "media"
    return "card" if kind.startswith(_CARDS) else "file"
