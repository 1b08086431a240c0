"""What a document is made of; only a printer knows markup."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Title:
    """The cover: title, a line under it, and small lines such as version and date."""

    text: str
    under: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Heading:
    text: str
    level: int = 1
    """1 for a chapter, 2 and 3 below it."""


@dataclass(frozen=True, kw_only=True)
class Contents:
    """Where the table of contents stands: the headings of level 1 and 2 that follow it."""

    title: str


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    text: str
    strong: bool = False
    quoted: bool = False
    """Somebody's own words."""


@dataclass(frozen=True, kw_only=True)
class Bullets:
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Box:
    """A passage set apart, such as the effect an action item is after."""

    title: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Gap:
    """A hole in the draft that the reader must see; as a block or as one cell of a table."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Group:
    """A row of a table that names the rows under it."""

    text: str


Cell = str | Gap
Row = tuple[Cell, ...] | Group


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows under a head that is repeated on every page; `caption` is read aloud too."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[int, ...] = ()
    """Relative widths; empty means equal."""


@dataclass(frozen=True, kw_only=True)
class Bars:
    """A picture of a few numbers side by side, printed with its figures in text."""

    caption: str
    rows: tuple[tuple[str, float], ...]
    unit: str = ""
    single: str = ""
    """The unit of exactly one; the same word when empty."""

    def figure(self, value: float) -> str:
        """`1 maatregel`, `2 maatregelen`."""
        unit = self.single if value == 1 and self.single else self.unit
        return f"{value:g} {unit}".strip()


@dataclass(frozen=True, kw_only=True)
class Range:
    """How answers on a scale lie: where they begin, their middle and where they end."""

    label: str
    low: float
    middle: float
    high: float
    answers: int
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Spread:
    """A picture of median and spread on a scale from 1 to 5, printed with its figures in text.

    `head` names the columns: what was asked about, the scale, the figures.
    """

    caption: str
    head: tuple[str, str, str]
    rows: tuple[Range, ...]


@dataclass(frozen=True, kw_only=True)
class Grid:
    """The chain x target grid of a theme: counts, rows = chain phases, columns = targets."""

    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, kw_only=True)
class PageBreak:
    """What follows begins on a new page."""

    landscape: bool = False
    """Whether the pages from here on lie on their side."""


Block = (
    Title
    | Heading
    | Contents
    | Paragraph
    | Bullets
    | Box
    | Table
    | Bars
    | Spread
    | Grid
    | Gap
    | PageBreak
)


@dataclass(frozen=True, kw_only=True)
class Document:
    """Blocks in reading order, with what a file says about itself."""

    title: str
    language: str
    author: str
    made_at: datetime
    """The moment it was compiled; the only date a printer writes into the file."""
    blocks: tuple[Block, ...]
    landscape: bool = False
