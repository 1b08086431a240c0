"""Markdown (the GitHub kind): blocks as text that a renderer shows as it was written."""

from __future__ import annotations

import re
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
    Spread,
    Table,
    Title,
)
from plan.printers.plain import in_one_line, plain

_INLINE = re.compile(r"([\\`*_\[\]<>&|~$@{}!])")
_AT_START = re.compile(r"^([#+\-=:]|\d+(?=[.)]))")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|www|mailto)([:.])")


def print_markdown(document: Document) -> bytes:
    parts = [_block(block, document) for block in document.blocks]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def escaped(text: str) -> str:
    """A line in which nothing is markup, whatever a person wrote."""
    safe = _INLINE.sub(r"\\\1", in_one_line(text))
    safe = _ADDRESS.sub(lambda m: f"{m[1]}\\{m[2]}", safe)
    return _AT_START.sub(lambda m: f"{m[1]}\\" if m[1].isdigit() else f"\\{m[1]}", safe)


def _lines(text: str, between: str) -> str:
    return between.join(escaped(line) for line in plain(text).split("\n") if line.strip())


def _block(block: Block, document: Document) -> str:
    match block:
        case Title() | Heading() | Contents():
            return _heading(block, document)
        case Paragraph(text=text, strong=strong, quoted=quoted):
            return _paragraph(text, strong, quoted)
        case Bullets(lines=lines):
            return "\n".join(f"- {escaped(line)}" for line in lines)
        case Box(title=title, text=text):
            return f"> **{escaped(title)}**\\\n> " + _lines(text, "\\\n> ")
        case Gap(text=text):
            return f"> **{escaped(text)}**"
        case Table() | Bars() | Spread() | Grid():
            return _tabular(block)
        case PageBreak():
            return ""
        case _:
            assert_never(block)


def _heading(block: Title | Heading | Contents, document: Document) -> str:
    match block:
        case Title(text=text, under=under, lines=lines):
            rest = "\\\n".join(escaped(line) for line in (under, *lines) if line)
            return f"# {escaped(text)}\n\n{rest}"
        case Heading(text=text, level=level):
            return f"{'#' * (level + 1)} {escaped(text)}"
        case Contents(title=title):
            return _contents(title, document)


def _paragraph(text: str, strong: bool, quoted: bool) -> str:
    said = _lines(text, "\\\n> " if quoted else "\\\n")
    if not said:
        return ""
    if strong:
        said = f"**{said}**"
    return f"> {said}" if quoted else said


def _contents(title: str, document: Document) -> str:
    after = document.blocks[_place(document) + 1 :]
    lines = [f"**{escaped(title)}**", ""]
    lines += [
        f"{'  ' * (block.level - 1)}- {escaped(block.text)}"
        for block in after
        if isinstance(block, Heading) and block.level <= 2
    ]
    return "\n".join(lines)


def _place(document: Document) -> int:
    return next(n for n, block in enumerate(document.blocks) if isinstance(block, Contents))


def _tabular(block: Table | Bars | Spread | Grid) -> str:
    head: tuple[str, ...]
    match block:
        case Table(head=head, rows=rows):
            body = [_row(row, len(head)) for row in rows]
        case Bars(rows=bars, unit=unit):
            head = ("", unit)
            body = [_cells((label, f"{value:g}")) for label, value in bars]
        case Spread(head=names, rows=ranges):
            head = (names[0], names[2])
            body = [_cells((found.label, found.note)) for found in ranges]
        case Grid(columns=columns, rows=grid, corner=corner):
            head = (corner, *columns)
            body = [_cells((label, *map(str, counts))) for label, counts in grid]
        case _:
            assert_never(block)
    rule = "|" + " --- |" * len(head)
    return "\n".join((f"*{escaped(block.caption)}*", "", _cells(head), rule, *body))


def _row(row: tuple[Cell, ...] | Group, width: int) -> str:
    if isinstance(row, Group):
        return f"| **{escaped(row.text)}** |" + " |" * (width - 1)
    return _cells(row)


def _cells(cells: tuple[Cell, ...]) -> str:
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(cell: Cell) -> str:
    if isinstance(cell, Gap):
        return f"**{_lines(cell.text, ' ')}**"
    return _lines(cell, "<br>")
