"""The pages of the Word file: A4, standing or lying, with page numbers in the footer."""

from __future__ import annotations

import copy

from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.shared import Cm

from plan.blocks import Document, Title
from plan.printers.plain import in_one_line
from plan.printers.word.element import Element, element, field, run

LONG, SHORT, SIDE = 16838, 11906, 1077
"""A4 and its side margins in twentieths of a point: 29.7 by 21 cm, 1.9 cm."""
STANDING, LYING = 1077, 850
"""The margins above and below: 1.9 cm on a standing page, 1.5 cm on a lying one."""


def width(*, landscape: bool) -> int:
    """The width of the text in twentieths of a point."""
    return (LONG if landscape else SHORT) - 2 * SIDE


def lay_out(file: WordFile, document: Document) -> None:
    """The first section, with the footer that all sections share."""
    section = file.sections[0]
    section.footer_distance = Cm(0.8)
    footer = section.footer.paragraphs[0]
    page, of = ("Pagina", "van") if document.language == "nl" else ("Page", "of")
    title = in_one_line(document.title)
    footer._p.get_or_add_pPr().append(element("w:jc", val="center"))  # noqa: SLF001
    footer._p.extend(  # noqa: SLF001
        [
            run(f"{title} · {page} "),
            *field("PAGE", run("1")),
            run(f" {of} "),
            *field("NUMPAGES", run("1")),
        ]
    )
    if document.blocks and isinstance(document.blocks[0], Title):
        section.different_first_page_header_footer = True


def section_end(settings: Element, *, landscape: bool) -> Element:
    """The properties that close a section, from those the file began with."""
    made = copy.deepcopy(settings)
    turn(made, landscape=landscape)
    return made


def turn(section: Element, *, landscape: bool) -> None:
    """Give a section the size and margins of its orientation."""
    size = section.find(qn("w:pgSz"))
    size.set(qn("w:w"), str(LONG if landscape else SHORT))
    size.set(qn("w:h"), str(SHORT if landscape else LONG))
    size.attrib.pop(qn("w:orient"), None)
    if landscape:
        size.set(qn("w:orient"), "landscape")
    margins = section.find(qn("w:pgMar"))
    high = LYING if landscape else STANDING
    for side, value in (("left", SIDE), ("right", SIDE), ("top", high), ("bottom", high)):
        margins.set(qn(f"w:{side}"), str(value))
