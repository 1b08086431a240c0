"""What looks like personal data of inhabitants is never printed (decision 4)."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from plan.blocks import Gap
from plan.document.withheld import WITHHELD
from plan.dossier import Dossier
from plan.records import (
    ActionItem,
    Comment,
    DiscussionPoint,
    Dismissal,
    Fact,
    Measure,
    Organisation,
    Person,
    Proposal,
    Record,
    Theme,
)
from plan.records.base import Part
from tests.plan.tiny_document import NOW, compiled, records, text_of, tiny

NUMBER = "bel 06-12345678"
FREE = {"title", "text", "narrative", "description", "result", "goal", "reply", "reason",
        "desired_effect", "decision_reason", "cadence", "look_back"}  # fmt: skip


def spoiled(value: Any) -> Any:
    """The same record with a telephone number in every free text."""
    if isinstance(value, Record | Part):
        changes: dict[str, Any] = {}
        for name in value.__struct_fields__:
            old = getattr(value, name)
            changes[name] = NUMBER if name in FREE and isinstance(old, str) else spoiled(old)
        return msgspec.structs.replace(value, **changes)
    return tuple(spoiled(each) for each in value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("part", ["plan", "partner:POL", "register", "evaluation"])
def test_no_text_with_personal_data_is_printed_anywhere(part: str) -> None:
    more = [
        Fact(key="F1", theme="T1", text=NUMBER),
        Proposal(key="P1", title=NUMBER, by=("POL",), text=NUMBER, reason=NUMBER),
    ]
    kept = [
        record if isinstance(record, Organisation | Person) else spoiled(record)
        for record in (*records(), *more)
    ]
    document = compiled(Dossier(kept), part)
    assert "12345678" not in text_of(document)
    assert "12345678" not in document.title


def test_a_held_back_narrative_is_a_gap_that_says_why() -> None:
    document = compiled(tiny(Theme(key="T1", title="Jeugd", narrative=f"Vraag ernaar: {NUMBER}")))
    assert Gap(text=WITHHELD.nl) in document.blocks


def test_a_held_back_remark_leaves_the_rest_of_its_row() -> None:
    remark = Comment(key="B1", round="check/1", org="POL", subject="M2", text=NUMBER)
    said = text_of(compiled(tiny(remark), "register"))
    assert WITHHELD.nl in said
    assert "Politie" in said


def test_a_text_without_personal_data_stays_as_it_was() -> None:
    assert WITHHELD.nl not in text_of(compiled(tiny()))


CODES = (
    ActionItem(key="JV-02-01", theme="T1", title="Op school"),
    Measure(key="JV-02-02", item="JV-02-01", title="Spreekuur", depends_on=("JV-02-09",)),
)


def test_a_code_that_looks_like_a_licence_plate_is_printed_as_a_reference() -> None:
    remark = Comment(key="B1", round="check/1", org="POL", subject="JV-02-02", text="Graag.")
    proposal = Proposal(key="P1", title="Meer uren", by=("POL",), becomes="XX-11-22")
    document = compiled(tiny(*CODES, remark, proposal), "register")
    said = text_of(document)
    assert "JV-02-02" in said
    assert "XX-11-22" in said
    assert WITHHELD.nl not in said


def test_a_code_of_the_plan_is_no_personal_data_in_a_text_but_another_plate_is() -> None:
    remark = Comment(key="B1", round="check/1", org="POL", text="Voeg JV-02-02 en JV-02-01 samen.")
    other = Comment(key="B2", round="check/1", org="POL", text="Let op de auto JV-02-88.")
    said = text_of(compiled(tiny(*CODES, remark, other), "register"))
    assert "Voeg JV-02-02 en JV-02-01 samen." in said
    assert "JV-02-88" not in said


def test_a_code_inside_a_number_hides_nothing() -> None:
    odd = Fact(key="06-12345678", theme="T1", text="Rustig.")
    remark = Comment(key="B1", round="check/1", org="POL", text="Bel 0031-06-12345678.")
    assert "12345678" not in text_of(compiled(tiny(odd, remark), "register"))


@pytest.mark.parametrize(("check", "printed"), [("C26", True), ("C08", False)])
def test_a_text_that_was_vouched_for_is_printed(check: str, printed: bool) -> None:
    remark = Comment(key="B1", round="check/1", org="POL", text=NUMBER)
    known = Dismissal(
        key=f"{check}/B1", check=check, subject="B1", reason="Het meldpunt.", by="ans", at=NOW
    )
    assert (NUMBER in text_of(compiled(tiny(remark, known), "register"))) is printed


def test_the_question_of_a_discussion_point_holds_words() -> None:
    point = DiscussionPoint(key="D1", subjects=("JV-02-02",), kind="knelpunt", question=NUMBER)
    said = text_of(compiled(tiny(*CODES, point), "register"))
    assert "12345678" not in said
    assert "JV-02-02" in said
