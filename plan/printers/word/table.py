"""Tables in Word: a row is built once and cloned, so time grows with the rows."""

from __future__ import annotations

import copy

from docx.oxml.ns import qn

from plan.blocks import Cell, Gap, Group, Row, Table
from plan.printers.plain import in_one_line
from plan.printers.word.element import Element, element, fill, paragraph, run
from plan.printers.word.styles import LINE, OPEN_GROUND, OPEN_INK, PALE, STYLES
from plan.printers.word.widths import fitting

_WORDS = qn("w:t")
SMALL = 3
"""A table of so few rows is kept on one page."""


def table(block: Table, width: int) -> Element:
    """A whole table, `width` twentieths of a point wide."""
    widths = fitting(block, width)
    made = frame(block.caption, widths)
    made.append(head_row(block.head, widths))
    model = row([""] * len(widths), widths)
    made.extend(_row(each, model, width) for each in block.rows)
    return whole(made) if len(block.rows) <= SMALL else made


def frame(caption: str, widths: tuple[int, ...]) -> Element:
    """A table without rows: thin lines between rows, room in the cells, a title read aloud."""
    spoken = in_one_line(caption)
    lines = element(
        "w:tblBorders",
        *(
            element(f"w:{side}", val="single", sz=4, space=0, color=LINE)
            for side in ("top", "bottom", "insideH")
        ),
    )
    room = element(
        "w:tblCellMar",
        *(
            element(f"w:{side}", w=size, type="dxa")
            for side, size in (("top", 50), ("left", 80), ("bottom", 50), ("right", 80))
        ),
    )
    properties = element(
        "w:tblPr",
        element("w:tblW", w=sum(widths), type="dxa"),
        lines,
        element("w:tblLayout", type="fixed"),
        room,
        element(
            "w:tblLook",
            val="0020",
            firstRow=1,
            lastRow=0,
            firstColumn=0,
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
        element("w:tblCaption", val=spoken),
        element("w:tblDescription", val=spoken),
    )
    grid = element("w:tblGrid", *(element("w:gridCol", w=part) for part in widths))
    return element("w:tbl", properties, grid)


def head_row(names: tuple[str, ...], widths: tuple[int, ...]) -> Element:
    made = element("w:tr", element("w:trPr", element("w:cantSplit"), element("w:tblHeader")))
    made.extend(
        _cell(paragraph(STYLES["head"], run(name)), part, ground=PALE)
        for name, part in zip(names, widths, strict=True)
    )
    return made


def row(cells: list[str] | tuple[str, ...], widths: tuple[int, ...]) -> Element:
    """A row of plain cells that stays on one page."""
    made = element("w:tr", element("w:trPr", element("w:cantSplit")))
    for text, part in zip(cells, widths, strict=True):
        made.append(_cell(paragraph(STYLES["cell"], run(text)), part))
    return made


def _cell(content: Element, width: int, *, ground: str = "", span: int = 1) -> Element:
    properties = element("w:tcPr", element("w:tcW", w=width, type="dxa"))
    if span > 1:
        properties.append(element("w:gridSpan", val=span))
    if ground:
        properties.append(element("w:shd", val="clear", color="auto", fill=ground))
    return element("w:tc", properties, content)


def whole(made: Element) -> Element:
    """A small table that is not broken over two pages: every row but the last holds the next."""
    for line in made.findall(qn("w:tr"))[:-1]:
        for cell in line.iterchildren(qn("w:tc")):
            cell[1].find(qn("w:pPr")).insert(1, element("w:keepNext"))
    return made


def shade(cell: Element, ground: str) -> None:
    cell.find(qn("w:tcPr")).append(element("w:shd", val="clear", color="auto", fill=ground))


def _row(cells: Row, model: Element, width: int) -> Element:
    if isinstance(cells, Group):
        return _group(cells, model, width)
    made = copy.deepcopy(model)
    for place, cell in zip(list(made.iter(_WORDS)), cells, strict=True):
        if isinstance(cell, str) and cell.isprintable():
            place.text = cell
        else:
            _fill(place.getparent(), cell)
    return made


def _fill(words: Element, cell: Cell) -> None:
    """What is more than one plain line: several lines, or a hole in bold on a ground."""
    words.clear()
    if isinstance(cell, Gap):
        shade(words.getparent().getparent(), OPEN_GROUND)
        words.append(element("w:rPr", element("w:b"), element("w:color", val=OPEN_INK)))
    fill(words, cell.text if isinstance(cell, Gap) else cell)


def _group(block: Group, model: Element, width: int) -> Element:
    columns = len(model.findall(qn("w:tc")))
    made = element("w:tr", element("w:trPr", element("w:cantSplit")))
    made.append(_cell(paragraph(STYLES["head"], run(block.text)), width, span=columns))
    return made
