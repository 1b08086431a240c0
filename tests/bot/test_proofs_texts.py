"""A share of the proof that nothing anybody wrote does anything, and that it sees what would."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement

from bot.inert import inert_line
from tests.bot.lifeless import READERS, live
from tests.prove.texts import MOMENTS, begun, files_of, papers, walked, wrong_in
from tests.prove.trial import fresh_seed

SEED = fresh_seed()
SHARE = 0.04
"""Of the files; of the people three, and of their words a twelfth."""


@pytest.fixture
def chance() -> random.Random:
    print(f"seed {SEED}")  # noqa: T201 - shown when a test fails
    return random.Random(SEED)  # noqa: S311


@pytest.mark.parametrize("moment", MOMENTS)
def test_nothing_that_was_written_does_anything(moment: str, chance: random.Random) -> None:
    walk = walked(moment, chance, people=3, share=0.08, days=28)
    assert walk.wrong == []
    assert sum(walk.cards.values()) > 40
    assert len(walk.cards) > 7
    assert len(walk.messages) > 10
    found = dict(files_of(moment, chance, SHARE))
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def as_it_is(words: str | None) -> str:
    return words or ""


@pytest.mark.parametrize(
    "place", ["bot.inert.inert", "bot.card_text.text_only", "bot.card_inputs.inert_line"]
)
def test_a_card_on_which_texts_stand_as_they_were_written_is_seen(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    inert_line.cache_clear()
    monkeypatch.setattr(place, as_it_is)
    walk = walked("first_year, checking", random.Random(1), people=1, share=1.0, days=400)  # noqa: S311
    inert_line.cache_clear()
    assert walk.wrong


@pytest.mark.parametrize(
    ("place", "part", "kind"),
    [
        ("plan.printers.markdown.escaped", "register", "md"),
        ("plan.printers.html_table.text", "register", "html"),
        ("plan.printers.html.words", "plan", "html"),
        ("plan.files.archive._cell", "archive", "zip"),
        ("plan.files.calendar.escaped", "agenda", "ics"),
    ],
)
def test_a_file_in_which_texts_stand_as_they_were_written_is_seen(
    place: str, part: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, now = begun("first_year, adopted", random.Random(1))  # noqa: S311
    assert wrong_in(known, now, part, kind) == []
    module, _, name = place.rpartition(".")
    monkeypatch.setattr(import_module(module), name, as_it_is)
    assert wrong_in(known, now, part, kind)


def word(change: Callable[[Any], None]) -> bytes:
    made, out = Document(), io.BytesIO()
    change(made)
    made.save(out)
    return out.getvalue()


def field(made: Any) -> None:
    piece = OxmlElement("w:instrText")
    piece.text = "DDEAUTO cmd"
    made.add_paragraph().add_run()._r.append(piece)  # noqa: SLF001


def linked(made: Any) -> None:
    made.part.relate_to(
        "https://evil.example/x",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )


def packed(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(name, content)
    return out.getvalue()


def page(body: str) -> bytes:
    return f"<html><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("docx", word(field)),
        ("docx", word(linked)),
        ("html", page("<img src=x onerror=alert(1)>")),
        ("html", page('<p onclick="x">x</p>')),
        ("html", page('<a href="https://evil.example">x</a>')),
        ("html", page("\u202ex")),
        ("md", b"[x](https://evil.example)"),
        ("md", b"<b>x</b>"),
        ("md", b"zie https://evil.example"),
        ("csv", b"a;b\r\n=cmd();x\r\n"),
        ("csv", b"a;b\r\nx\r\n"),
        ("ics", b"BEGIN:VEVENT\r\nATTENDEE:mailto:x@y\r\nEND:VEVENT\r\n"),
        ("ics", b"SUMMARY:" + b"x" * 80 + b"\r\n"),
        ("zip", packed("../x.csv", b"a;b\r\n")),
        ("zip", packed("x.csv", b"a;b\r\n+1;2\r\n")),
        ("json", '{"a": "\u202e"}'.encode()),
        ("txt", b"\x1b[31m"),
    ],
)
def test_what_would_do_something_in_a_file_is_seen(kind: str, content: bytes) -> None:
    assert live(f"x.{kind}", content)


def test_every_kind_of_file_is_read() -> None:
    known, _ = begun("running", random.Random(1))  # noqa: S311
    assert {kind for _, kind in papers(known)} <= set(READERS)


def test_a_plain_word_file_is_all_right(tmp_path: Path) -> None:
    assert live("x.docx", word(lambda made: made.add_paragraph("Tekst"))) == []
