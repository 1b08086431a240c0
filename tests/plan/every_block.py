"""A document with every kind of block, and the texts that people could try to break it with."""

from __future__ import annotations

from datetime import UTC, datetime

from plan.blocks import (
    Bars,
    Block,
    Box,
    Bullets,
    Contents,
    Document,
    Gap,
    Grid,
    Group,
    Heading,
    PageBreak,
    Paragraph,
    Range,
    Spread,
    Table,
    Title,
)

MADE = datetime(2026, 11, 9, 9, 30, tzinfo=UTC)

HOSTILE = (
    "<b>vet</b>",
    "<script>alert(1)</script>",
    "</w:t></w:r><w:p/>",
    "# kop",
    "a | b | c",
    "- punt",
    "1. eerste",
    "{{ naam }} {% for x in y %}",
    "=SUM(A1:A9)",
    "===",
    "nul\x00bel\x07einde",
    "los\ud800stuk",
    "]]>",
    "&lt; &amp; &#x41;",
    '{ HYPERLINK "http://kwaad.example" }',
    "**vet** _schuin_ `code` ~~weg~~",
    "[klik](http://kwaad.example) ![x](y)",
    "twee\r\nregels\n\nen een lege",
    "    vier spaties",
    "<!-- weg -->",
    "w:instrText",
    "'; DROP TABLE plan; --",
    "\u202eomgekeerd \U0001f600 é",
)


def document(*blocks: Block, title: str = "Plan", landscape: bool = False) -> Document:
    return Document(
        title=title,
        language="nl",
        author="Gemeente Proefdam",
        made_at=MADE,
        blocks=blocks,
        landscape=landscape,
    )


def every_block(text: str = "woorden") -> tuple[Block, ...]:
    """One of each; `text` stands in every place where a person's words can come."""
    return (
        Title(text=text, under=text, lines=(text,)),
        PageBreak(),
        Contents(title="Inhoud"),
        PageBreak(),
        Heading(text=f"1 {text}"),
        Paragraph(text=text),
        Paragraph(text=text, strong=True),
        Paragraph(text=text, quoted=True),
        Bullets(lines=(text, text)),
        Box(title=text, text=text),
        Gap(text=text),
        PageBreak(landscape=True),
        Heading(text=f"1.1 {text}", level=2),
        Table(
            caption=text,
            head=("Code", text),
            rows=(Group(text=text), ("M1", text), ("M2", Gap(text=text))),
            widths=(20, 80),
        ),
        PageBreak(),
        Heading(text="1.1.1 Beeld", level=3),
        Bars(caption=text, rows=((text, 3.0), ("niets", 0.0)), unit="stuks"),
        Spread(
            caption=text,
            head=("Vraag", "Schaal", "Cijfers"),
            rows=(Range(label=text, low=1, middle=3, high=5, answers=4, note="mediaan 3"),),
        ),
        Grid(caption=text, corner="Keten", columns=(text, "B"), rows=((text, (0, 7)),)),
    )
