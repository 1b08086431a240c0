"""What in a card, a text or a file would do more than be read; nothing where all is well."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as Xml

from tests.bot.test_cards import MARKDOWN, READ_AS_MARKDOWN, inside

LIVE = re.compile(r"[\[\]*_`~<>\\]|\{\{|[\u202a-\u202e\u2066-\u2069]|(?m:^\s*([-+#>]|\d+[.)]) )")
"""What is read as Markdown, as a function of a card, or the other way round."""
UNSEEN = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
NEVER = re.compile(rf"\{{\{{|{UNSEEN}")
ODD = re.compile(UNSEEN)
FIELDS = {"TOC", "PAGE", "NUMPAGES", "PAGEREF", "SEQ", "STYLEREF"}
"""The fields that our documents have by themselves."""
LINES = {
    *("BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD", "UID", "DTSTAMP", "SEQUENCE", "TRANSP"),
    *("DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION", "END"),
}
"""The lines that our calendars have."""
FORMULA = "=-+@\uff1d\uff0b\uff0d\uff20"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def alive(made: Any) -> list[str]:
    """Strings of a card that would do more than be read."""
    found = []
    for piece in inside(made):
        marked = (*READ_AS_MARKDOWN, *MARKDOWN.get(piece.get("type", ""), ()))
        found += [piece[key] for key in marked if key in piece and LIVE.search(str(piece[key]))]
        for key, value in piece.items():
            if key in ("value", "data", "$schema") or not isinstance(value, str):
                continue
            found += [value] if NEVER.search(value) else []
    return found


def live(name: str, content: bytes) -> list[str]:
    """The same of a file, by the ending of its name; of a package everything in it."""
    ending = name.rpartition(".")[2]
    return [f"{name}: {what[:200]!r}" for what in READERS[ending](content)]


def _word(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        inner = {one: package.read(one) for one in package.namelist()}
    yield from (one for one in inner if "vba" in one.lower() or one.endswith(".bin"))
    for one, body in inner.items():
        if one.endswith((".xml", ".rels")):
            tree, text = Xml.fromstring(body), body.decode()  # noqa: S314 - our own
            yield from ODD.findall(text)
            yield from ("external" for _ in re.findall('TargetMode="External"', text))
            words = [field.text or "" for field in tree.iter(f"{W}instrText")]
            yield from (word for word in words if (word.split() or ["?"])[0] not in FIELDS)
            links = [dict(link.attrib) for link in tree.iter(f"{W}hyperlink")]
            yield from (str(link) for link in links if f"{W}anchor" not in link)
        if one.endswith(".rels"):
            yield from re.findall("evil[.]example", body.decode())


def _page(content: bytes) -> Iterator[str]:
    page = content.decode()
    body = page[page.index("<body>") :]
    reading = _Reading()
    reading.feed(body)
    yield from reading.wrong
    yield from ODD.findall(page)


class _Reading(HTMLParser):
    """What a browser would do with it."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "img", "iframe", "object", "link", "base", "form", "style", "meta"):
            self.wrong.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in ("src", "action", "srcdoc"):
                self.wrong.append(name)
            if name == "style" and not re.fullmatch(r"(?:(?:width|left):[\d.]+%;?)+", value or ""):
                self.wrong.append(str(value))
            if name == "href" and not re.fullmatch(r"#h\d+", value or ""):
                self.wrong.append(str(value))


def _markdown(content: bytes) -> Iterator[str]:
    text = content.decode()
    for found in re.finditer(r"(?<!\\)\]\(|(?<!\\)<(?!br>)[\w/!]|(?<![\\\w])https?:", text):
        yield text[max(0, found.start() - 60) : found.end() + 60]
    yield from ODD.findall(text)


def _calendar(content: bytes) -> Iterator[str]:
    whole = content.decode()
    lines = whole.replace("\r\n ", "").split("\r\n")
    yield from (line for line in lines if "\n" in line or "\r" in line)
    yield from (
        line for line in lines if line and re.split("[:;]", line, maxsplit=1)[0] not in LINES
    )
    yield from (line for line in whole.split("\r\n") if len(line.encode()) > 75)
    yield from ODD.findall(whole.replace("\r", ""))


def _table(content: bytes) -> Iterator[str]:
    text = content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    yield from (str(row) for row in rows if len(row) != len(rows[0]))
    for cell in (cell for row in rows for cell in row):
        if cell.strip()[:1] in set(FORMULA) or ODD.search(cell.replace("\r", "")):
            yield cell


def _package(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if not re.fullmatch(r"[a-z0-9-]{1,80}\.[a-z]{2,5}", name):
                yield name
            yield from live(name, package.read(name))


def _json(content: bytes) -> Iterator[str]:
    json.loads(content)
    yield from ODD.findall(content.decode())


READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    "docx": _word,
    "html": _page,
    "md": _markdown,
    "ics": _calendar,
    "csv": _table,
    "zip": _package,
    "json": _json,
    "txt": lambda content: iter(ODD.findall(content.decode())),
}
