"""HTML: one page that stands on its own, for the screen, the dark and the printer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from plan.blocks import (
    Bars,
    Block,
    Box,
    Bullets,
    Contents,
    Document,
    Gap,
    Grid,
    Heading,
    PageBreak,
    Paragraph,
    Spread,
    Table,
    Title,
)
from plan.printers.html_style import STYLE
from plan.printers.html_table import tabular
from plan.printers.html_text import line
from plan.printers.html_text import text as words

_TAGS = {"nl": "nl-NL", "en": "en-GB"}


def print_html(document: Document) -> bytes:
    language = _TAGS.get(document.language, "nl-NL")
    page = (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="author" content="{line(document.author)}">\n'
        f"<title>{line(document.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<main>\n{''.join(_blocks(document))}</main>\n</body>\n</html>\n"
    )
    return page.encode()


def _blocks(document: Document) -> Iterator[str]:
    """Blocks in order; pages that lie on their side stand in a section of their own."""
    heading, sideways = 0, document.landscape
    titled = any(isinstance(block, Title) for block in document.blocks)
    yield _section(sideways)
    for block in document.blocks:
        match block:
            case PageBreak(landscape=landscape):
                yield f"</section>\n{_section(landscape)}"
            case Heading(text=text, level=level):
                heading += 1
                tag = f"h{min(level + titled, 6)}"
                yield f'<{tag} id="h{heading}">{line(text)}</{tag}>\n'
            case Contents():
                yield _contents(block, document, heading)
            case _:
                yield _block(block)
    yield "</section>\n"


def _section(landscape: bool) -> str:
    return '<section class="wide">\n' if landscape else "<section>\n"


def _contents(block: Contents, document: Document, before: int) -> str:
    headings = [b for b in document.blocks if isinstance(b, Heading)]
    lines = "".join(
        f'<li class="l{found.level}"><a href="#h{n}">{line(found.text)}</a></li>\n'
        for n, found in enumerate(headings, start=1)
        if n > before and found.level <= 2
    )
    title = line(block.title)
    return f'<nav aria-label="{title}"><p class="nav">{title}</p>\n<ul>\n{lines}</ul></nav>\n'


def _block(block: Block) -> str:
    match block:
        case Title(text=text, under=under, lines=lines):
            rest = "".join(f"<p>{line(each)}</p>" for each in lines)
            return (
                f'<header><p class="under">{line(under)}</p><h1>{line(text)}</h1>{rest}</header>\n'
            )
        case Paragraph():
            return _paragraph(block)
        case Bullets(lines=lines):
            return f"<ul>{''.join(f'<li>{words(each)}</li>' for each in lines)}</ul>\n"
        case Box(title=title, text=text):
            return f'<p class="box"><strong>{line(title)}:</strong> {words(text)}</p>\n'
        case Gap(text=text):
            return f'<p class="gap">{words(text)}</p>\n'
        case Table() | Bars() | Spread() | Grid():
            return tabular(block)
        case Heading() | Contents() | PageBreak():
            return ""
        case _:
            assert_never(block)


def _paragraph(block: Paragraph) -> str:
    said = words(block.text)
    if block.strong:
        said = f"<strong>{said}</strong>"
    if block.quoted:
        return f"<blockquote><p>{said}</p></blockquote>\n"
    return f"<p>{said}</p>\n"
