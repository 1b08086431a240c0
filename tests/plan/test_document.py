"""The draft: its chapters, its holes and its order."""

from __future__ import annotations

from datetime import date

import pytest

from plan.blocks import Bars, Bullets, Contents, Gap, Grid, Heading, PageBreak, Table, Title
from plan.document.reading import gaps
from plan.dossier import Dossier
from plan.records import ActionItem, DecisionStep, Measure, PlanFormat
from tests.plan.tiny_document import asked, compiled, plan, text_of, tiny


def headings(dossier: Dossier, level: int = 1) -> list[str]:
    found = compiled(dossier).blocks
    return [b.text for b in found if isinstance(b, Heading) and b.level == level]


def test_chapters_stand_in_print_order_with_annexes_last() -> None:
    assert headings(tiny()) == [
        "Colofon",
        "1 Samenvatting",
        "2 Kern van het IVP en plaats in de beleidscyclus",
        "3 Terugblik",
        "4 Veiligheidsbeeld in het kort",
        "5 Prioriteiten",
        "6 Overige thema's",
        "7 Organisatie en sturing",
        "8 Inzet en middelen",
        "9 Communicatie",
        "Bijlage A Overzicht per partner",
        "Bijlage B Planningskalender per kwartaal",
        "Bijlage C Verwerking van reacties",
        "Bijlage D Afkortingen",
    ]


def test_a_first_year_has_no_look_back_and_numbers_close_up() -> None:
    found = headings(tiny(plan(track="first_year")))
    assert "3 Veiligheidsbeeld in het kort" in found
    assert not any("Terugblik" in text for text in found)


def test_a_plan_with_nothing_in_it_still_compiles_and_shows_its_holes() -> None:
    document = compiled(Dossier([plan()]))
    said = text_of(document)
    assert "Nog geen prioriteiten." in said
    assert "De evaluatieve ronde is nog niet gehouden." in said
    assert gaps(document.blocks) > 5


def test_a_plan_in_english_has_no_dutch_headings() -> None:
    found = [b.text for b in compiled(tiny(), language="en").blocks if isinstance(b, Heading)]
    assert "1 Summary" in found
    assert not any("Samenvatting" in text for text in found)


def test_a_measure_without_lead_shows_a_gap_in_its_cell() -> None:
    rows = [
        row
        for block in compiled(tiny()).blocks
        if isinstance(block, Table)
        for row in block.rows
        if isinstance(row, tuple) and row[0] == "M2"
    ]
    assert Gap(text="Nog geen trekker") in rows[0]
    assert Gap(text="Nog geen planning") in rows[0]


def test_an_item_without_measures_is_a_gap_unless_it_was_meant() -> None:
    assert "Nog geen maatregel bij T1.2 Leeg actiepunt." in text_of(compiled(tiny()))
    meant = ActionItem(key="T1.2", theme="T1", title="Leeg", order=2, gap_reason="volgt in mei")
    said = text_of(compiled(tiny(meant)))
    assert "Nog geen maatregel bij T1.2" not in said
    assert "Hier staan bewust geen maatregelen: volgt in mei" in said


def test_goal_and_effect_stand_before_the_table_of_measures() -> None:
    said = text_of(compiled(tiny()))
    chapter = said.rindex("5.1 Jeugd")
    goal = said.index("Minder overlast in 2028.", chapter)
    effect = said.index("Rust op het plein.", chapter)
    assert goal < effect < said.index("Jongerenwerk op straat", chapter)


def test_the_summary_names_changes_and_what_stops_with_its_reason() -> None:
    lines = [
        line
        for block in compiled(tiny()).blocks
        if isinstance(block, Bullets)
        for line in block.lines
    ]
    assert "Intensiveren: Jongerenwerk op straat (Jeugd; Stichting Welzijn)" in lines
    assert "Stoppen: Horecacontroles. Levert niets op." in lines


