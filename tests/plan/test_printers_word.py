"""The Word file: headings, header rows, language, page numbers and orientation in its XML."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from plan.blocks import Contents, Gap, Heading, PageBreak, Paragraph, Table
from plan.printers import PRINTERS
from tests.conftest import Require
from tests.plan.every_block import HOSTILE, document, every_block
from tests.plan.tiny_document import compiled, tiny


def word(found: Any) -> bytes:
    return PRINTERS["docx"].print(found)


def opened(printed: bytes) -> Any:
    return docx.Document(io.BytesIO(printed))


def part(printed: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(printed)) as archive:
        return archive.read(name).decode()


@pytest.fixture(scope="module")
def plan_file() -> bytes:
    return word(compiled(tiny()))


def test_headings_are_real_headings_of_their_level(plan_file: bytes) -> None:
    styles = {p.text: p.style.name for p in opened(plan_file).paragraphs}
    assert styles["5 Prioriteiten"] == "Heading 1"
    assert styles["5.1 Jeugd"] == "Heading 2"
    assert styles["T1.1 Op straat"] == "Heading 3"


def test_no_level_of_heading_is_skipped(plan_file: bytes) -> None:
    names = [p.style.name for p in opened(plan_file).paragraphs]
    levels = [int(name[-1]) for name in names if name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_of_rows_repeats_its_header_and_has_a_name(plan_file: bytes) -> None:
    for table in opened(plan_file).tables:
        properties = table._tbl.tblPr  # noqa: SLF001
        assert properties.find(qn("w:tblCaption")).get(qn("w:val"))
        if not table._tbl.findall(f".//{qn('w:drawing')}"):  # noqa: SLF001
            assert table._tbl.tr_lst[0].find(f".//{qn('w:tblHeader')}") is not None  # noqa: SLF001


def test_no_row_is_broken_over_two_pages(plan_file: bytes) -> None:
    body = opened(plan_file).element.body
    rows = list(body.iter(qn("w:tr")))
    assert rows
    assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


@pytest.mark.parametrize(("language", "tag"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_the_language_of_the_text_is_set(language: Any, tag: str) -> None:
    printed = word(compiled(tiny(), language=language))
    assert f'<w:lang w:val="{tag}"' in part(printed, "word/styles.xml")
    assert opened(printed).core_properties.language == tag


def test_pages_are_numbered_in_the_footer(plan_file: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(plan_file)) as archive:
        names = [name for name in archive.namelist() if "footer" in name]
    assert any(" PAGE " in part(plan_file, name) for name in names if name.endswith(".xml"))


def test_the_contents_list_its_entries_before_word_is_asked(plan_file: bytes) -> None:
    lines = [p for p in opened(plan_file).paragraphs if p.style.name.startswith("toc ")]
    said = ["".join(t.text or "" for t in p._p.iter(qn("w:t"))) for p in lines]  # noqa: SLF001
    assert "5.1 Jeugd" in said
    assert "Colofon" not in said
    xml = part(plan_file, "word/document.xml")
    for name in re.findall(r'w:anchor="(\w+)"', xml):
        assert f'w:name="{name}"' in xml


def test_the_file_says_its_title_author_and_moment(plan_file: bytes) -> None:
    properties = opened(plan_file).core_properties
    assert properties.title == "Uitvoeringsplan 2027"
    assert properties.author == "Gemeente Proefdam"
    assert properties.created.isoformat() == "2026-11-09T09:00:00+00:00"


def test_every_picture_has_words_in_its_place() -> None:
    body = opened(word(document(*every_block("cijfers")))).element.body
    described = [node.get("descr") for node in body.iter() if node.tag.endswith("}docPr")]
    assert len(described) == 3
    assert all(described)


def test_pages_lie_down_and_stand_up_again() -> None:
    found = opened(word(document(*every_block())))
    sizes = [section.page_width > section.page_height for section in found.sections]
    assert sizes == [False, True, False]


def test_a_break_without_turning_opens_a_page_without_an_empty_paragraph() -> None:
    printed = word(document(Paragraph(text="een"), PageBreak(), Heading(text="twee")))
    found = opened(printed)
    assert [p.text for p in found.paragraphs] == ["een", "twee"]
    assert "w:pageBreakBefore" in part(printed, "word/document.xml")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_makes_a_field_a_paragraph_or_a_link_outside(text: str) -> None:
    calm, tried = word(document(*every_block())), word(document(*every_block(text), title=text))
    for tag in ("<w:p>", "<w:instrText", "<w:fldChar", "<w:hyperlink", "<w:tbl>"):
        assert part(tried, "word/document.xml").count(tag) == part(
            calm, "word/document.xml"
        ).count(tag)
    with zipfile.ZipFile(io.BytesIO(tried)) as archive:
        links = [name for name in archive.namelist() if name.endswith(".rels")]
        assert not any(b'TargetMode="External"' in archive.read(name) for name in links)


def test_a_title_longer_than_word_allows_is_cut_only_among_the_properties() -> None:
    printed = word(document(Heading(text="x" * 300), title="t" * 300))
    assert len(opened(printed).core_properties.title) == 255
    assert opened(printed).paragraphs[0].text == "x" * 300


def test_the_archive_carries_no_moment_of_its_own(plan_file: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(plan_file)) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(1980, 1, 1)}


def test_another_office_opens_it(require: Require, tmp_path: Path) -> None:
    office = require("libreoffice")
    for place, text in enumerate(HOSTILE[:3]):
        (tmp_path / f"{place}.docx").write_bytes(word(document(*every_block(text))))
    subprocess.run(
        [office, "--headless", f"-env:UserInstallation=file://{tmp_path}/office",
         "--convert-to", "pdf", "--outdir", tmp_path, *sorted(tmp_path.glob("*.docx"))],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert len(list(tmp_path.glob("*.pdf"))) == 3


def grid(block: Table) -> list[int]:
    (made,) = opened(word(document(block))).tables
    return [column.get(qn("w:w")) for column in made._tbl.tblGrid.findall(qn("w:gridCol"))]  # noqa: SLF001


def listing(code: str, **more: Any) -> Table:
    """A table of which the first column asks for little room."""
    given: dict[str, Any] = {"head": ("Code", "Maatregel"), "rows": ((code, "Op straat"),)}
    return Table(caption="Maatregelen", **({"widths": (5, 95)} | given | more))


def test_a_column_is_wide_enough_for_its_longest_code() -> None:
    short, long = grid(listing("M1")), grid(listing("JV-02-0001"))
    assert int(long[0]) >= len("JV-02-0001") * 0.5 * 9 * 20 + 160
    assert int(long[0]) > int(short[0])
    assert sum(map(int, long)) == sum(map(int, short))


def test_a_head_and_a_gap_are_words_of_a_column_too() -> None:
    by_head = grid(listing("M1", head=("Intensiveren", "Maatregel")))
    by_gap = grid(listing("M1", rows=((Gap(text="Intensiveren"), "Op straat"),)))
    assert min(int(by_head[0]), int(by_gap[0])) >= 1060


def test_a_word_without_end_does_not_push_the_other_columns_away() -> None:
    widths = [int(width) for width in grid(listing("X" * 70))]
    assert widths[0] <= sum(widths) * 0.3


def test_columns_that_are_all_too_narrow_stay_as_asked() -> None:
    names = tuple("Verantwoordelijkheden" for _ in range(9))
    widths = {int(width) for width in grid(listing("", head=names, rows=(), widths=()))}
    assert max(widths) - min(widths) < len(names)


def contents_size(headings: int) -> float:
    listed = [Heading(text=f"{n}", level=2) for n in range(headings)]
    style = opened(word(document(Contents(title="Inhoud"), *listed))).styles["toc 2"]
    return float(style.font.size.pt)


def test_a_long_list_of_contents_is_set_closer_together() -> None:
    assert contents_size(47) < contents_size(30)
