"""Draws teams/*.svg as the icons of the Teams package; by hand, after a change of a drawing.

.venv/bin/python scripts/icons.py
"""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

TEAMS = Path(__file__).parents[1] / "teams"
SIZES = {"color": 192, "outline": 32}


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        for name, size in SIZES.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            pixels = drawn(page, (TEAMS / f"{name}.svg").read_text(encoding="utf-8"), size)
            if name == "outline":  # Only white, more or less of it: Teams gives it its colour.
                pixels = b"".join(b"\xff\xff\xff" + pixels[n : n + 1] for n in alphas(pixels))
            (TEAMS / f"{name}.png").write_bytes(png(pixels, size))


def drawn(page: Page, svg: str, size: int) -> bytes:
    """The pixels of a drawing: red, green, blue and alpha, row by row."""
    script = """async ([svg, size]) => {
        const image = new Image();
        image.src = 'data:image/svg+xml;utf8,' + encodeURIComponent(svg);
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = size;
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0, size, size);
        return Array.from(context.getImageData(0, 0, size, size).data);
    }"""
    return bytes(page.evaluate(script, [svg, size]))


def alphas(pixels: bytes) -> range:
    return range(3, len(pixels), 4)


def png(pixels: bytes, size: int) -> bytes:
    """A PNG with nothing in it but these pixels."""
    rows = (b"\0" + pixels[n : n + 4 * size] for n in range(0, len(pixels), 4 * size))
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def chunk(kind: bytes, content: bytes) -> bytes:
    whole = kind + content
    return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))


if __name__ == "__main__":
    main()
