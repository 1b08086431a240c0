"""Renders the elements of a view to elements of an Adaptive Card.

What people wrote goes into text runs, which know no Markdown; labels and titles, which clients may
read as Markdown, are made inert first. Colours are only those with a meaning, never alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from bot.card_inputs import day, pick, write
from bot.card_text import Piece, paragraphs, problem, run, title
from dialogs.view import (
    Bar,
    Day,
    Element,
    Facts,
    Heading,
    Listing,
    Marked,
    Pick,
    Problem,
    Tone,
    Words,
    Write,
)
from plan.text import Language, Text

_TONES: dict[Tone, Piece] = {
    "plain": {},
    "good": {"color": "good"},
    "warning": {"color": "warning"},
    "attention": {"color": "attention"},
    "subtle": {"isSubtle": True},
}
_OF: Final = Text(nl="{label}: {done} van {total}", en="{label}: {done} of {total}")


def pieces(element: Element, language: Language) -> list[Piece]:
    """The card elements for one element of a view."""
    return _RENDERERS[type(element)](element, language)


def _heading(element: Heading, language: Language) -> list[Piece]:
    return [title(element.text.within(language), element.level)]


def _words(element: Words, language: Language) -> list[Piece]:
    strong = {"weight": "bolder"} if element.strong else {}
    return paragraphs(element.text.within(language), **_TONES[element.tone], **strong)


def _marked(element: Marked, _: Language) -> list[Piece]:
    runs, at = [], 0
    for start, end in sorted(element.passages):
        start, end = max(start, at), min(end, len(element.text))
        if start < end:
            runs += [run(element.text[at:start])] if at < start else []
            runs.append(run(element.text[start:end], highlight=True, weight="bolder"))
            at = end
    runs += [run(element.text[at:])] if at < len(element.text) else []
    return [{"type": "RichTextBlock", "inlines": runs}] if runs else []


def _facts(element: Facts, language: Language) -> list[Piece]:
    return [
        {
            "type": "ColumnSet",
            "spacing": "small",
            "columns": [
                _column(1, paragraphs(name.within(language), weight="bolder")),
                _column(2, paragraphs(value.within(language))),
            ],
        }
        for name, value in element.rows
    ]


def _listing(element: Listing, language: Language) -> list[Piece]:
    return [
        {
            "type": "ColumnSet",
            "spacing": "small",
            "columns": [
                {"type": "Column", "width": "auto", "items": paragraphs("•")},
                _column("stretch", paragraphs(line.within(language)), spacing="small"),
            ],
        }
        for line in element.lines
    ]


def _bar(element: Bar, language: Language) -> list[Piece]:
    done = min(max(element.done, 0), max(element.total, 0))
    parts = ((done, "accent"), (element.total - done, "emphasis"))
    picture = [
        _column(share, [{"type": "RichTextBlock", "inlines": [run("\u00a0", size="small")]}])
        | {"style": style, "spacing": "none"}
        for share, style in parts
        if share > 0
    ]
    figures = _OF.fill(label=element.label, done=element.done, total=element.total)
    text = paragraphs(figures.within(language))
    if not picture:
        return text
    return [*text, {"type": "ColumnSet", "columns": picture, "spacing": "small"}]


def _column(width: int | str, items: list[Piece], **style: Any) -> Piece:
    return {"type": "Column", "width": width, "items": items} | style


def _problem(element: Problem, language: Language) -> list[Piece]:
    return [problem(element.text, language)]


def all_pieces(elements: Iterable[Element], language: Language) -> list[Piece]:
    return [piece for element in elements for piece in pieces(element, language)]


_RENDERERS: dict[type, Callable[[Any, Language], list[Piece]]] = {
    Heading: _heading,
    Words: _words,
    Marked: _marked,
    Facts: _facts,
    Listing: _listing,
    Bar: _bar,
    Problem: _problem,
    Pick: pick,
    Write: write,
    Day: day,
}
