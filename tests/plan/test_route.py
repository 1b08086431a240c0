"""The route of the decision: the bodies by track, their days, and whose turn it is."""

from __future__ import annotations

from datetime import date

import pytest

from plan.deciding import first_check, still_open
from plan.records import Closed, DecisionStep, Organisation, Planned
from plan.reopening import decided_anew, reopened_version
from plan.route import (
    BodySort,
    adopting,
    before,
    meets,
    next_body,
    on_route,
    optional,
    own_bodies,
    papers_due,
    route,
    sort_of,
    with_body,
)
from plan.standing import adopted, deciding_bodies
from tests.plan.tiny import OPENED, dossier, measure, person

MT = DecisionStep(key="MT", body="MT", order=0, day=date(2026, 12, 10))
COLLEGE = DecisionStep(key="college", body="college", order=1, day=date(2026, 12, 22))
COUNCIL = DecisionStep(key="raad", body="gemeenteraad", order=2, role="ter kennisname")
DECISION = (Planned(step="decision", start=date(2026, 12, 7), end=date(2026, 12, 22)),)


def agreed(body: DecisionStep) -> DecisionStep:
    return DecisionStep(
        key=body.key, body=body.body, order=body.order, day=body.day, decision="akkoord"
    )


@pytest.mark.parametrize(("track", "there"), [("first_year", True), ("follow_up", False)])
def test_the_triangle_is_offered_in_the_first_year_and_off_by_default_later(
    track: str, there: bool
) -> None:
    here = dossier(track=track, calendar=DECISION)
    assert [b.body for b in route(here)] == ["MT", "college", "driehoek", "gemeenteraad"]
    assert ("driehoek" in [b.body for b in on_route(here)]) is there


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("MT", "mt"),
        ("Managementteam", "mt"),
        ("College van B&W", "college"),
        ("Basisteamdriehoek", "triangle"),
        ("gemeenteraad", "council"),
        ("Regionale stuurgroep", "other"),
    ],
)
def test_a_body_is_known_by_its_name(name: str, sort: BodySort) -> None:
    assert sort_of(DecisionStep(key="x", body=name)) == sort


def test_the_papers_are_due_seven_working_days_before_unless_set() -> None:
    here = dossier(MT, COLLEGE)
    assert papers_due(here, MT) == date(2026, 12, 1)
    own = DecisionStep(key="MT", body="MT", day=MT.day, deadline=date(2026, 12, 3))
    assert papers_due(here, own) == date(2026, 12, 3)


def test_days_nobody_set_are_worked_out_from_the_college() -> None:
    bare = DecisionStep(key="MT", body="MT")
    here = dossier(bare, COLLEGE)
    assert meets(here, bare) == date(2026, 12, 10)
    assert meets(dossier(bare), bare) is None
    assert meets(dossier(bare, calendar=DECISION), bare) == date(2026, 12, 10)


def test_bodies_come_one_after_another_and_who_only_hears_comes_last() -> None:
    first = DecisionStep(key="raad", body="gemeenteraad", order=0, role="ter kennisname")
    here = dossier(first, MT, COLLEGE)
    assert next_body(here) == MT
    assert before(here, COLLEGE) == (MT,)
    assert before(here, first) == ()
    assert next_body(dossier(first, agreed(MT), agreed(COLLEGE))) == first


def test_a_body_left_out_neither_decides_nor_adopts() -> None:
    off = DecisionStep(key="college", body="college", order=1, skipped=True)
    here = dossier(agreed(MT), off)
    assert [b.key for b in deciding_bodies(here)] == ["MT"]
    assert adopted(here)
    last = adopting(here)
    assert last
    assert last.key == "MT"
    assert not optional(here, agreed(MT))


def test_the_last_deciding_body_cannot_be_left_out() -> None:
    here = dossier(COLLEGE, COUNCIL)
    assert not optional(here, COLLEGE)
    assert optional(here, COUNCIL)


def test_people_speak_for_the_body_in_their_position_or_the_usual_one() -> None:
    people = (
        person("bea"),
        person("cas", role="secretaris college"),
        person("dik"),
        person("eva"),
    )
    here = dossier(
        MT, COLLEGE, COUNCIL, *people, decision_makers=("bea", "cas"), portfolio_holder="dik"
    )
    bodies = {one.key: [b.key for b in own_bodies(here, one)] for one in people}
    assert bodies == {"bea": ["MT"], "cas": ["college"], "dik": ["college"], "eva": []}


def test_a_usual_route_is_kept_whole_with_the_first_decision() -> None:
    here = dossier(calendar=DECISION)
    assert len(with_body(here, agreed(MT))) == 4
    assert with_body(dossier(MT), agreed(MT)) == (agreed(MT),)


def test_each_body_hears_what_is_open_for_it() -> None:
    partner = Organisation(key="POL", name="Politie", consulted=True)
    here = dossier(MT, COLLEGE, COUNCIL, partner, measure("M1", "POL", budget_eur=5000.0))
    mt, college, council = (
        " ".join(line.nl for line in still_open(here, body)) for body in (MT, COLLEGE, COUNCIL)
    )
    assert "Nog geen dekking: M1 (€" in mt
    assert "Nog geen besluit van: MT." in college
    assert "bevestigd door: Politie" in college
    assert council == ""


@pytest.mark.parametrize(
    ("adopted_on", "check"),
    [(date(2026, 12, 22), date(2027, 4, 1)), (date(2027, 5, 4), date(2027, 7, 1))],
)
def test_the_first_check_follows_the_first_whole_quarter(adopted_on: date, check: date) -> None:
    assert first_check(dossier(), adopted_on) == check


def test_a_plan_that_was_never_adopted_only_counts_on() -> None:
    here = dossier(MT, version="0.3 concept")
    assert reopened_version(here) == "0.4 concept"
    assert decided_anew(here, Closed(key="draft/1", step="draft", at=OPENED)) == ()
