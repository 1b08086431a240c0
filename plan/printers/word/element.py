"""The XML that Word is written in: elements, runs of text, fields and bookmarks."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from plan.printers.plain import plain

SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element = Any
"""An lxml element; python-docx has no public type for it."""


def element(tag: str, *children: Element, **attributes: object) -> Element:
    """`element("w:shd", val="clear")`: an attribute gets the prefix of the tag."""
    made = OxmlElement(tag)
    prefix = tag.partition(":")[0]
    for name, value in attributes.items():
        made.set(qn(f"{prefix}:{name.rstrip('_')}"), str(value))
    made.extend(children)
    return made


def run(text: str, *, strong: bool = False) -> Element:
    """One run; a new line in the text is a line break, a tab a tab."""
    made = element("w:r")
    if strong:
        made.append(element("w:rPr", element("w:b")))
    fill(made, text)
    return made


def fill(run_: Element, text: str) -> None:
    """Put somebody's text into a run; nothing in it becomes markup or a field."""
    for n, line in enumerate(plain(text).split("\n")):
        if n:
            run_.append(element("w:br"))
        for m, piece in enumerate(line.split("\t")):
            if m:
                run_.append(element("w:tab"))
            words = element("w:t")
            words.text = piece
            words.set(SPACE, "preserve")
            run_.append(words)


def paragraph(style: str, *content: Element) -> Element:
    """A paragraph in a style, by the style's id."""
    return element("w:p", element("w:pPr", element("w:pStyle", val=style)), *content)


def field(code: str, *shown: Element) -> list[Element]:
    """A field of Word with what it shows until it is updated; `code` is ours, never a person's."""
    return [*field_start(code), *shown, field_mark("end")]


def field_start(code: str) -> list[Element]:
    words = element("w:instrText")
    words.text = f" {code} "
    words.set(SPACE, "preserve")
    return [field_mark("begin"), element("w:r", words), field_mark("separate")]


def field_mark(kind: str) -> Element:
    return element("w:r", element("w:fldChar", fldCharType=kind))


def bookmark(number: int, name: str) -> tuple[Element, Element]:
    """The start and the end of a bookmark."""
    return (
        element("w:bookmarkStart", id=number, name=name),
        element("w:bookmarkEnd", id=number),
    )


def link(name: str, *content: Element) -> Element:
    """A link to a bookmark in this document."""
    return element("w:hyperlink", *content, anchor=name, history=1)
