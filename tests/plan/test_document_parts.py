"""The parts that stand alone, and what is asked wrongly."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plan.blocks import Group, Heading, Table
from plan.document import UnknownPartError
from plan.format import UnknownFormatError
from plan.records import Closed, PlanFormat
from tests.plan.tiny_document import NOW, compiled, plan, text_of, tiny


def test_a_partner_gets_its_own_measures_only() -> None:
    said = text_of(compiled(tiny(), "partner:WLZ"))
    assert "Jongerenwerk op straat" in said
    assert "Camera op het plein" not in said
    assert "U bent trekker" in said
    assert "U werkt mee" not in said


def test_a_partner_reads_what_was_done_with_its_remarks_before_its_measures() -> None:
    document = compiled(tiny(), "partner:POL")
    found = [b.text for b in document.blocks if isinstance(b, Heading)]
    assert found[:2] == [
        "Uw bijdrage: Politie, basisteam Noord",
        "Wat we met uw inbreng hebben gedaan",
    ]


def test_a_partner_finds_its_dates_and_whom_to_ask() -> None:
    said = text_of(compiled(tiny(), "partner:POL"))
    assert "1 februari 2027: rooster klaar (M1)" in said
    assert "Vragen: Ans de Wit, a.dewit@proefdam.example" in said
    assert "Wim Bos, w.bos@welzijn.example" in said


def test_the_format_per_partner_prints_a_page_for_each() -> None:
    document = compiled(tiny(plan(format=PlanFormat(preset="per_partner"))))
    found = [b.text for b in document.blocks if isinstance(b, Heading) and b.level == 1]
    assert found == ["Uw bijdrage: Politie, basisteam Noord", "Uw bijdrage: Stichting Welzijn"]


@pytest.mark.parametrize("part", ["", "plans", "partner", "partner:", "PLAN"])
def test_an_unknown_part_is_an_error_that_names_the_known_ones(part: str) -> None:
    with pytest.raises(UnknownPartError, match="partner:ORG, evaluation, register"):
        compiled(tiny(), part)


def test_an_unknown_partner_is_an_error_that_names_it() -> None:
    with pytest.raises(UnknownPartError, match="'NSB'"):
        compiled(tiny(), "partner:NSB")


def test_an_unknown_preset_or_column_is_an_error_that_names_it() -> None:
    with pytest.raises(UnknownFormatError, match="'folder'"):
        compiled(tiny(plan(format=PlanFormat(preset="folder"))))
    with pytest.raises(UnknownFormatError, match="'kleur'"):
        compiled(tiny(plan(format=PlanFormat(columns=("code", "kleur")))))


def test_the_columns_of_a_plan_override_those_of_its_preset() -> None:
    document = compiled(tiny(plan(format=PlanFormat(columns=("maatregel", "kosten")))))
    table = next(b for b in document.blocks if isinstance(b, Table) and "T1.1" in b.caption)
    assert table.head == ("Maatregel", "Kosten")


def test_the_compact_table_has_the_items_as_rows_that_name_those_under_them() -> None:
    document = compiled(tiny(plan(format=PlanFormat(preset="compacte_tabel"))))
    table = next(b for b in document.blocks if isinstance(b, Table) and "Jeugd" in b.caption)
    groups = [row.text for row in table.rows if isinstance(row, Group)]
    assert groups == ["T1.1 Op straat", "T1.2 Leeg actiepunt"]


def test_what_was_closed_over_a_gate_and_opened_again_is_in_the_register() -> None:
    again = Closed(
        key="draft/1",
        step="draft",
        at=NOW,
        by="ans",
        why="Het college vroeg erom.",
        reopened_at=NOW + timedelta(days=2),
        reopened_by="ans",
        reopened_why="Eén thema ontbrak.",
    )
    plain = Closed(key="format/1", step="format", at=NOW, by="ans")
    document = compiled(tiny(again, plain), "register")
    table = next(b for b in document.blocks if isinstance(b, Table) and "heropend" in b.caption)
    assert table.rows == (
        (
            "9 nov 2026",
            "Eerste uitwerking",
            "toch gesloten",
            "Het college vroeg erom.",
            "Ans de Wit",
        ),
        ("11 nov 2026", "Eerste uitwerking", "heropend", "Eén thema ontbrak.", "Ans de Wit"),
    )
    assert table in compiled(tiny(again, plain)).blocks


def test_a_step_that_was_simply_closed_needs_no_line_in_the_register() -> None:
    plain = Closed(key="format/1", step="format", at=NOW, by="ans")
    assert "heropend" not in text_of(compiled(tiny(plain), "register"))
