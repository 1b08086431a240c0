"""Going through blocks: every text in them, and every hole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plan.blocks import (
    Bars,
    Block,
    Box,
    Bullets,
    Cell,
    Contents,
    Gap,
    Grid,
    Group,
    Heading,
    Paragraph,
    Row,
    Spread,
    Table,
    Title,
)


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Every text a reader sees, in order."""
    for block in blocks:
        yield from _of_block(block)


def gaps(blocks: Iterable[Block]) -> int:
    """How many holes: gaps of their own and in cells."""
    return sum(
        sum(isinstance(cell, Gap) for row in block.rows for cell in cells(row))
        if isinstance(block, Table)
        else isinstance(block, Gap)
        for block in blocks
    )


def cells(row: Row) -> tuple[Cell, ...]:
    return (row.text,) if isinstance(row, Group) else row


def _of_block(block: Block) -> Iterator[str]:
    match block:
        case Title(text=text, under=under, lines=lines):
            yield from (text, under, *lines)
        case Heading(text=text) | Paragraph(text=text) | Gap(text=text):
            yield text
        case Contents(title=title):
            yield title
        case Bullets(lines=lines):
            yield from lines
        case Box(title=title, text=text):
            yield from (title, text)
        case Table() | Bars() | Grid() | Spread():
            yield from _of_table(block)
        case _:
            return


def _of_table(block: Table | Bars | Grid | Spread) -> Iterator[str]:
    yield block.caption
    match block:
        case Table(head=head, rows=rows):
            yield from head
            for row in rows:
                yield from (c.text if isinstance(c, Gap) else c for c in cells(row))
        case Bars(rows=bars):
            yield from (label for label, _ in bars)
        case Grid(columns=columns, corner=corner, rows=grid):
            yield from (corner, *columns, *(label for label, _ in grid))
        case Spread(head=names, rows=ranges):
            yield from names
            yield from (text for found in ranges for text in (found.label, found.note))
