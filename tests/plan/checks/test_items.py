"""Checks on action items."""

from __future__ import annotations

from plan.records import Lead
from tests.plan.checks.tiny import found, item, measure


def test_an_item_without_a_measure_is_found() -> None:
    assert found("C01", item()) == ["T1.1"]
    assert found("C01", item(), measure()) == []


def test_an_item_that_is_empty_on_purpose_is_not_found() -> None:
    assert found("C01", item(gap_reason="volgt in 2028")) == []


def test_two_measures_of_repression_alone_are_found() -> None:
    two = [measure(key, chain_phase="repressie") for key in ("M1", "M2")]
    assert found("C04", item(), *two) == ["T1.1"]
    assert found("C04", item(), two[0]) == []


def test_one_measure_of_prevention_is_enough() -> None:
    others = [measure(key, chain_phase="repressie") for key in ("M1", "M2")]
    assert found("C04", item(), *others, measure("M3", chain_phase="preventie")) == []
    assert found("C04", item(), *others, measure("M3")) == []


def test_prevention_that_stops_does_not_count() -> None:
    others = [measure(key, chain_phase="repressie") for key in ("M1", "M2")]
    stopped = measure("M3", chain_phase="preventie", decision="stop")
    assert found("C04", item(), *others, stopped) == ["T1.1"]


def test_an_item_without_a_main_line_is_found() -> None:
    assert found("C14", item(ivp_line=None), item("T1.2")) == ["T1.1"]


SAME = {
    "lead": Lead(org="A", person="p-1"),
    "chain_phase": "preventie",
    "target": "dader",
    "instrument": "zorg",
}


def test_measures_alike_under_one_item_are_pairs() -> None:
    three = [measure(key, **SAME) for key in ("M3", "M1", "M2")]
    assert found("C20", item(), *three) == [["M1", "M2"], ["M1", "M3"], ["M2", "M3"]]


def test_measures_alike_under_two_items_are_no_pair() -> None:
    one, two = measure("M1", **SAME), measure("M2", **{**SAME, "item": "T1.2"})
    assert found("C20", item(), item("T1.2"), one, two) == []


def test_measures_of_which_the_kind_is_unknown_are_no_pair() -> None:
    for unknown in ("lead", "chain_phase", "target", "instrument"):
        alike = {**SAME, unknown: None}
        assert found("C20", item(), measure("M1", **alike), measure("M2", **alike)) == []


def test_a_measure_that_stops_overlaps_with_nothing() -> None:
    one, two = measure("M1", **SAME), measure("M2", **SAME, decision="stop")
    assert found("C20", item(), one, two) == []
