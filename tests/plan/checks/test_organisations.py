"""Checks on who carries the plan."""

from __future__ import annotations

from plan.records import Lead, Partnership, Person, Record
from tests.plan.checks.tiny import asks, found, item, measure, org, round_, said


def led(*leads: tuple[str | None, str | None]) -> list[Record]:
    return [
        measure(f"M{n}", lead=Lead(org=o, person=p) if o or p else None)
        for n, (o, p) in enumerate(leads)
    ]


def test_more_than_forty_per_cent_with_one_organisation_is_a_heap() -> None:
    five = led(("A", "1"), ("A", "2"), ("A", "3"), ("B", "4"), ("C", "5"))
    assert found("C09", item(), *five) == ["A"]
    two = led(("A", "1"), ("A", "2"), ("B", "3"), ("C", "4"), ("D", "5"))
    assert found("C09", item(), *two) == []


def test_more_than_thirty_per_cent_with_one_person_is_a_heap() -> None:
    people = (Person(key="p", name="An"), org("A"))
    five = led(("A", "p"), ("B", "p"), ("C", "q"), ("D", "r"), ("E", None))
    assert found("C09", item(), *people, *five) == ["p"]


def test_measures_without_a_lead_count_in_the_whole() -> None:
    made = led(("A", "1"), ("A", "2"), (None, None), (None, None), (None, None))
    assert found("C09", item(), *made) == []


def test_the_smallest_plan_is_counted_like_any_other() -> None:
    three = led(("A", "p"), ("B", "q"), ("C", "r"))
    assert found("C09", item(), *three) == ["p", "q", "r"]
    assert found("C09", item()) == []


POL = org("POL", consulted=True)
WITH = measure(partners=(Partnership(org="POL"),))


def test_who_has_not_confirmed_is_found() -> None:
    assert found("C10", item(), WITH, POL) == ["POL"]
    asked = round_("check", 1, "POL")
    assert found("C10", item(), WITH, POL, asked) == ["POL"]
    for commitment in ("geen_reactie", "nee", "ja_mits", "intern_akkoord_nodig"):
        assert found("C10", item(), WITH, POL, asked, said("POL", commitment)) == ["POL"]


def test_who_has_confirmed_is_not() -> None:
    asked = round_("check", 1, "POL")
    assert found("C10", item(), WITH, POL, asked, said("POL", "ja")) == []


def test_only_consulted_organisations_in_active_measures_confirm() -> None:
    assert found("C10", item(), WITH, org("POL")) == []
    assert found("C10", item(), measure(), POL) == []
    stopped = measure(partners=(Partnership(org="POL"),), decision="stop")
    assert found("C10", item(), stopped, POL) == []


def test_the_latest_round_that_asked_counts() -> None:
    rounds = (round_("check", 1, "POL"), round_("check", 2, "POL"))
    old, new = said("POL", "ja"), said("POL", "ja", "check-2")
    assert found("C10", item(), WITH, POL, *rounds, old) == ["POL"]
    assert found("C10", item(), WITH, POL, *rounds, said("POL", "nee"), new) == []


def test_a_later_round_for_others_leaves_a_confirmation_standing() -> None:
    rounds = (round_("check", 1, "POL"), round_("check", 2, "OM"))
    assert found("C10", item(), WITH, POL, *rounds, said("POL", "ja")) == []


def test_who_was_consulted_and_is_nowhere_is_found() -> None:
    others = (org("OM"), POL)
    assert found("C29", item(), measure(), *others) == ["POL"]
    assert found("C29", item(), WITH, *others) == []
    assert found("C29", item(), measure(lead=Lead(org="POL")), *others) == []
    assert found("C29", item(), measure(capacity=asks("POL", 8)), *others) == []
    assert found("C29", item(), measure(regional_lead="POL"), *others) == []
