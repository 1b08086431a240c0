"""Bars, spreads and grids in Word: native tables, with the figures beside the picture."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

from plan.blocks import Bars, Grid, Spread
from plan.printers.plain import in_one_line
from plan.printers.word.element import Element
from plan.printers.word.picture import drawing, strip
from plan.printers.word.styles import GROUND, LINE, PALE
from plan.printers.word.table import frame, head_row, row, shade, whole
from plan.printers.word.widths import shares

_SHADES = (GROUND, PALE, LINE)


class Figures:
    """Makes figures for one file; numbers its pictures."""

    def __init__(self, part: Any) -> None:
        self._part = part
        self._pictures = 0

    def bars(self, block: Bars, width: int) -> Element:
        widths = shares((38, 46, 16), width)
        made = frame(block.caption, widths)
        most = max((value for _, value in block.rows), default=0) or 1
        for label, value in block.rows:
            line = row((label, "", block.figure(value)), widths)
            words = f"{label}: {block.figure(value)}"
            self._draw(line, strip(0, max(value, 0) / most), widths[1], words)
            made.append(line)
        return whole(made)

    def spread(self, block: Spread, width: int) -> Element:
        widths = shares((34, 30, 36), width)
        made = frame(block.caption, widths)
        made.append(head_row(block.head, widths))
        for found in block.rows:
            low, middle, high = ((n - 1) / 4 for n in (found.low, found.middle, found.high))
            line = row((found.label, "", found.note), widths)
            picture = strip(low, high, middle)
            self._draw(line, picture, widths[1], f"{found.label}: {found.note}")
            made.append(line)
        return whole(made)

    def grid(self, block: Grid, width: int) -> Element:
        """Counts with a ground that deepens; the figure itself says how many."""
        widths = shares((28, *(18,) * len(block.columns)), width)
        made = frame(block.caption, widths)
        made.append(head_row((block.corner, *block.columns), widths))
        for label, counts in block.rows:
            line = row((label, *(str(count) for count in counts)), widths)
            for cell, count in zip(line.findall(qn("w:tc"))[1:], counts, strict=True):
                if count:
                    shade(cell, _SHADES[min(count, len(_SHADES)) - 1])
            made.append(line)
        return whole(made)

    def _draw(self, line: Element, png: bytes, width: int, words: str) -> None:
        self._pictures += 1
        place = line.findall(qn("w:tc"))[1]
        paragraph = place[1]
        paragraph.remove(paragraph[1])
        picture = drawing(self._part, png, width - 200, self._pictures, in_one_line(words))
        paragraph.append(picture)
