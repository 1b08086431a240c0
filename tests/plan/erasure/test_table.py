"""Every field of every record has been decided on, and the decisions fit their fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import msgspec
import pytest

from plan.erasure.table import RULES
from plan.erasure.treatment import Treatment
from plan.records import RECORDS
from plan.records.base import Part


def parts_in(hint: Any) -> Iterator[type[Part]]:
    """The parts of records that a field may hold."""
    if isinstance(hint, type) and issubclass(hint, Part):
        yield hint
    for inner in get_args(hint):
        yield from parts_in(inner)


def kinds() -> list[type[msgspec.Struct]]:
    """Every class of records, and every class of parts in them."""
    found: list[type[msgspec.Struct]] = list(RECORDS)
    for kind in found:
        for hint in get_type_hints(kind).values():
            found += [part for part in parts_in(hint) if part not in found]
    return found


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_every_field_has_been_decided_on(kind: type[Any]) -> None:
    assert kind in RULES, "decide what erasure does with it: plan/erasure/table.py"
    assert set(RULES[kind].fields) == set(kind.__struct_fields__)


def test_nothing_is_decided_on_that_is_not_there() -> None:
    assert set(RULES) == set(kinds())


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_a_part_is_treated_by_its_own_rule(kind: type[Any]) -> None:
    hints = get_type_hints(kind)
    for name, how in RULES[kind].fields.items():
        within = list(parts_in(hints[name]))
        assert within == ([how] if isinstance(how, type) else []), name


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_a_duty_may_be_nobodys(kind: type[Any]) -> None:
    for field in msgspec.structs.fields(kind):
        if RULES[kind].fields[field.name] is Treatment.DUTY:
            assert field.default in (None, ()), field.name


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_whose_a_record_is_stands_in_its_fields(kind: type[Any]) -> None:
    rule = RULES[kind]
    assert {*rule.of_person, *rule.of_org} <= set(kind.__struct_fields__)


WHO = {"by", "asked_by", "who", "undone_by", "reopened_by", "processed_by", "escalated_by"}


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_who_did_it_is_never_left_standing(kind: type[Any]) -> None:
    for name in WHO & set(kind.__struct_fields__):
        assert RULES[kind].fields[name] in (Treatment.PERSON, Treatment.JOINT), name


@pytest.mark.parametrize("name", ["text", "remark", "reply", "reason", "why", "decision_reason"])
def test_running_text_is_never_left_unread(name: str) -> None:
    for kind in RECORDS:
        if name in kind.__struct_fields__:
            assert RULES[kind].fields[name] in (Treatment.PLAN, Treatment.WORDS), kind.__name__
