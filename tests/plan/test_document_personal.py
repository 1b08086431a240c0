"""What looks like personal data of inhabitants is never printed (decision 4)."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from plan.blocks import Gap
from plan.document.withheld import WITHHELD
from plan.dossier import Dossier
from plan.records import Comment, Fact, Organisation, Person, Proposal, Record, Theme
from plan.records.base import Part
from tests.plan.tiny_document import compiled, records, text_of, tiny

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
