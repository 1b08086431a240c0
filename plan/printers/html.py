"""HTML: one page that stands on its own, for the screen, the dark and the printer."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import assert_never

from plan.blocks import (
    Bars,
    Block,
    Box,
    Bullets,
    Cell,
    Contents,
    Document,
    Gap,
    Grid,
    Group,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Spread,
    Table,
    Title,
)
from plan.printers.html_style import STYLE
from plan.printers.plain import in_one_line, plain

_TAGS = {"nl": "nl-NL", "en": "en-GB"}


def print_html(document: Document) -> bytes:
    language = _TAGS.get(document.language, "nl-NL")
    page = (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="author" content="{_attribute(document.author)}">\n'
        f"<title>{_line(document.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<main>\n{''.join(_blocks(document))}</main>\n</body>\n</html>\n"
    )
    return page.encode()


def _text(text: str) -> str:
    return html.escape(plain(text)).replace("\n", "<br>")


def _line(text: str) -> str:
    return html.escape(in_one_line(text))


_attribute = _line


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
                yield f'<{tag} id="h{heading}">{_line(text)}</{tag}>\n'
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
        f'<li class="l{found.level}"><a href="#h{n}">{_line(found.text)}</a></li>\n'
        for n, found in enumerate(headings, start=1)
        if n > before and found.level <= 2
    )
    title = _line(block.title)
    return f'<nav aria-label="{title}"><p class="nav">{title}</p>\n<ul>\n{lines}</ul></nav>\n'


def _block(block: Block) -> str:
    match block:
        case Title(text=text, under=under, lines=lines):
            rest = "".join(f"<p>{_line(line)}</p>" for line in lines)
            return (
                f'<header><p class="under">{_line(under)}</p>'
                f"<h1>{_line(text)}</h1>{rest}</header>\n"
            )
        case Paragraph():
            return _paragraph(block)
        case Bullets(lines=lines):
            return f"<ul>{''.join(f'<li>{_text(line)}</li>' for line in lines)}</ul>\n"
        case Box(title=title, text=text):
            return f'<p class="box"><strong>{_line(title)}:</strong> {_text(text)}</p>\n'
        case Gap(text=text):
            return f'<p class="gap">{_text(text)}</p>\n'
        case Table() | Bars() | Spread() | Grid():
            return _tabular(block)
        case Heading() | Contents() | PageBreak():
            return ""
        case _:
            assert_never(block)


def _paragraph(block: Paragraph) -> str:
    said = _text(block.text)
    if block.strong:
        said = f"<strong>{said}</strong>"
    if block.quoted:
        return f"<blockquote><p>{said}</p></blockquote>\n"
    return f"<p>{said}</p>\n"


def _tabular(block: Table | Bars | Spread | Grid) -> str:
    match block:
        case Table():
            inside = _table(block)
        case Bars():
            inside = _bars(block)
        case Spread():
            inside = _spread(block)
        case Grid():
            inside = _grid(block)
        case _:
            assert_never(block)
    name = _attribute(block.caption)
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{name}"><table>'
        f"<caption>{_line(block.caption)}</caption>{inside}</table></div>\n"
    )


def _head(names: tuple[str, ...]) -> str:
    cells = "".join(f'<th scope="col">{_line(name)}</th>' for name in names)
    return f"<thead><tr>{cells}</tr></thead>"


def _table(block: Table) -> str:
    total = sum(block.widths)
    columns = "".join(f'<col style="width:{100 * w / total:.1f}%">' for w in block.widths)
    rows = "".join(_row(row, len(block.head)) for row in block.rows)
    return f"<colgroup>{columns}</colgroup>{_head(block.head)}<tbody>{rows}</tbody>"


def _row(row: Row, columns: int) -> str:
    if isinstance(row, Group):
        return f'<tr><th class="group" colspan="{columns}">{_line(row.text)}</th></tr>\n'
    return f"<tr>{''.join(_cell(cell) for cell in row)}</tr>\n"


def _cell(cell: Cell) -> str:
    if isinstance(cell, Gap):
        return f'<td><span class="gap">{_text(cell.text)}</span></td>'
    return f"<td>{_text(cell)}</td>"


def _bars(block: Bars) -> str:
    most = max((value for _, value in block.rows), default=0) or 1
    rows = "".join(
        f'<tr><th scope="row">{_line(label)}</th><td class="picture" aria-hidden="true">'
        f'<span class="bar" style="width:{100 * max(value, 0) / most:.1f}%"></span></td>'
        f"<td>{value:g} {_line(block.unit)}</td></tr>\n"
        for label, value in block.rows
    )
    return f"<tbody>{rows}</tbody>"


def _spread(block: Spread) -> str:
    rows = "".join(
        f'<tr><th scope="row">{_line(found.label)}</th>'
        f'<td class="picture" aria-hidden="true"><span class="track">'
        f'<span class="range" style="left:{(found.low - 1) * 25:.1f}%;'
        f'width:{(found.high - found.low) * 25:.1f}%"></span>'
        f'<span class="middle" style="left:{(found.middle - 1) * 25:.1f}%"></span></span></td>'
        f"<td>{_line(found.note)}</td></tr>\n"
        for found in block.rows
    )
    return f"{_head(block.head)}<tbody>{rows}</tbody>"


def _grid(block: Grid) -> str:
    rows = "".join(
        f'<tr><th scope="row">{_line(label)}</th>'
        + "".join(f'<td class="n{min(count, 3)}">{count}</td>' for count in counts)
        + "</tr>\n"
        for label, counts in block.rows
    )
    return f"{_head((block.corner, *block.columns))}<tbody>{rows}</tbody>"
