"""Nothing that anybody wrote does anything: on cards, in messages, documents, tables and names."""

from __future__ import annotations

import csv
import io
import json
import random
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from bot.cards import CardTooLargeError, card
from bot.channel_send import activities
from bot.heard import Outgoing
from bot.printing import printed
from plan.dossier import Dossier
from plan.files.archive import archive
from plan.files.calendar import Entry, written
from plan.records import Event, Plan, altered
from plan.text import file_name, readable
from tests.bot.hostile import FORMS, heard, hostile, payload
from tests.bot.lifeless import NEVER, alive
from tests.bot.test_cards import everything
from tests.bot.test_every_card import dossier, every_view
from tests.prove.trial import fresh_seed

__all__ = ["dossier"]
SEED = fresh_seed()
NOW = datetime(2026, 9, 14, 7, tzinfo=UTC)


@pytest.fixture
def chance() -> random.Random:
    print(f"seed {SEED}")  # noqa: T201 - shown when a test fails
    return random.Random(SEED)  # noqa: S311


def test_two_thousand_texts_do_nothing_in_any_element_of_a_card(chance: random.Random) -> None:
    for _ in range(2_000):
        words = payload(chance)
        made = card(everything(words), chance.choice(("nl", "en")), "k")
        assert alive(made) == [], words
        assert "entities" not in made
        assert "msteams" not in made


def test_the_walk_does_see_what_is_alive() -> None:
    made = card(everything("woorden"), "nl", "k")
    assert alive(made) == []
    for words in ("[x](y)", "{{DATE(x)}}", "\u202ex", "- x", "<at>all</at>"):
        made["body"][0]["text"] = words
        assert set(alive(made)) == {words}
    del made["body"][0]
    made["body"].append({"type": "TextRun", "text": "{{DATE(x)}}"})
    assert alive(made) == ["{{DATE(x)}}"]


def test_no_card_of_a_plan_full_of_them_does_anything(
    dossier: Dossier, chance: random.Random
) -> None:
    made = 0
    full = hostile(dossier, chance)
    assert (
        any("evil.example" in theme.title for theme in hostile(dossier, chance).themes)
        or made == 0
    )
    for view in every_view(full):
        try:
            shown = card(view, "nl", "0" * 32)
        except CardTooLargeError:
            continue
        made += 1
        assert alive(shown) == [], view.title
    assert made > 50


def test_a_message_is_plain_and_mentions_nobody(chance: random.Random) -> None:
    for _ in range(200):
        words = payload(chance)
        (sent,) = activities(Outgoing(text=words))
        assert (sent.text_format, sent.entities, sent.attachments) == ("plain", None, None)
        assert sent.text == words


def test_what_is_heard_holds_nothing_unseen(chance: random.Random) -> None:
    for words in (*FORMS, *(payload(chance) for _ in range(500))):
        once = heard(words)
        assert readable(once) == once
        assert not NEVER.search(once.replace("{{", "")), words
        once.encode()


OURS = {"TOC", "PAGE", "NUMPAGES", "PAGEREF", "SEQ", "STYLEREF"}
"""The fields that our documents have by themselves."""
PARTS = ("plan", "evaluation", "register", "college_proposal", "public_summary", "mt_note")


@pytest.mark.parametrize("part", PARTS)
def test_a_word_file_of_a_plan_full_of_them_has_no_field_and_leads_nowhere(
    dossier: Dossier, chance: random.Random, part: str
) -> None:
    name, content = printed(hostile(dossier, chance), part, "docx", "nl", NOW)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        inner = {one: package.read(one).decode("utf-8", "replace") for one in package.namelist()}
    assert not [one for one in inner if "vba" in one.lower() or one.endswith(".bin")]
    assert {one.split()[0] for one in _instructions(content)} <= OURS
    links = "".join(text for one, text in inner.items() if one.endswith(".rels"))
    assert 'TargetMode="External"' not in links
    assert "evil.example" not in links
    assert re.fullmatch(r"[a-z0-9-]{1,80}\.docx", name)


