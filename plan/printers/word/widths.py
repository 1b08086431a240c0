"""How wide the columns of a table are: as asked, but no word is broken that can be kept whole."""

from __future__ import annotations

import re

from plan.blocks import Cell, Gap, Group, Table
from plan.printers.plain import in_one_line

_LETTER = 182
"""The size of the letters in a cell, in twentieths of a point, with a little to spare."""
_ROOM = 160
"""What the margins of a cell take from its width."""
_MOST = 0.3
"""The part of the table above which a long word may be broken all the same."""
_WIDE = {
    **dict.fromkeys("ijl.,:;'|", 0.27),
    **dict.fromkeys("ftrI()[]/-", 0.36),
    **dict.fromkeys("csz", 0.43),
    **dict.fromkeys("aegkvxy", 0.5),
    **dict.fromkeys("mwMW@%", 0.88),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ", 0.62),
}
"""The width of letters as part of their size; other ones take `_USUAL`."""
_USUAL = 0.53
_BOLD = 1.06
_BREAK = re.compile(r"\s+|(?<=[a-z][-/])(?=[A-Za-z])")
"""Where a line may end: at a blank, and after a hyphen in a word; not within a code or a date."""


def shares(relative: tuple[int, ...], width: int) -> tuple[int, ...]:
    """Widths that add up to the whole."""
    total = sum(relative)
    found = [part * width // total for part in relative]
    found[-1] += width - sum(found)
    return tuple(found)


def fitting(block: Table, width: int) -> tuple[int, ...]:
    """The widths of a table's columns: a narrow one takes room from those that have it."""
    asked = shares(block.widths or (1,) * len(block.head), width)
    least = [min(need, int(width * _MOST)) for need in _needs(block)]
    short = sum(max(0, need - has) for need, has in zip(least, asked, strict=True))
    spare = sum(max(0, has - need) for need, has in zip(least, asked, strict=True))
    if not short or short > spare:
        return asked
    given = [
        need if need >= has else has - (has - need) * short // spare
        for need, has in zip(least, asked, strict=True)
    ]
    given[given.index(max(given))] += width - sum(given)
    return tuple(given)


def _needs(block: Table) -> list[int]:
    """The width of the longest word in each column."""
    columns: list[set[str]] = [set() for _ in block.head]
    for row in block.rows:
        if not isinstance(row, Group):
            for words, cell in zip(columns, row, strict=True):
                words.update(_words(cell))
    bold = [max((_length(w) for w in _words(name)), default=0) * _BOLD for name in block.head]
    plain = [max(map(_length, words), default=0) for words in columns]
    return [int(max(pair) * _LETTER) + _ROOM for pair in zip(bold, plain, strict=True)]


def _words(cell: Cell) -> list[str]:
    text = cell.text if isinstance(cell, Gap) else cell
    return _BREAK.split(text)


def _length(word: str) -> float:
    return sum(_WIDE.get(letter, _USUAL) for letter in in_one_line(word))
