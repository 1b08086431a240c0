"""Pictures of numbers: one small strip per row of a table, drawn without a drawing library."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from docx.oxml.shape import CT_Inline
from docx.shared import Emu

from plan.printers.word.element import Element, element
from plan.printers.word.styles import INK, LINE, PALE

_WIDE, _HIGH = 480, 24
_COLOURS = (b"\xff\xff\xff", *(bytes.fromhex(code) for code in (PALE, LINE, INK)))
_EMU = 635
"""In one twentieth of a point."""


def strip(low: float, high: float, mark: float | None = None) -> bytes:
    """A PNG of a track from 0 to 1 with a bar from low to high, and perhaps a mark."""
    first, last = round(low * (_WIDE - 1)), max(round(high * (_WIDE - 1)), 1)
    bar = 2 if mark is not None else 3
    inner = [bar if first <= x <= last else 1 for x in range(_WIDE)]
    tall = list(inner)
    if mark is not None:
        middle = round(mark * (_WIDE - 13)) + 6
        for x in range(middle - 6, middle + 7):
            inner[x] = tall[x] = 3
    edge = [3 if pixel == 3 and mark is not None else 0 for pixel in tall]
    rows = [edge] * 3 + [inner] * (_HIGH - 6) + [edge] * 3
    return _png(rows)


def _png(rows: list[list[int]]) -> bytes:
    raw = b"".join(b"\x00" + bytes(row) for row in rows)
    header = struct.pack(">IIBBBBB", _WIDE, len(rows), 8, 3, 0, 0, 0)
    chunks = (
        (b"IHDR", header),
        (b"PLTE", b"".join(_COLOURS)),
        (b"IDAT", zlib.compress(raw, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


def drawing(part: Any, png: bytes, width: int, number: int, words: str) -> Element:
    """A run with a strip, `width` twentieths of a point wide; `words` are read instead."""
    relation, _ = part.get_or_add_image(io.BytesIO(png))
    across, high = Emu(width * _EMU), Emu(width * _EMU * _HIGH // _WIDE)
    inline = CT_Inline.new_pic_inline(number, relation, f"strip{number}.png", across, high)
    inline.docPr.set("descr", words)
    return element("w:r", element("w:drawing", inline))