def test_nothing_is_said_to_go_on_before_every_measure_has_a_verdict() -> None:
    said = text_of(compiled(tiny()))
    assert "Nog geen besluit bij 1 van de 3 maatregelen." in said
    assert "Binnen dit thema stopt niets" not in said
    decided = Measure(key="M2", item="T1.1", title="Camera", decision="continue")
    assert "Binnen dit thema stopt niets" in text_of(compiled(tiny(decided)))


def test_at_most_five_changes_are_named() -> None:
    more = [
        Measure(key=f"N{n}", item="T1.1", title=f"Nieuw {n}", decision="new") for n in range(9)
    ]
    changes = next(b for b in compiled(tiny(*more)).blocks if isinstance(b, Bullets))
    assert len(changes.lines) == 5


def test_a_priority_has_a_grid_that_leaves_out_what_stops() -> None:
    grid = next(b for b in compiled(tiny()).blocks if isinstance(b, Grid))
    assert dict(grid.rows)["Preventie"] == (1, 0, 0, 0)


def test_the_cover_opens_and_the_contents_follow_the_colophon() -> None:
    blocks = compiled(tiny()).blocks
    assert isinstance(blocks[0], Title)
    first = [b for b in blocks if isinstance(b, Heading | Contents)]
    assert isinstance(first[2], Contents)


def test_the_plan_is_adopted_only_by_the_last_body_that_decides() -> None:
    still = "Dit plan is nog niet vastgesteld."
    agreed = DecisionStep(key="mt", body="MT", order=1, decision="akkoord", day=date(2026, 12, 10))
    college = DecisionStep(key="col", body="college", order=2)
    council = DecisionStep(key="raad", body="gemeenteraad", order=3, role="ter kennisname")
    assert still in text_of(compiled(tiny(agreed, college, council)))
    decided = DecisionStep(key="col", body="college", order=2, decision="akkoord")
    assert still not in text_of(compiled(tiny(agreed, decided, council)))


def test_measures_by_lead_and_by_quarter_are_pictured_with_figures() -> None:
    bars = {b.caption: dict(b.rows) for b in compiled(tiny()).blocks if isinstance(b, Bars)}
    assert bars["Wie trekt wat"] == {"Stichting Welzijn": 1.0, "Nog geen trekker": 1.0}
    assert bars["Maatregelen in uitvoering per kwartaal"]["2e kwartaal"] == 1.0


def test_only_abbreviations_that_occur_are_explained() -> None:
    annex = [b for b in compiled(tiny()).blocks if isinstance(b, Table)][-1]
    explained = {row[0] for row in annex.rows if isinstance(row, tuple)}
    assert {"IVP", "POL", "MT"} <= explained
    assert "GEM" not in explained
    assert "RIEC" not in explained


def test_the_register_says_who_said_what_and_that_it_is_open() -> None:
    document = compiled(tiny(), "register")
    row = next(r for b in document.blocks if isinstance(b, Table) for r in b.rows[1:])
    assert row == ("Politie", "M2", "Ons advies is stoppen.", Gap(text="Nog open"))


@pytest.mark.parametrize("preset", ["per_veiligheidsveld", "regionaal_lokaal", "voortgang"])
def test_tables_lie_on_their_side_where_the_preset_says_so(preset: str) -> None:
    document = compiled(tiny(plan(format=PlanFormat(preset=preset))))
    breaks = [b.landscape for b in document.blocks if isinstance(b, PageBreak)]
    assert True in breaks
    assert not document.landscape


def test_the_theme_sheet_stands_upright() -> None:
    breaks = [b for b in compiled(tiny()).blocks if isinstance(b, PageBreak)]
    assert breaks
    assert not any(b.landscape for b in breaks)


def test_a_shared_plan_sets_local_themes_apart() -> None:
    found = headings(tiny(plan(format=PlanFormat(preset="regionaal_lokaal"))))
    assert "7 Lokaal deel" in found or "6 Lokaal deel" in found


def test_few_answers_on_a_question_stay_out_of_the_draft() -> None:
    two = asked(("POL", "O2", "T1", 2), ("WLZ", "O2", "T1", 4))
    said = text_of(compiled(tiny(*two)))
    assert "mediaan" not in said
    assert "Eén vraag kreeg minder dan 3 antwoorden" in said
