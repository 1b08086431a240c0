"""From blocks to bytes: one printer per file type, in one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from plan.blocks import Document
from plan.printers.html import print_html
from plan.printers.markdown import print_markdown
from plan.printers.word import print_word


@dataclass(frozen=True, kw_only=True)
class Printer:
    """`ending` is that of a file's name, without the dot."""

    ending: str
    media_type: str
    print: Callable[[Document], bytes]


PRINTERS = {
    printer.ending: printer
    for printer in (
        Printer(
            ending="docx",
            media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            print=print_word,
        ),
        Printer(ending="html", media_type="text/html; charset=utf-8", print=print_html),
        Printer(ending="md", media_type="text/markdown; charset=utf-8", print=print_markdown),
    )
}
