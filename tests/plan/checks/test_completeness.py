"""Checks on what a measure still lacks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from plan.records import Lead, Planning
from tests.plan.checks.tiny import found, item, measure


@pytest.mark.parametrize("code", ["C02", "C03", "C11", "C16", "C19", "C27"])
def test_a_whole_measure_lacks_nothing(code: str) -> None:
    assert found(code, item(), measure()) == []


@pytest.mark.parametrize(
    ("code", "lacking"),
    [
        ("C02", {"lead": None}),
        ("C02", {"lead": Lead(org="A")}),
        ("C02", {"lead": Lead(person="p-1")}),
        ("C03", {"planning": Planning()}),
        ("C03", {"planning": Planning(end=date(2027, 12, 31))}),
        ("C11", {"result": None}),
        ("C11", {"indicator": ""}),
        ("C16", {"decision": "new"}),
        ("C16", {"decision": "new", "evidence": "onbekend"}),
        ("C19", {"budget_eur": 500.0}),
        ("C19", {"budget_eur": 500.0, "funding": "Geen dekking "}),
        ("C19", {"budget_eur": 500.0, "funding": "geen dekking."}),
        ("C19", {"budget_eur": 500.0, "funding": "nog geen  dekking"}),
        ("C19", {"budget_eur": 500.0, "funding": "(nog) geen dekking"}),
        ("C27", {"scope": "base_team"}),
    ],
)
def test_what_is_lacking_is_found(code: str, lacking: dict[str, Any]) -> None:
    assert found(code, item(), measure(**lacking)) == ["M1"]


@pytest.mark.parametrize(
    ("code", "enough"),
    [
        ("C03", {"planning": Planning(cadence="maandelijks")}),
        ("C03", {"planning": Planning(start=date(2027, 1, 1))}),
        ("C16", {"decision": "new", "evidence_note": "werkbezoek"}),
        ("C16", {"decision": "new", "evidence": "praktijk"}),
        ("C16", {"decision": "continue", "evidence": "onbekend"}),
        ("C19", {"budget_eur": 0.0}),
        ("C19", {"budget_eur": 500.0, "funding": "regulier"}),
        ("C19", {"budget_eur": 500.0, "funding": "geen dekking uit de algemene reserve nodig"}),
        ("C27", {"scope": "local"}),
        ("C27", {"scope": "base_team", "regional_lead": "POL"}),
    ],
)
def test_what_is_enough_is_not_found(code: str, enough: dict[str, Any]) -> None:
    assert found(code, item(), measure(**enough)) == []


def test_a_measure_without_an_item_is_looked_at_too() -> None:
    assert found("C02", measure(item="weg", lead=None)) == ["M1"]
