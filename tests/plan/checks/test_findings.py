"""What is told of a plan: everything, by code, and the gravest first."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.planfile import read_file
from plan.checks import CHECKS, Thresholds, by_code, findings, top
from plan.dossier import Dossier
from plan.mix import grid
from plan.records import Dismissal, Lead
from tests.plan.checks.tiny import AT, dossier, found, item, measure, theme

SAMPLE = Path(__file__).parents[3] / "sample" / "veldermeer.yaml"


@pytest.fixture(scope="module")
def veldermeer() -> Dossier:
    return Dossier(read_file(SAMPLE).records)


def test_the_sample_gives_exactly_what_it_expects(veldermeer: Dossier) -> None:
    expected = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))["expected_findings"]
    assert by_code(veldermeer) == expected
    assert list(by_code(veldermeer)) == list(expected)


def test_there_are_thirty_checks_in_order() -> None:
    assert [check.id for check in CHECKS] == [f"C{n:02}" for n in range(1, 31)]


def test_a_plan_without_anything_has_no_findings() -> None:
    assert by_code(dossier()) == {check.id: [] for check in CHECKS}
    assert by_code(dossier(track="first_year"))["C17"] == []


def test_every_finding_is_said_in_both_languages(veldermeer: Dossier) -> None:
    for finding in findings(veldermeer):
        for text in (finding.message, finding.why, finding.action):
            assert text.nl
            assert text.en
            assert "{" not in text.nl + text.en
        assert finding.message.nl != finding.message.en


def test_numbers_are_written_as_each_language_does(veldermeer: Dossier) -> None:
    told = {one.subject: one.message for one in findings(veldermeer) if one.check == "C08"}
    assert "3.320 uur gevraagd, 2.900 beschikbaar" in told["HAN"].nl
    assert "3,320 hours requested, 2,900 available" in told["HAN"].en


def test_an_explained_finding_stays_with_its_reason() -> None:
    reason = Dismissal(
        key="C02/M1", check="C02", subject="M1", reason="volgt", by="p-sanne", at=AT
    )
    plan = dossier(theme(), item(), measure(lead=None), reason)
    (one,) = [one for one in findings(plan) if one.check == "C02"]
    assert one.dismissed == "volgt"
    assert by_code(plan)["C02"] == ["M1"]
    assert one not in top(findings(plan), "T1")


def test_a_pair_is_explained_by_both_its_codes() -> None:
    same = {"chain_phase": "nazorg", "target": "dader", "instrument": "zorg"}
    two = [measure(key, lead=Lead(org="A", person="p"), **same) for key in ("M1", "M2")]
    reason = Dismissal(key="C20/M1+M2", check="C20", subject="M1+M2", reason="ja", by="p", at=AT)
    told = [one for one in findings(dossier(item(), *two, reason)) if one.check == "C20"]
    assert [(one.subject, one.dismissed) for one in told] == [("M1+M2", "ja")]


def test_the_gravest_five_of_a_theme_come_first(veldermeer: Dossier) -> None:
    told = top(findings(veldermeer), "T4")
    assert len(told) == 5
    assert told[0].check == "C01"
    assert [one.severity for one in told] == ["B", "W", "W", "W", "W"]
    assert {one.theme for one in told} == {"T4"}
    assert len(top(findings(veldermeer), "T4", most=2)) == 2


def test_findings_of_no_theme_can_be_asked_for(veldermeer: Dossier) -> None:
    told = {one.check for one in top(findings(veldermeer), None, most=99)}
    assert {"C08", "C09", "C10", "C17", "C18"} <= told


def test_thresholds_are_settings() -> None:
    one = (item(), measure(chain_phase="repressie"))
    assert found("C04", *one) == []
    assert by_code(dossier(*one), Thresholds(repression_from=1))["C04"] == ["T1.1"]
    assert by_code(dossier(*one), Thresholds(vague=()))["C12"] == []


def test_the_grid_counts_active_measures_per_link_and_target() -> None:
    made = (
        measure("M1", chain_phase="preventie", target="dader"),
        measure("M2", chain_phase="preventie", target="dader"),
        measure("M3", chain_phase="nazorg", target="randvoorwaarde"),
        measure("M4", chain_phase="nazorg", target="dader", decision="stop"),
        measure("M5", chain_phase="nazorg"),
    )
    cells = grid(dossier(theme(), item(), *made), "T1")
    assert cells.count("preventie", "dader") == 2
    assert cells.rows() == (
        (0, 0, 0, 0),
        (2, 0, 0, 0),
        (0, 0, 0, 0),
        (0, 0, 0, 0),
        (0, 0, 0, 1),
    )
    assert cells.unplaced == 1


def test_the_grid_of_a_theme_without_measures_is_empty() -> None:
    assert sum(map(sum, grid(dossier(theme()), "T1").rows())) == 0
