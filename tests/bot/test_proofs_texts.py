"""A share of the proof that nothing anybody wrote does anything, and that it sees what would."""

from __future__ import annotations

import io
import random
import re
import sys
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement

from bot.inert import inert_line
from bot.plans import Plans
from plan.records import Person
from tests.bot.connector import Connector
from tests.bot.lifeless import NEVER, ODD, READERS, alive, live
from tests.bot.town import a_town
from tests.prove import trial
from tests.prove.canaries import heard_by
from tests.prove.texts import MOMENTS, begun, papers, prove, walked, words, wrong_in
from tests.prove.trial import fresh_seed

SEED = fresh_seed()
SHARE = 0.02


@pytest.fixture
def chance() -> random.Random:
    print(f"seed {SEED}")  # noqa: T201 - shown when a test fails
    return random.Random(SEED)  # noqa: S311


def test_a_share_of_the_proof(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        sys.stdout.write(f" [--only texts --seed {SEED} --scale {SHARE}] ")
    with trial.begun("texts", SEED, SHARE) as share:
        prove(share)
        assert share.counts["cards"] > 50 * len(MOMENTS)
        assert share.counts["messages"] > 10 * len(MOMENTS)
        assert share.counts["files"] > len(MOMENTS)


OFFER = "application/vnd.microsoft.teams.card.file.consent"


async def test_nothing_of_it_does_anything_in_what_goes_over_the_wire(
    tmp_path: Path, connector: Connector, chance: random.Random
) -> None:
    known, _ = begun("first_year, before", chance)
    async with a_town(tmp_path / "store", connector, file=None) as town:
        town.key = await Plans(town.store).seats.begin(known.records())
        for key in ("p-co", "p07"):
            person = known.get(Person, key)
            assert person
            said = ["verder", "status", "openstaand", "concept", "waarom M07", "mijn gegevens"]
            await heard_by(town, person, [*said, *words(chance)[-4:]], known, depth=1)
        await town.post()
    sent = [one.activity for one in (*connector.sent, *connector.updated)]
    assert len(sent) > 30
    for one in sent:
        assert one.get("textFormat", "plain") == "plain"
        assert not one.get("entities")
        assert not ODD.search(one.get("text") or "")
        assert not NEVER.search(one.get("summary") or "")
        for attached in one.get("attachments") or ():
            assert alive(attached["content"]) == []
            if attached["contentType"] == OFFER:
                assert re.fullmatch(r"[a-z0-9-]{1,80}\.(docx|ics|zip)", attached["name"])
    files = [content for _, content in connector.uploads]
    assert [wrong for one in files for wrong in live(f"x.{ending(one)}", one)] == []
    assert files


def ending(content: bytes) -> str:
    if content.startswith(b"BEGIN:VCALENDAR"):
        return "ics"
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return "docx" if "word/document.xml" in package.namelist() else "zip"


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
