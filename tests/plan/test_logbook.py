"""A chain of lines: whole, or with its first bad line named; and nobody's name in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from plan.logbook import Act, Fault, anchored, code, fault, name_of, next_entry, sealed
from plan.records import Alias, Answer, Entry, Handover, Record, altered

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
ALIAS = Alias(key="p-noor", salt="a" * 32)
SECRET = "b" * 32


def chain(length: int = 6, name: str = "dorp-2027") -> list[Entry]:
    found: list[Entry] = []
    for n in range(length):
        act = Act(at=NOON + timedelta(minutes=n), action="words", origin="chat")
        found.append(next_entry(name, found[-1] if found else None, act, f"{n:016x}", f"Fact:{n}"))
    return found


def test_a_chain_is_whole_as_it_was_written() -> None:
    assert fault("dorp-2027", chain()) is None
    assert fault("dorp-2027", []) is None


@pytest.mark.parametrize("name", ["actor", "action", "object", "result", "origin", "hash"])
def test_a_line_that_was_altered_is_the_first_bad_one(name: str) -> None:
    lines = chain()
    lines[2] = altered(lines[2], **{name: "0" * 64})
    assert fault("dorp-2027", lines) == Fault(
        3, "de regel is veranderd of toegevoegd: hij past niet op die ervoor"
    )


def test_another_moment_is_seen_too() -> None:
    lines = chain()
    lines[4] = altered(lines[4], at=NOON)
    assert found(lines) == 5


def found(lines: list[Entry], name: str = "dorp-2027") -> int:
    bad = fault(name, lines)
    return bad.number if bad else 0


def test_a_line_that_was_dropped_is_missed() -> None:
    lines = chain()
    assert [found(lines[:n] + lines[n + 1 :]) for n in range(5)] == [1, 2, 3, 4, 5]


def test_lines_that_changed_places_are_seen() -> None:
    lines = chain()
    lines[1], lines[3] = lines[3], lines[1]
    assert found(lines) == 2
    lines = chain()
    lines[1], lines[3] = (
        altered(lines[3], key=lines[1].key),
        altered(lines[1], key=lines[3].key),
    )
    assert found(lines) == 2


def test_a_line_that_was_put_in_or_added_is_seen() -> None:
    lines = chain()
    assert found([*lines[:3], lines[1], *lines[3:]]) == 4
    assert found([*lines, altered(lines[-1], key="000000007")]) == 7
    assert found([altered(lines[0], key="x"), *lines[1:]]) == 1


def test_a_chain_of_another_plan_does_not_pass() -> None:
    assert found(chain(name="stad-2027")) == 1


def test_a_tail_that_was_cut_off_is_seen_by_an_anchor_alone() -> None:
    lines = chain()
    assert fault("dorp-2027", lines[:4]) is None
    assert anchored(lines, 6, lines[5].hash) is None
    cut = anchored(lines[:4], 6, lines[5].hash)
    assert cut == Fault(6, "de regel is weg: het einde is afgeknipt")


def test_a_chain_that_was_written_anew_is_seen_by_an_anchor() -> None:
    lines, forged = chain(), [*chain(2)]
    for line in chain()[2:]:
        forged.append(sealed(forged[-1].hash, altered(line, action="press", hash="")))
    assert fault("dorp-2027", forged) is None
    wrong = anchored(forged, 6, lines[5].hash)
    assert wrong is not None
    assert wrong.number == 6


def test_all_lines_gone_is_seen_by_what_else_is_kept() -> None:
    assert fault("dorp-2027", [], known=True) == Fault(1, "alle regels zijn weg")


def test_a_name_is_another_one_when_its_alias_is_given_to_somebody_else() -> None:
    assert name_of(ALIAS) != name_of(altered(ALIAS, key="p-han"))
    assert name_of(ALIAS) != name_of(altered(ALIAS, salt="c" * 32))


def test_a_code_with_a_person_in_it_leads_nowhere_once_the_alias_is_gone() -> None:
    kept: Record = Handover(
        key="r1/POL/core/p-noor", round="r1", org="POL", topic="core", to="p-noor", by="p", at=NOON
    )
    with_alias = code(kept, {"p-noor": ALIAS}, SECRET)
    assert with_alias == code(kept, {"p-noor": ALIAS}, SECRET)
    assert with_alias != code(kept, {}, SECRET)


def test_a_code_tells_classes_and_keys_apart() -> None:
    one = Answer(key="r1/POL/A1//1", round="r1", org="POL", question="A1", at=NOON)
    codes = {code(each, {}, SECRET) for each in (one, altered(one, key="r1/POL/A1//2"), ALIAS)}
    assert len(codes) == 3
