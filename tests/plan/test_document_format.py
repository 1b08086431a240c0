"""The document keeps to every wish of the format."""

from __future__ import annotations

import pytest

from plan.blocks import Document, Gap, Heading, PageBreak, Table
from plan.document import UnknownPartError
from plan.document.preview import preview_theme
from plan.dossier import Dossier
from plan.format import costs_shown
from plan.records import IvpTheme, Measure, Plan, PlanFormat, Theme, altered
from tests.plan.tiny_document import NOW, compiled, plan, text_of, tiny


def formed(part: str = "plan", **wishes: object) -> Document:
    return compiled(tiny(plan(format=PlanFormat(**wishes))), part)  # type: ignore[arg-type]


def headings(document: Document, level: int = 1) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Heading) and b.level == level]


def tables(document: Document) -> list[str]:
    return [b.caption for b in document.blocks if isinstance(b, Table)]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("table", "table"),
        ("full", "table"),
        ("annex", "annex"),
        ("summary", "summary"),
        ("internal", "internal"),
        ("none", "internal"),
        ("nee", "internal"),
    ],
)
def test_every_way_to_write_where_costs_stand_is_one_of_four(said: str, shown: str) -> None:
    assert costs_shown(PlanFormat(budget_visible=said)) == shown


def test_costs_in_the_plan_stand_with_their_measures() -> None:
    document = formed(budget_visible="table")
    assert "Kosten per maatregel" in tables(document)
    assert "Bijlage E Kosten per maatregel" not in headings(document)


def test_costs_in_an_annex_stand_behind_all_the_rest_and_the_text_says_so() -> None:
    document = formed(budget_visible="annex")
    assert headings(document)[-1] == "Bijlage E Kosten per maatregel"
    assert "De kosten per maatregel staan in bijlage E." in text_of(document)
    assert "Kosten per dekking" in tables(document)


def test_of_a_summary_only_the_totals_are_printed() -> None:
    document = formed(budget_visible="summary")
    assert "Kosten per dekking" in tables(document)
    assert "Kosten per maatregel" not in tables(document)


def test_internal_costs_are_nowhere_not_even_as_a_column_or_an_open_point() -> None:
    columns = ("code", "maatregel", "kosten")
    words = text_of(formed(budget_visible="internal", columns=columns))
    assert "18.000" not in words
    assert "M2: nog zonder dekking" in words
    assert "18.000" in text_of(formed(budget_visible="table", columns=columns))


def test_pages_per_partner_come_last_under_an_annex_of_their_own() -> None:
    without, document = formed(), formed(partner_pages=True)
    assert not any("per partner" in h and "Bijlage E" in h for h in headings(without))
    assert headings(document)[-1] == "Bijlage E Een bladzijde per partner"
    assert "Uw bijdrage: Stichting Welzijn" in headings(document, 2)
    both = formed(partner_pages=True, budget_visible="annex")
    assert headings(both)[-2:] == [
        "Bijlage E Kosten per maatregel",
        "Bijlage F Een bladzijde per partner",
    ]


def test_a_page_in_the_plan_does_not_repeat_what_the_register_says() -> None:
    document = formed(partner_pages=True)
    assert text_of(document).count("Ons advies is stoppen.") == 1


def test_the_compact_plan_has_the_heart_of_the_ivp_and_a_look_back_where_asked() -> None:
    asked = headings(formed(preset="compacte_tabel", looks_back=True))
    assert any("Kern van het IVP" in heading for heading in asked)
    assert any("Terugblik" in heading for heading in asked)
    without = headings(formed(preset="compacte_tabel", looks_back=False))
    assert not any("Terugblik" in heading for heading in without)


def test_a_first_year_that_looks_back_shows_where_that_is_still_missing() -> None:
    form = PlanFormat(looks_back=True, locked_at=NOW)
    first: Plan = plan(track="first_year", format=form)
    assert "Nog geen terugblik." in text_of(compiled(tiny(first)))
    told = Theme(key="T1", title="Jeugd", look_back="De vorige vier jaar.")
    words = text_of(compiled(tiny(first, told)))
    assert "De vorige vier jaar." in words
    assert "Nog geen terugblik." not in words
    loose = altered(first, format=altered(form, locked_at=None))
    assert "Nog geen terugblik." not in text_of(compiled(tiny(loose)))


def test_more_columns_than_fit_lay_the_page_on_its_side() -> None:
    seven = ("code", "maatregel", "besluit", "trekker", "partners", "planning", "resultaat")
    assert not compiled(tiny(plan(format=PlanFormat(columns=seven))), "theme:T1").landscape
    eight = (*seven, "inzet")
    assert compiled(tiny(plan(format=PlanFormat(columns=eight))), "theme:T1").landscape


# The preview of one theme


def test_the_preview_shows_one_theme_as_the_plan_prints_it() -> None:
    document = compiled(tiny(), "theme:T1")
    words = text_of(document)
    assert headings(document) == ["Jeugd"]
    assert "Zo ziet een thema eruit in het format “Themablad”." in words
    assert "Jongerenwerk op straat" in words
    assert "Horecacontroles" not in words


def test_with_pages_per_partner_the_preview_has_one() -> None:
    document = formed("theme:T1", partner_pages=True)
    assert headings(document) == ["Jeugd", "Uw bijdrage: Stichting Welzijn"]
    assert any(isinstance(block, PageBreak) for block in document.blocks)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_theme_with_nothing_in_it_still_shows_the_form(language: str) -> None:
    empty = Dossier((plan(), Theme(key="T1", title="Jeugd")))
    document = compiled(empty, "theme:T1", language)  # type: ignore[arg-type]
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert len(table.head) == 7
    assert sum(isinstance(cell, Gap) for row in table.rows for cell in row) >= 3  # type: ignore[union-attr]


def test_a_theme_that_only_the_ivp_has_can_be_shown() -> None:
    known = Dossier((plan(), IvpTheme(key="T7", title="Zorg")))
    assert preview_theme(known) == "T7"
    assert "Zorg" in text_of(compiled(known, "theme:T7"))


def test_the_theme_with_most_measures_is_shown() -> None:
    more = [Measure(key=f"M{n}", item="T2.1", title="x") for n in range(5, 9)]
    assert preview_theme(tiny()) == "T1"
    assert preview_theme(tiny(*more)) == "T2"
    assert preview_theme(Dossier((plan(),))) is None


def test_a_strange_theme_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownPartError, match="T1, T2"):
        compiled(tiny(), "theme:T9")
