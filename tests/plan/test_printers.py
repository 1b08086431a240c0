"""Every printer over every block: nothing is lost, and a person's text stays text."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan.blocks import Bars, Block, Document, Paragraph
from plan.printers import PRINTERS
from plan.printers.plain import plain
from tests.plan.every_block import HOSTILE, document, every_block
from tests.plan.tiny import dossier, measure, organisation
from tests.plan.tiny_document import compiled, tiny

UNESCAPE = re.compile(r"\\(.)")


class Words(HTMLParser):
    """The text of a page as a browser shows it, and the tags it has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "br":
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def shown(ending: str, printed: bytes) -> str:
    """What a reader sees of a file."""
    if ending == "html":
        return "".join(Words(printed.decode()).said)
    if ending == "md":
        return UNESCAPE.sub(r"\1", printed.decode().replace("<br>", "\n"))
    body = docx.Document(io.BytesIO(printed)).element.body
    return "".join(
        "\n" if node.tag.endswith(("}br", "}p")) else node.text or ""
        for node in body.iter()
        if node.tag.endswith(("}t", "}br", "}p"))
    )


def squeezed(text: str) -> str:
    return " ".join(plain(text).split())


def test_one_measure_is_counted_as_one() -> None:
    block = Bars(caption="Wie trekt wat", rows=(), unit="maatregelen", single="maatregel")
    assert [block.figure(n) for n in (0, 1, 2)] == [
        "0 maatregelen",
        "1 maatregel",
        "2 maatregelen",
    ]
    assert Bars(caption="", rows=(), unit="stuks").figure(1) == "1 stuks"
    one = dossier(organisation("POL"), measure("M1", "POL"))
    for ending in ("html", "docx"):
        printed = shown(ending, PRINTERS[ending].print(compiled(one)))
        assert not re.search(r"(?<!van de )\b1 maatregelen", printed)
        assert re.search(r"\b1 maatregel\b", printed)


@pytest.mark.parametrize("ending", PRINTERS)
def test_every_printer_prints_every_block(ending: str) -> None:
    printed = PRINTERS[ending].print(document(*every_block("een gewoon woord")))
    assert shown(ending, printed).count("een gewoon woord") >= 20


@pytest.mark.parametrize("ending", PRINTERS)
@pytest.mark.parametrize("block", every_block(), ids=lambda block: type(block).__name__)
def test_every_block_can_stand_alone(ending: str, block: Block) -> None:
    assert PRINTERS[ending].print(document(block))


@pytest.mark.parametrize("ending", PRINTERS)
def test_a_document_without_blocks_is_a_file(ending: str) -> None:
    assert PRINTERS[ending].print(document())


@pytest.mark.parametrize("ending", PRINTERS)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_persons_text_stays_text(ending: str, text: str) -> None:
    printed = PRINTERS[ending].print(document(*every_block(text), title=text))
    assert squeezed(text) in squeezed(shown(ending, printed))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_tag_of_the_page(text: str) -> None:
    calm = Words(PRINTERS["html"].print(document(*every_block())).decode()).tags
    tags = Words(PRINTERS["html"].print(document(*every_block(text), title=text)).decode()).tags
    assert tags <= calm | {"br"}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_line_of_its_own_in_markdown(text: str) -> None:
    said = PRINTERS["md"].print(document(Paragraph(text=text))).decode()
    for line in said.splitlines():
        assert not re.match(r"(#|>|[-+*=]|\d+[.)]|\||```|\s{4}|<)", line), line


def test_a_pipe_does_not_make_a_cell_in_markdown() -> None:
    said = PRINTERS["md"].print(document(*every_block("a | b"))).decode()
    rows = [line for line in said.splitlines() if line.startswith("| M")]
    assert [len(re.findall(r"(?<!\\)\|", row)) for row in rows] == [3, 3]


@pytest.mark.parametrize("ending", PRINTERS)
@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=60))
def test_any_text_at_all_can_be_printed(ending: str, text: str) -> None:
    printed = PRINTERS[ending].print(document(Paragraph(text=text), title=text))
    assert "\x00" not in shown(ending, printed)


@pytest.mark.parametrize("ending", PRINTERS)
def test_the_same_document_gives_the_same_bytes(ending: str) -> None:
    once, twice = compiled(tiny()), compiled(tiny())
    assert once == twice
    assert PRINTERS[ending].print(once) == PRINTERS[ending].print(twice)


def html_of(found: Document) -> str:
    return PRINTERS["html"].print(found).decode()


def test_the_page_says_its_language_and_names_its_columns() -> None:
    page = html_of(compiled(tiny()))
    assert '<html lang="nl-NL">' in page
    assert '<th scope="col">Maatregel</th>' in page
    assert page.count("<caption>") == page.count("<table>")
    assert '<html lang="en-GB">' in html_of(compiled(tiny(), language="en"))


def test_the_page_leans_on_no_other_file_and_runs_nothing() -> None:
    page = html_of(compiled(tiny()))
    assert not re.search(r"<(script|link|img|iframe)|@import|url\(", page)


def test_the_page_links_its_contents_to_headings_that_exist() -> None:
    page = html_of(compiled(tiny()))
    links = re.findall(r'href="#(h\d+)"', page)
    assert links
    assert set(links) <= set(re.findall(r'id="(h\d+)"', page))


def test_a_gap_is_marked_on_the_page_and_in_markdown() -> None:
    found = compiled(tiny())
    assert '<span class="gap">Nog geen trekker</span>' in html_of(found)
    assert "**Nog geen trekker**" in PRINTERS["md"].print(found).decode()
