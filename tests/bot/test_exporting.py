"""What `export` writes as JSON, part by part, and what it says of a format that is not there."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.commandline import DATA, WRONG_USE, main
from bot.commands.codes import NO_INPUT
from bot.exporting import exported
from bot.papers import Papers
from bot.plans import Plans
from bot.printing import offered
from dialogs import Paper
from plan.document import UnknownPartError
from plan.dossier import Dossier
from plan.records import (
    Answer,
    Capacity,
    Closed,
    Comment,
    Event,
    Lead,
    Measure,
    OfferedPaper,
    Organisation,
    Partnership,
    PlanFormat,
    Proposal,
    Record,
)
from plan.text import Language
from storage import open_store
from tests.plan.tiny_document import NOW, asked, plan, records, tiny

NUMBER = "bel 06-12345678"


def said(dossier: Dossier, part: str, language: Language = "nl") -> dict[str, Any]:
    found = json.loads(exported(dossier, "json", part, language, NOW))
    assert isinstance(found, dict)
    return found


def keys(found: dict[str, Any], kind: str) -> list[str]:
    return [record["key"] for record in found.get(kind, [])]


def answers() -> list[Record]:
    return asked(("POL", "S1", "T1", 2), ("WLZ", "S1", "T1", 5), ("WLZ", "R1", None, 4))


def test_the_plan_is_every_record_of_it() -> None:
    dossier = tiny(*answers())
    found = said(dossier, "plan")
    assert sum(len(kept) for kept in found.values()) == len(dossier.records())
    assert len(found["Answer"]) == 3


def test_a_partner_gets_its_own_parts_and_words_and_nothing_of_others() -> None:
    theirs = Comment(key="B2", round="check/1", org="WLZ", text="Dit zegt Welzijn.")
    ours = Proposal(key="P1", title="Samen rijden", by=("POL",))
    other = Proposal(key="P2", title="Meer geld", by=("WLZ",))
    found = said(tiny(*answers(), theirs, ours, other), "partner:POL")
    heading = {"Plan", "Organisation", "IvpTheme", "Theme", "ActionItem", "Measure"}
    assert set(found) == heading | {"Answer", "Comment", "Proposal"}
    assert keys(found, "Measure") == ["M1", "M3"]
    assert keys(found, "ActionItem") == ["T1.1", "T2.1"]
    assert keys(found, "Organisation") == ["POL"]
    assert [answer["org"] for answer in found["Answer"]] == ["POL"]
    assert keys(found, "Comment") == ["B1"]
    assert keys(found, "Proposal") == ["P1"]


def test_a_partner_gets_its_own_people_and_the_heading_of_the_plan() -> None:
    found = said(tiny(plan(portfolio_holder="bea", begun_by="card-1")), "partner:WLZ")
    assert keys(found, "Person") == ["wim"]
    assert found["Plan"][0]["title"] == "Uitvoeringsplan 2027"
    assert "portfolio_holder" not in found["Plan"][0]
    assert "begun_by" not in found["Plan"][0]


def test_a_partner_gets_no_hours_or_promises_of_others_nor_what_is_internal() -> None:
    shared = Measure(
        key="M1",
        item="T1.1",
        title="Samen",
        lead=Lead(org="WLZ"),
        partners=(Partnership(org="POL"),),
        capacity=(Capacity(org="WLZ", hours=50), Capacity(org="POL", hours=20)),
        commitment={"WLZ": "nee", "POL": "ja"},
        budget_eur=900,
        funding="begroting",
    )
    (summary,) = said(Dossier([*records(), shared]), "partner:POL")["Measure"][:1]
    assert summary["capacity"] == [{"org": "POL", "hours": 20.0}]
    assert summary["commitment"] == {"POL": "ja"}
    assert "budget_eur" not in summary
    assert "funding" not in summary
    shown = plan(format=PlanFormat(budget_visible="full"))
    assert said(tiny(shared, shown), "partner:POL")["Measure"][0]["budget_eur"] == 900


@pytest.mark.parametrize("part", ["partner:POL", "register"])
def test_suspect_personal_data_is_held_back(part: str) -> None:
    remark = Comment(key="B1", round="check/1", org="POL", subject="M2", text=NUMBER)
    event = Event(key="e", who="ans", what="replied", subject="B1", at=NOW, after=NUMBER)
    answer = Answer(key="a", round="evaluation/1", org="POL", question="O1", text=NUMBER, at=NOW)
    written = json.dumps(said(tiny(remark, event, answer), part))
    assert "12345678" not in written
    assert '"B1"' in written


def test_the_register_has_remarks_proposals_events_and_reopened_steps() -> None:
    step = Closed(
        key="draft/1",
        step="draft",
        at=NOW,
        why="Haast.",
        reopened_at=NOW + timedelta(days=1),
        reopened_why="Er ontbrak iets.",
    )
    event = Event(key="e", who="ans", what="overrode", subject="draft", at=NOW, after="Haast.")
    found = said(tiny(step, event, Proposal(key="P1", title="Meer")), "register")
    assert set(found) == {"Closed", "Comment", "Event", "Proposal"}
    assert found["Closed"][0]["reopened_why"] == "Er ontbrak iets."


def test_the_evaluation_has_figures_and_nobody_with_a_name() -> None:
    five = [Organisation(key=f"O{n}", name=f"Partner {n}", consulted=True) for n in range(5)]
    given = asked(*((org.key, "S1", "T1", 4) for org in five), ("POL", "R1", None, 1))
    found = said(tiny(*five, *given), "evaluation")
    (spread,) = (block for block in found["blocks"] if block["block"] == "Spread")
    assert [(row["middle"], row["answers"]) for row in spread["rows"]] == [(4.0, 5)]
    assert "Answer" not in found


@pytest.mark.parametrize("part", ["", "plans", "partner", "partner:", "partner:XXX"])
def test_an_unknown_part_is_refused_as_json_too(part: str) -> None:
    with pytest.raises(UnknownPartError):
        said(tiny(), part)


async def kept(place: Path, dossier: Dossier) -> None:
    store = open_store(str(place))
    try:
        await Plans(store).seats.begin(dossier.records())
    finally:
        await store.close()


def test_a_strange_format_reads_as_the_usual_one_in_a_chat_and_says_so() -> None:
    for form in (PlanFormat(preset="folder"), PlanFormat(columns=("code", "folder"))):
        name, content = offered(tiny(plan(format=form)), "plan", "md", "nl", NOW)
        assert name == "uitvoeringsplan-2027.md"
        assert "'folder' is er niet; wel: " in content.decode()
        assert "Jongerenwerk op straat" in content.decode()


async def test_a_paper_shows_another_form_where_that_is_asked(tmp_path: Path) -> None:
    store = open_store(str(tmp_path))
    await store.plan("up").put(*tiny().records())
    papers, dossier = Papers(Plans(store), lambda: "id"), tiny()
    theme = dossier.themes[0].key
    for form, shown in ((None, "Themablad"), (PlanFormat(preset="compacte_tabel"), "Compacte")):
        paper = Paper(part=f"theme:{theme}", kind="md", form=form)
        await papers.offer("up", dossier, paper, "nl", NOW)
        for anywhere in (papers, Papers(Plans(store), lambda: "another")):
            found = await anywhere.fetch("id")
            assert found
            assert f"in het format “{shown}" in found[1].decode()
    assert await papers.fetch("unknown") is None
    await store.close()


async def test_an_offer_is_forgotten_after_a_day(tmp_path: Path) -> None:
    store, ids = open_store(str(tmp_path)), iter(("first", "second"))
    await store.plan("up").put(*tiny().records())
    papers, paper = Papers(Plans(store), lambda: next(ids)), Paper(part="plan", kind="md")
    await papers.offer("up", tiny(), paper, "nl", NOW)
    await papers.offer("up", tiny(), paper, "nl", NOW + timedelta(days=2))
    assert [offer.key for offer in await store.shared.find(OfferedPaper)] == ["second"]
    await store.close()


@pytest.mark.parametrize("kind", ["md", "docx"])
def test_a_strange_format_is_refused_in_one_line_at_the_command_line(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place, out = tmp_path / "store", tmp_path / "out"
    asyncio.run(kept(place, tiny(plan(format=PlanFormat(preset="folder")))))
    asked_for = ["export", "--store", str(place), "up", "--as", kind, "--out", str(out)]
    assert main(asked_for) == DATA
    assert capsys.readouterr().err.splitlines() == [
        "Het format 'folder' is er niet; wel: themablad, compacte_tabel, per_veiligheidsveld, "
        "regionaal_lokaal, per_partner, voortgang."
    ]
    assert not out.exists()


@pytest.mark.parametrize("asked_for", [["check", "up"], ["export", "up", "--as", "md"]])
def test_where_no_store_is_that_is_said_and_not_that_the_plan_is_not_there(
    asked_for: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place, out = tmp_path / "elsewhere", ["--out", str(tmp_path / "out")]
    rest = out if asked_for[0] == "export" else []
    assert main([*asked_for, *rest, "--store", str(place)]) == NO_INPUT
    assert "--store" in capsys.readouterr().err
    assert not place.exists()


def test_a_strange_partner_is_wrong_use_as_json_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place, out = tmp_path / "store", tmp_path / "out"
    asyncio.run(kept(place, tiny()))
    asked_for = ["export", "--store", str(place), "up", "--as", "json", "--part", "partner:XXX"]
    assert main([*asked_for, "--out", str(out)]) == WRONG_USE
    assert "'XXX'" in capsys.readouterr().err
    assert not out.exists()