def _instructions(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        text = package.read("word/document.xml").decode()
    return re.findall(r"<w:instrText[^>]*>([^<]*)", text)


@pytest.mark.parametrize("part", PARTS)
def test_a_page_of_a_plan_full_of_them_runs_nothing(
    dossier: Dossier, chance: random.Random, part: str
) -> None:
    page = printed(hostile(dossier, chance), part, "html", "nl", NOW)[1].decode()
    body = page[page.index("<body>") :]
    assert not re.search(r"<(script|img|iframe|object|link|base|form)\b", body)
    assert not [name for name in _attributes(body) if name.startswith("on")]
    assert all(re.fullmatch(r"#h\d+", one) for one in re.findall(r'href="([^"]*)', body))
    text = printed(hostile(dossier, chance), part, "md", "nl", NOW)[1].decode()
    assert not re.search(r"(?<!\\)\]\(|(?<!\\)<(?!br>)\w|(?<![\\\w])https?:", text)


def _attributes(page: str) -> set[str]:
    """The names of all attributes, as a browser reads them."""
    found: set[str] = set()

    class Reading(HTMLParser):
        def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
            found.update(name for name, _ in attrs)

    Reading().feed(page)
    return found


def test_what_would_run_on_a_page_is_seen_and_what_is_only_read_is_not() -> None:
    assert _attributes('<p title="<img src=x onerror=1>">&lt;b onclick=1&gt;</p>') == {"title"}
    assert "onerror" in _attributes("<p>a</p><img src=x onerror=alert(1)>")


def test_no_cell_of_a_table_is_a_formula(dossier: Dossier, chance: random.Random) -> None:
    events = [
        Event(
            key=f"e{n}",
            who="p-sanne",
            what="changed",
            subject="M01",
            at=NOW,
            after=heard(payload(chance)),
        )
        for n in range(500)
    ]
    content = archive(hostile(dossier, chance).plus(events), "archive", "nl", NOW)[1]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        table = package.read("register.csv").decode("utf-8-sig")
        assert all(_is_safe(name) for name in package.namelist())
        json.loads(package.read("metadata.json"))
    rows = list(csv.reader(io.StringIO(table), delimiter=";"))
    assert len(rows) > 500
    assert {len(row) for row in rows} == {7}
    for cell in (cell for row in rows for cell in row):
        assert cell.strip()[:1] not in set("=+-@\uff1d\uff0b\uff0d\uff20"), cell


def test_no_text_makes_a_line_of_a_calendar(chance: random.Random) -> None:
    for _ in range(500):
        words = payload(chance)
        entry = Entry(uid="u", stamp=NOW, summary=words, day=NOW.date(), location=words)
        entry = replace(entry, description=words, begins=NOW, ends=NOW + timedelta(hours=1))
        lines = written([entry]).decode().replace("\r\n ", "").split("\r\n")
        assert sum(line == "BEGIN:VEVENT" for line in lines) == 1
        assert not [line for line in lines if line.startswith("ATTENDEE")]
        assert not [line for line in lines if "\n" in line or "\r" in line]
        assert {line.partition(":")[0].partition(";")[0] for line in lines if line} <= NAMES


NAMES = {
    *("BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD", "UID", "DTSTAMP", "SEQUENCE"),
    *("DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION", "END"),
}
ODD = (
    "../",
    "..\\",
    "\x00",
    "CON",
    "nul",
    "COM1",
    "LPT9",
    "aux.",
    "\u202e",
    "\U0001f600",
    ".",
    " ",
    "/",
    ":",
)


def test_a_thousand_names_make_file_names_that_every_system_takes(chance: random.Random) -> None:
    names = [*ODD, "a" * 300, *(payload(chance) for _ in range(700))]
    names += ["".join(chance.choices(ODD, k=chance.randint(1, 5))) for _ in range(300)]
    for name in names:
        assert _is_safe(f"{file_name(name)}.docx"), name


def test_a_plan_of_any_title_is_a_file_with_a_plain_name(dossier: Dossier) -> None:
    for title in ("CON", "../../x", "\u202egpj", "a" * 400):
        plan = altered(dossier.plan, title=title)
        named = dossier.plus([plan])
        assert isinstance(named.all(Plan)[0], Plan)
        for part, kind in (("plan", "html"), ("agenda", "ics"), ("archive", "zip")):
            assert _is_safe(printed(named, part, kind, "nl", NOW)[0]), (title, kind)


def _is_safe(name: str) -> bool:
    stem = name.partition(".")[0].upper()
    devices = {"CON", "PRN", "AUX", "NUL", *(f"{d}{n}" for d in ("COM", "LPT") for n in range(10))}
    one = PurePosixPath(name).name == PureWindowsPath(name).name == name
    return (
        one and stem not in devices and len(name) < 120 and name.isascii() and name.isprintable()
    )
