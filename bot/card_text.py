"""Words on a card: people's own in text runs, which know no Markdown; headings made inert."""

from __future__ import annotations

from typing import Any

from bot.inert import inert_line, text_only
from plan.text import Language, Text

Piece = dict[str, Any]

_SIZES = {1: "large", 2: "medium"}


def paragraphs(words: str, **style: Any) -> list[Piece]:
    """A line each: text runs show no line breaks."""
    lines = [line for line in words.splitlines() if line.strip()]
    return [
        {"type": "RichTextBlock", "inlines": [run(line, **style)]}
        | ({"spacing": "small"} if number else {})
        for number, line in enumerate(lines)
    ]


def run(words: str, **style: Any) -> Piece:
    return {"type": "TextRun", "text": text_only(words)} | style


def title(words: str, level: int) -> Piece:
    return {
        "type": "TextBlock",
        "text": inert_line(words),
        "style": "heading",
        "size": _SIZES.get(level, "default"),
        "weight": "bolder",
        "wrap": True,
    }


def problem(text: Text, language: Language) -> Piece:
    return {
        "type": "Container",
        "style": "attention",
        "items": paragraphs(text.within(language), weight="bolder"),
    }
