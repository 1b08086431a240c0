"""A change is kept with what was before it, and can be undone while nothing came over it."""

from datetime import timedelta

import pytest

from plan.changes import (
    altered_fields,
    as_it_was,
    change,
    changes_of,
    changes_since,
    taken_back,
    undone,
)
from plan.difference import differences
from plan.records import Answer, Capacity, Change, Measure, Planning, altered
from plan.text import Text
from tests.plan.tiny import OPENED, answer, dossier, measure

OLD = measure("M1", "POL", title="Surveilleren")
NEW = altered(OLD, title="Elke vrijdag surveilleren", decision="adjust")


def made(before: Measure | None, after: Measure | None, minutes: int = 1) -> Change:
    at = OPENED + timedelta(minutes=minutes)
    return change(before, after, because="comment/C1", by="ans", at=at)


def test_only_what_differs_is_kept() -> None:
    kept = made(OLD, NEW)
    assert altered_fields(kept) == {
        "title": ("Surveilleren", "Elke vrijdag surveilleren"),
        "decision": (None, "adjust"),
    }


def test_hours_and_money_are_told_as_people_write_them() -> None:
    asked = altered(OLD, budget_eur=28000.0, capacity=(Capacity(org="POL", hours=1600.0),))
    told = {one.field: one.words for one in differences(dossier(asked), made(OLD, asked))}
    assert told["budget_eur"] == Text(nl="– → € 28.000", en="– → € 28,000")
    assert told["capacity"] == Text(nl="– → POL 1.600", en="– → POL 1,600")


def test_a_field_that_was_set_to_what_it_was_is_no_part_of_a_change() -> None:
    kept = made(OLD, altered(NEW, planning=Planning()))
    assert set(altered_fields(kept)) == {"title", "decision"}


def test_a_change_is_taken_back() -> None:
    kept = made(OLD, NEW)
    assert taken_back(dossier(NEW, kept), kept) == (NEW, OLD)


def test_something_new_is_taken_out_again_and_something_gone_comes_back() -> None:
    added, dropped = made(None, NEW), made(OLD, None)
    assert taken_back(dossier(NEW, added), added) == (NEW, None)
    assert taken_back(dossier(dropped), dropped) == (None, OLD)


def test_another_field_that_changed_since_stays_as_it_is() -> None:
    kept = made(OLD, NEW)
    later = altered(NEW, indicator="Minder meldingen")
    assert taken_back(dossier(later, kept), kept)[1] == altered(OLD, indicator="Minder meldingen")


def test_the_same_field_that_changed_since_cannot_be_taken_back() -> None:
    kept = made(OLD, NEW)
    with pytest.raises(ValueError, match="since"):
        taken_back(dossier(altered(NEW, title="Iets anders"), kept), kept)
    cleared = made(altered(OLD, indicator="x"), OLD)
    with pytest.raises(ValueError, match="since"):
        taken_back(dossier(altered(OLD, indicator="y"), cleared), cleared)


def test_nothing_that_changes_is_no_change_and_answers_are_not_changed_this_way() -> None:
    with pytest.raises(ValueError, match="nothing"):
        made(OLD, OLD)
    given: Answer = answer("POL", "O2", 1)
    with pytest.raises(ValueError, match="nothing"):
        change(None, given, because="x", by="ans", at=OPENED)


def test_what_changed_since_a_moment_leaves_out_what_was_undone() -> None:
    first, second = made(OLD, NEW, 1), made(NEW, altered(NEW, result="Rust"), 2)
    gone = undone(made(OLD, None, 3), by="ans", at=OPENED)
    held = dossier(NEW, second, first, gone)
    assert changes_of(held, "M1") == (first, second)
    assert changes_since(held, OPENED + timedelta(minutes=1)) == (second,)


def test_a_measure_is_seen_as_it_was_at_a_moment() -> None:
    last = altered(NEW, result="Rust", decision=None)
    held = dossier(last, made(OLD, NEW, 1), made(NEW, last, 2))
    assert as_it_was(held, Measure, "M1", OPENED) == OLD
    assert as_it_was(held, Measure, "M1", OPENED + timedelta(minutes=1)) == NEW
    assert as_it_was(held, Measure, "M1", OPENED + timedelta(minutes=2)) == last


def test_before_it_was_added_there_was_nothing_and_before_it_went_there_was_something() -> None:
    assert as_it_was(dossier(NEW, made(None, NEW)), Measure, "M1", OPENED) is None
    assert as_it_was(dossier(made(OLD, None)), Measure, "M1", OPENED) == OLD


def test_a_change_of_a_list_is_undone_too() -> None:
    before = measure("M1", "POL")
    after = measure("M1", "POL", "WEL")
    made = change(before, after, because="draft", by="ans", at=OPENED)
    now, back = taken_back(dossier(after), made)
    assert (now, back) == (after, before)
