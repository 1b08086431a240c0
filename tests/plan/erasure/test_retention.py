"""What is past its term goes; everything else stays."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from plan.erasure import Bodies, Terms, past_term, unneeded, without

NOW = datetime(2027, 6, 1, tzinfo=UTC)
LONG_AGO, LATELY = "2025-01-01T00:00:00Z", "2027-05-30T00:00:00Z"


@pytest.mark.parametrize(
    ("state", "at", "stays"),
    [("used", LONG_AGO, False), ("used", LATELY, True), ("open", LONG_AGO, True)],
)
def test_a_used_card_goes_after_its_term(state: str, at: str, stays: bool) -> None:
    found = {"Card": {"c": {"key": "c", "state": state, "issued_at": at}}}
    assert bool(past_term(found, NOW, Terms())["Card"]) is stays


def test_of_a_sent_message_the_text_goes_and_that_it_was_sent_stays() -> None:
    def message(**more: Any) -> dict[str, Any]:
        return {"key": "m", "to": "p", "text": "Beste Noor", **more}

    for more, words in (({"sent_at": LONG_AGO}, False), ({"sent_at": LATELY}, True), ({}, True)):
        left = past_term({"Message": {"m": message(**more)}}, NOW, Terms())
        assert ("text" in left["Message"]["m"]) is words
        assert left["Message"]["m"]["to"] == "p"


@pytest.mark.parametrize(
    ("year", "years", "keep", "stays"),
    [(2016, 1, 10, False), (2017, 1, 10, True), (2016, 2, 10, True), (1990, 1, None, True)],
)
def test_a_plan_goes_so_many_years_after_its_last_year(
    year: int, years: int, keep: int | None, stays: bool
) -> None:
    found = {"Plan": {"a": {"key": "a", "year": year, "duration_years": years}}}
    assert past_term(found, NOW, Terms(plans=keep)) == (found if stays else {})


def test_without_a_term_all_of_it_stays() -> None:
    found: Bodies = {
        "Plan": {"a": {"key": "a", "year": 1990}},
        "Card": {"c": {"key": "c", "state": "used", "issued_at": LONG_AGO}},
        "Message": {"m": {"key": "m", "text": "x", "sent_at": LONG_AGO}},
    }
    terms = Terms(cards=None, messages=None, addresses=None, plans=None)
    assert past_term(found, NOW, terms) == found
    assert not unneeded({"Address": {"x": {"key": "x", "at": LONG_AGO}}}, NOW, terms)


def test_the_address_of_somebody_in_no_plan_goes_after_its_term() -> None:
    shared: Bodies = {
        "Desk": {"in": {"key": "in", "plans": {"a": "p"}}, "out": {"key": "out"}},
        "Address": {
            key: {"key": key, "at": at}
            for key, at in (("in", LONG_AGO), ("out", LONG_AGO), ("new", LATELY))
        },
    }
    gone = unneeded(shared, NOW, Terms())
    assert gone == {"out"}
    left = without(shared, set(), gone)
    assert (set(left["Address"]), set(left["Desk"])) == ({"in", "new"}, {"in"})


def test_who_loses_a_seat_keeps_the_others() -> None:
    shared: Bodies = {
        "Desk": {
            "x": {"key": "x", "plans": {"a": "p", "b": "q"}, "current": "a"},
            "y": {"key": "y", "plans": {"a": "p2"}, "current": "a"},
        },
        "Address": {"x": {"key": "x"}, "y": {"key": "y"}},
    }
    left = without(shared, {("a", "p")})
    assert left["Desk"]["x"] == {"key": "x", "plans": {"b": "q"}, "current": "b"}
    assert left["Desk"]["y"] == shared["Desk"]["y"]
    assert set(without(shared, {("a", "p2")})["Address"]) == {"x"}
