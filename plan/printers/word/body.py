"""The body of the Word file: every block after the one before it."""

from __future__ import annotations

from typing import assert_never

from docx.document import Document as WordFile
from docx.oxml.ns import qn

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
from plan.printers.plain import in_one_line
from plan.printers.word import page
from plan.printers.word.element import (
    Element,
    bookmark,
    element,
    field_mark,
    field_start,
    link,
    paragraph,
    run,
)
from plan.printers.word.figure import Figures
from plan.printers.word.styles import STYLES
from plan.printers.word.table import table

_RANGE = "plan_contents"
CONTENTS_DEPTH = 2
"""How many levels of headings the contents list."""


class Body:
    """Takes blocks one by one; `close` ends the last section."""

    def __init__(self, file: WordFile, document: Document) -> None:
        self._document = document
        self._body = file.element.body
        self._settings = self._body.find(qn("w:sectPr"))
        self._body.remove(self._settings)
        for left in list(self._body):
            self._body.remove(left)
        self._figures = Figures(file.part)
        self._landscape = document.landscape
        self._new_page = False
        self._headings = 0
        self._ranged = False
        self._said = ""

    def add(self, block: Block) -> None:
        if isinstance(block, PageBreak):
            self._turn(block)
        else:
            for made in self._made(block):
                self._append(made)
            self._said = block.text if isinstance(block, Heading) else ""

    def close(self) -> None:
        if self._ranged:
            self._body.append(bookmark(0, _RANGE)[1])
        if not len(self._body) or self._body[-1].tag == qn("w:tbl"):
            self._body.append(paragraph(STYLES["cell"]))
        page.turn(self._settings, landscape=self._landscape)
        self._body.append(self._settings)

    def _turn(self, break_: PageBreak) -> None:
        self._new_page = len(self._body) > 0
        if break_.landscape == self._landscape:
            return
        if len(self._body):
            if self._body[-1].tag != qn("w:p"):
                self._body.append(paragraph(STYLES["cell"]))
            end = page.section_end(self._settings, landscape=self._landscape)
            self._body[-1].get_or_add_pPr().append(end)
            self._only_first_has_cover()
        self._new_page = False
        self._landscape = break_.landscape

    def _only_first_has_cover(self) -> None:
        for mark in self._settings.findall(qn("w:titlePg")):
            self._settings.remove(mark)

    def _append(self, made: Element) -> None:
        if made.tag == qn("w:p"):
            style = _style(made)
            if self._new_page:
                made.find(qn("w:pPr")).append(element("w:pageBreakBefore"))
                self._new_page = False
            elif len(self._body):
                _stand_off(made, self._body[-1])
            if style == "Caption":
                self._hold_on()
        self._body.append(made)

    def _hold_on(self) -> None:
        """The words before a table stay with it."""
        last = self._body[-1] if len(self._body) else None
        if (
            last is not None
            and last.tag == qn("w:p")
            and _style(last) in ("Normal", STYLES["gap"])
        ):
            last.find(qn("w:pPr")).insert(1, element("w:keepNext"))

    def _made(self, block: Block) -> list[Element]:
        match block:
            case Title() | Heading() | Contents() | Paragraph() | Bullets() | Box() | Gap():
                return self._words(block)
            case Table() | Bars() | Spread() | Grid():
                return self._tabular(block)
            case PageBreak():
                return []
            case _:
                assert_never(block)

    def _tabular(self, block: Table | Bars | Spread | Grid) -> list[Element]:
        """A caption that only repeats the heading above it is read aloud, not printed."""
        width = page.width(landscape=self._landscape)
        caption = [] if self._said.endswith(block.caption) else [_caption(block.caption)]
        match block:
            case Table():
                return [*caption, table(block, width)]
            case Bars():
                return [*caption, self._figures.bars(block, width)]
            case Spread():
                return [*caption, self._figures.spread(block, width)]
            case Grid():
                return [*caption, self._figures.grid(block, width)]

    def _words(
        self, block: Title | Heading | Contents | Paragraph | Bullets | Box | Gap
    ) -> list[Element]:
        match block:
            case Title():
                return _cover(block)
            case Heading():
                return [self._heading(block)]
            case Contents():
                return self._contents(block)
            case Paragraph(text=text, strong=strong, quoted=quoted):
                return [paragraph("Quote" if quoted else "Normal", run(text, strong=strong))]
            case Bullets(lines=lines):
                return [paragraph("ListBullet", run(line)) for line in lines]
            case Box(title=title, text=text):
                return [paragraph(STYLES["box"], run(f"{title}: ", strong=True), run(text))]
            case Gap(text=text):
                return [paragraph(STYLES["gap"], run(text))]

    def _heading(self, block: Heading) -> Element:
        self._headings += 1
        start, end = bookmark(self._headings, _name(self._headings))
        words = run(in_one_line(block.text))
        return paragraph(f"Heading{min(block.level, 9)}", start, words, end)

    def _contents(self, block: Contents) -> list[Element]:
        """The entries stand there before Word is asked to update them."""
        made = [paragraph(STYLES["contents"], run(in_one_line(block.title)))]
        entries = self._entries(block)
        for n, (number, heading) in enumerate(entries):
            line = paragraph(f"TOC{heading.level}")
            if n == 0:
                line.extend(field_start(f'TOC \\o "1-{CONTENTS_DEPTH}" \\h \\z \\u \\b {_RANGE}'))
            line.append(link(_name(number), run(in_one_line(heading.text))))
            if n == len(entries) - 1:
                line.append(field_mark("end"))
            made.append(line)
        if entries:
            made.append(bookmark(0, _RANGE)[0])
            self._ranged = True
        return made

    def _entries(self, block: Contents) -> list[tuple[int, Heading]]:
        """The headings after this block with the number of their bookmark."""
        headings = [b for b in self._document.blocks if isinstance(b, Heading)]
        after = list(enumerate(headings, start=1))[self._headings :]
        return [(number, heading) for number, heading in after if heading.level <= CONTENTS_DEPTH]


def _name(number: int) -> str:
    return f"_Toc{number:06d}"


def _style(made: Element) -> str:
    return str(made.find(qn("w:pPr"))[0].get(qn("w:val")))


def _stand_off(made: Element, before: Element) -> None:
    """Room above a chapter, and between a table and plain words under it."""
    style, properties = _style(made), made.find(qn("w:pPr"))
    if style == "Heading1":
        properties.append(element("w:spacing", before=480))
    elif before.tag == qn("w:tbl") and style in ("Normal", "ListBullet", STYLES["gap"]):
        properties.append(element("w:spacing", before=160))


def _caption(text: str) -> Element:
    return paragraph("Caption", run(in_one_line(text)))


def _cover(block: Title) -> list[Element]:
    return [
        paragraph(STYLES["cover_name"], run(in_one_line(block.under))),
        paragraph("Title", run(in_one_line(block.text))),
        *(paragraph(STYLES["cover_line"], run(in_one_line(line))) for line in block.lines),
    ]
