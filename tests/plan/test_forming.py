"""The format: what suits a plan, what it demands, and what partners' answers call for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from plan.content.formats import FORMATS
from plan.content.functions import (
    ACCOUNT,
    ALWAYS,
    COOPERATION,
    FUNCTIONS,
    ROBUST,
    STEERING,
    WORKLOAD,
)
from plan.dossier import Dossier
from plan.forming.advice import IN_ANNEX, IN_PLAN, INTERNAL, SHORT, USUAL, Wishes, advised, reasons
from plan.forming.demands import demands, lacking
from plan.forming.lessons import lessons, missed, with_lessons
from plan.records import (
    Closed,
    DecisionStep,
    IvpTheme,
    MainLine,
    PlanFormat,
    Planned,
    Planning,
    Record,
    altered,
)
from plan.reminders import due, next_moment
from tests.plan.tiny import (
    answer,
    at,
    dossier,
    item,
    ivp_theme,
    measure,
    organisation,
    person,
    plan,
    round_,
    theme,
)

PLAIN = Wishes(functions=(ALWAYS,), shared=False)


def test_the_values_kept_are_those_of_the_data_file() -> None:
    assert [option.id for option in FUNCTIONS[:2]] == ["vertaling_ivp", "versterken_samenwerking"]
    assert len(FUNCTIONS) == 6


def test_without_special_wishes_a_plan_gets_a_sheet_per_theme() -> None:
    form = advised(PLAIN)
    assert (form.preset, form.narrative_words, form.looks_back) == ("themablad", USUAL, False)
    assert (form.capacity_visible, form.budget_visible, form.partner_pages) == (
        True,
        "annex",
        False,
    )
    assert not {"inzet", "kosten"} & set(form.columns)


@pytest.mark.parametrize("used_to", ["themablad", "compacte_tabel", "per_veiligheidsveld"])
def test_what_mt_and_college_are_used_to_leads_to_the_preset(used_to: str) -> None:
    assert advised(replace(PLAIN, used_to=used_to)).preset == used_to


def test_municipalities_that_share_a_plan_get_a_shared_and_a_local_part() -> None:
    form = advised(replace(PLAIN, used_to="compacte_tabel", shared=True))
    assert form.preset == "regionaal_lokaal"
    assert {"schaal", "lokale_contactpersoon"} <= set(form.columns)


@pytest.mark.parametrize(
    ("means", "hours", "costs", "columns"),
    [
        (IN_PLAN, True, "table", {"inzet", "kosten"}),
        (IN_ANNEX, True, "annex", set()),
        (INTERNAL, False, "internal", set()),
    ],
)
def test_hours_and_costs_stand_where_they_were_asked_for(
    means: str, hours: bool, costs: str, columns: set[str]
) -> None:
    form = advised(replace(PLAIN, means=means))
    assert (form.capacity_visible, form.budget_visible) == (hours, costs)
    assert {"inzet", "kosten"} & set(form.columns) == columns


@pytest.mark.parametrize(
    ("function", "field", "value"),
    [
        (COOPERATION, "partner_pages", True),
        (ACCOUNT, "looks_back", True),
        (ROBUST, "narrative_words", USUAL),
    ],
)
def test_what_a_plan_is_for_shows_in_its_format(function: str, field: str, value: object) -> None:
    bare = replace(PLAIN, words=SHORT)
    assert getattr(advised(bare), field) != value
    assert getattr(advised(replace(bare, functions=(ALWAYS, function))), field) == value


def test_steering_needs_the_verdict_also_in_the_compact_table() -> None:
    wishes = replace(PLAIN, used_to="compacte_tabel", functions=(ALWAYS, STEERING))
    assert advised(wishes).columns[:3] == ("code", "maatregel", "besluit")


def test_an_overview_of_the_work_has_hours_with_every_measure_unless_they_are_internal() -> None:
    wishes = replace(PLAIN, functions=(ALWAYS, WORKLOAD))
    assert "inzet" in advised(wishes).columns
    assert "inzet" not in advised(replace(wishes, means=INTERNAL)).columns


def test_every_proposal_can_be_printed_and_says_why() -> None:
    known = {column.id for form in FORMATS for column in form.columns}
    for used_to in ("themablad", "compacte_tabel", "per_veiligheidsveld"):
        for shared in (True, False):
            functions = (ALWAYS, COOPERATION, ACCOUNT, STEERING)
            form = advised(Wishes(functions=functions, shared=shared, used_to=used_to))
            assert set(form.columns) <= known
            assert len(set(form.columns)) == len(form.columns)
            assert len(reasons(plan(format=form, functions=functions))) > 2


# What partners said of it


def asked(**more: object) -> tuple[Record, ...]:
    return (plan(**more), round_("POL", "WLZ", "GGD"))


def said(question: str, *values: str | int) -> tuple[Record, ...]:
    orgs = ("POL", "WLZ", "GGD", "OM")
    return tuple(answer(org, question, value) for org, value in zip(orgs, values, strict=False))


def ids(known: Dossier) -> list[str]:
    return [lesson.id for lesson in lessons(known)]


def test_without_answers_nothing_is_proposed() -> None:
    assert not lessons(Dossier(asked()))


@pytest.mark.parametrize(
    ("values", "proposed"),
    [
        (("nooit", "zelden", "vaker"), ["preset/compacte_tabel"]),
        (("nooit", "vaker"), []),
        (("maandelijks", "enkele_keren", "nooit"), []),
    ],
)
def test_a_plan_that_most_seldom_take_up_becomes_shorter(
    values: tuple[str, ...], proposed: list[str]
) -> None:
    assert ids(Dossier((*asked(), *said("F1", *values)))) == proposed


@pytest.mark.parametrize(
    ("preset", "proposed"),
    [
        ("per_veiligheidsveld", ["preset/themablad"]),
        ("regionaal_lokaal", ["short"]),
        ("compacte_tabel", ["short"]),
    ],
)
def test_shorter_is_the_next_shorter_form(preset: str, proposed: list[str]) -> None:
    form = PlanFormat(preset=preset)
    assert ids(Dossier((*asked(format=form), *said("F1", "nooit")))) == proposed


def test_what_is_as_short_as_can_be_is_left_alone() -> None:
    form = PlanFormat(preset="compacte_tabel", narrative_words=SHORT)
    assert not ids(Dossier((*asked(format=form), *said("F1", "nooit"))))


@pytest.mark.parametrize(
    ("values", "proposed"), [((2, 3, 4), ["pages"]), ((3, 4, 5), []), ((1, 5, 4, 4), [])]
)
def test_agreements_that_are_hard_to_find_call_for_a_page_per_partner(
    values: tuple[int, ...], proposed: list[str]
) -> None:
    assert ids(Dossier((*asked(), *said("F2", *values)))) == proposed


def test_no_view_is_no_point_on_the_scale_and_pages_that_are_there_are_not_proposed() -> None:
    assert not ids(Dossier((*asked(), *said("F2", "geen_zicht_op"))))
    paged = asked(format=PlanFormat(partner_pages=True))
    assert not ids(Dossier((*paged, *said("F2", 1, 1))))


def marked(*orgs: str, columns: tuple[str, ...] = ("besluit",)) -> tuple[Record, ...]:
    return tuple(answer(org, "F3", more={"columns": columns}) for org in orgs)


def test_a_column_goes_when_two_partners_mark_it() -> None:
    assert not ids(Dossier((*asked(), *marked("POL"))))
    assert ids(Dossier((*asked(), *marked("POL", "WLZ")))) == ["drop/besluit"]


def test_a_column_that_is_not_there_or_cannot_be_missed_is_never_dropped() -> None:
    columns = ("code", "maatregel", "licht")
    assert not ids(Dossier((*asked(), *marked("POL", "WLZ", columns=columns))))


def test_only_what_was_taken_changes_and_the_rest_of_the_format_stays() -> None:
    form = PlanFormat(narrative_words=90, columns=("code", "maatregel", "besluit", "kosten"))
    known = Dossier(
        (*asked(format=form), *said("F1", "nooit"), *said("F2", 1), *marked("POL", "WLZ"))
    )
    assert ids(known) == ["preset/compacte_tabel", "pages", "drop/besluit"]
    assert with_lessons(known, ()) == form
    assert with_lessons(known, ("pages",)) == altered(form, partner_pages=True)
    shorter = with_lessons(known, ("preset/compacte_tabel", "drop/besluit"))
    assert (shorter.preset, shorter.narrative_words) == ("compacte_tabel", 90)
    assert "kosten" in shorter.columns
    assert "besluit" not in shorter.columns


def test_what_partners_miss_is_shown_word_for_word() -> None:
    known = Dossier((*asked(), answer("POL", "F3", text="Een kaart.", more={"missing": "Data."})))
    assert missed(known) == (("POL", "Een kaart."), ("POL", "Data."))


# What it demands


def whole(**more: object) -> list[Record]:
    """A plan of one theme that meets every demand."""
    line = MainLine(id="T1-H1", text="Aanwezig zijn")
    return [
        plan(**more),
        IvpTheme(key="T1", title="Jeugd", category="priority", goal="Rust", main_lines=(line,)),
        theme("T1", narrative="Wat er speelt."),
        item("T1.1", ivp_line="T1-H1", desired_effect="Rust op straat"),
        measure("M1", "POL", planning=Planning(start=date(2027, 1, 1)), result="Minder"),
        DecisionStep(key="college", body="college"),
    ]


def unmet(*records: Record) -> dict[str, list[str]]:
    found = demands(Dossier(records))
    return {d.id: [lack.text.nl for lack in d.lacks] for d in found if not d.met}


def test_a_plan_that_has_it_all_meets_every_demand() -> None:
    assert not unmet(*whole())


@pytest.mark.parametrize(
    ("record", "demand", "words"),
    [
        (theme("T1", narrative="x", columns=("code",)), "consistent", "heeft eigen kolommen"),
        (theme("T1", narrative="woord " * 200), "compact", "de tekst heeft 200 woorden"),
        (theme("T1"), "schematic", "nog geen tekst"),
        (item("T1.1", ivp_line="T1-H1"), "schematic", "nog geen beoogd effect bij T1.1"),
        (item("T1.1", desired_effect="x"), "priorities", "nog niet gekoppeld aan een hoofdlijn"),
        (measure("M1", planning=Planning(cadence="x"), result="y"), "concrete", "zonder trekker"),
        (measure("M1", "POL", result="y"), "concrete", "zonder planning: M1"),
        (measure("M1", "POL", planning=Planning(cadence="x")), "concrete", "zonder resultaat"),
        (ivp_theme("T1", goal="Rust"), "headlines", "nog geen hoofdlijnen"),
        (ivp_theme("T9"), "headlines", "nog geen hoofdlijnen van het IVP"),
    ],
)
def test_what_is_lacking_is_named_with_its_demand(record: Record, demand: str, words: str) -> None:
    known = Dossier(whole()).plus([record])
    found = unmet(*known.records())
    assert demand in found
    assert any(words in line for line in found[demand])
    assert all(
        words not in line for id_, lines in found.items() if id_ != demand for line in lines
    )


def test_an_item_without_measures_is_named_unless_it_is_empty_on_purpose() -> None:
    bare = item("T1.2", ivp_line="T1-H1", desired_effect="x")
    assert unmet(*whole(), bare) == {"priorities": ["nog geen maatregel bij T1.2"]}
    assert not unmet(*whole(), altered(bare, gap_reason="Volgt in 2028."))


def test_a_measure_that_stops_need_not_be_worked_out() -> None:
    assert not unmet(*whole(), measure("M2", decision="stop"))


def test_other_themes_are_looked_at_likewise() -> None:
    other = theme("T2", category="other", narrative="x", goal="y")
    assert unmet(*whole(), other) == {"others": ["nog geen actiepunten"]}


def test_levels_count_only_where_municipalities_share_a_plan() -> None:
    assert "levels" not in {d.id for d in demands(Dossier(whole()))}
    found = unmet(*whole(together_with=("Gemeente W",)))
    assert found == {"levels": ["Het format laat niet zien wat bovenlokaal is en wat lokaal"]}
    shown = PlanFormat(preset="regionaal_lokaal")
    shared = [*whole(together_with=("Gemeente W",), format=shown)]
    assert not unmet(*shared)
    wide = theme("T1", narrative="x", scope="base_team", goal="y")
    regional = Dossier(shared).plus([wide])
    assert unmet(*regional.records()) == {"levels": ["bovenlokaal, nog zonder regionale trekker"]}
    (known,) = regional.measures
    assert not unmet(*regional.plus([altered(known, regional_lead="POL")]).records())
    own = Dossier(shared).plus([altered(known, scope="district")])
    said = "bovenlokale maatregel zonder regionale trekker: M1"
    assert unmet(*own.records()) == {"levels": [said]}


def test_who_chose_the_regional_form_shares_a_plan() -> None:
    known = Dossier(whole(format=PlanFormat(preset="regionaal_lokaal")))
    assert "levels" in {demand.id for demand in demands(known)}


def test_what_one_theme_lacks_can_be_asked() -> None:
    known = Dossier(whole()).plus([theme("T1"), theme("T2", narrative="x", goal="y")])
    assert [text.nl for text in lacking(known, "T1")] == ["nog geen tekst"]
    assert [text.nl for text in lacking(known, "T2")] == ["nog geen actiepunten"]


# The word to the coordinator


OPENED = date(2026, 9, 14)
THURSDAY = date(2026, 9, 17)


def waiting(**more: object) -> Dossier:
    days = (Planned(step="format", start=OPENED, end=THURSDAY),)
    form = plan(track="first_year", calendar=days, **more)
    return Dossier((form, organisation("GEM"), person("ans", "GEM")))


def kinds(known: Dossier, *moment: object) -> list[str]:
    return [message.kind for message in due(known, at(*moment))]  # type: ignore[arg-type]


def test_after_three_working_days_without_a_choice_the_coordinator_hears_it_once() -> None:
    known = waiting()
    assert not kinds(known, date(2026, 9, 16), 17)
    assert next_moment(known, at(OPENED)) == at(THURSDAY)
    assert kinds(known, THURSDAY) == ["no_format"]
    later = known.plus(due(known, at(THURSDAY)))
    assert not kinds(later, date(2026, 9, 18))


def test_who_chose_hears_nothing_and_a_loaded_plan_has_no_past() -> None:
    assert not kinds(waiting(format=PlanFormat(locked_at=at(OPENED))), THURSDAY)
    assert not kinds(waiting(loaded_at=at(THURSDAY, 10)), THURSDAY, 11)


def test_in_a_later_year_the_days_count_from_the_close_of_the_round() -> None:
    closed = Closed(key="evaluation/1", step="evaluation", at=at(OPENED, 15))
    known = dossier(closed, organisation("GEM"), person("ans", "GEM"))
    assert not kinds(known, date(2026, 9, 16))
    assert kinds(known, THURSDAY) == ["no_format"]


def test_a_step_that_is_opened_again_without_a_choice_is_told_of_again() -> None:
    again = Closed(
        key="format/1", step="format", at=at(OPENED), why="x", reopened_at=at(date(2026, 9, 21))
    )
    known = waiting().plus([again])
    assert not kinds(known, date(2026, 9, 23))
    assert kinds(known, date(2026, 9, 24)) == ["no_format"]
