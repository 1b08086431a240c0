"""Where a plan stands: what is closed, open, answered and adopted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.dossier import Dossier
from plan.records import Confirmed, DecisionStep, Edition, Planned, altered
from plan.standing import (
    adopted,
    asked,
    closing,
    current_step,
    deciding_bodies,
    is_open,
    needed,
    planned,
    response,
    status,
)
from plan.text import Text
from plan.track import Sort, Step, Track
from tests.plan.tiny import (
    DEADLINE,
    MONDAY,
    OPENED,
    answer,
    closed,
    dossier,
    organisation,
    ready,
    round_,
)

LATER = OPENED + timedelta(days=20)
HOUR = timedelta(hours=1)


def test_a_plan_that_was_amended_is_gewijzigd_until_it_is_over() -> None:
    college = DecisionStep(key="college", body="college", decision="akkoord")
    first = Edition(key="1.0", at=OPENED, by="ans")
    here = dossier(college, first)
    assert status(here) == "vastgesteld"
    here = here.plus([Edition(key="1.1", at=OPENED, by="ans")])
    assert status(here) == "gewijzigd"
    assert status(here.plus([Confirmed(key="closed", at=OPENED)])) == "afgesloten"


def step(id_: str, sort: Sort = "choose") -> Step:
    words = Text(nl=id_, en=id_)
    return Step(id=id_, code=id_, sort=sort, title=words, purpose=words)


TRACK = Track(
    id="two", title=Text(nl="twee", en="two"), steps=(step("evaluation"), step("session"))
)


def reopened(id_: str) -> object:
    return closed(id_, LATER, reopened_at=LATER + HOUR, reopened_by="ans", reopened_why="Te vroeg")


def body(name: str, order: int, **more: object) -> DecisionStep:
    return DecisionStep(key=name, body=name, order=order, **more)  # type: ignore[arg-type]


def current(known: Dossier) -> str | None:
    found = current_step(known, TRACK)
    return found.id if found else None


def test_a_plan_begins_at_the_first_step_and_ends_after_the_last() -> None:
    assert current(dossier()) == "evaluation"
    first = closed("evaluation", LATER)
    assert current(dossier(first)) == "session"
    assert current(dossier(first, closed("session", LATER))) is None


def test_a_later_step_that_was_closed_first_leaves_the_earlier_one_to_do() -> None:
    assert current(dossier(closed("session", LATER))) == "evaluation"


def test_a_step_that_was_opened_again_is_the_current_one() -> None:
    known = dossier(reopened("evaluation"), closed("session", LATER))  # type: ignore[arg-type]
    assert current(known) == "evaluation"
    assert closing(known, "evaluation") is None


def test_a_step_that_was_closed_once_more_is_closed() -> None:
    again = closed("evaluation", LATER + 2 * HOUR, number=2)
    known = dossier(again, reopened("evaluation"))  # type: ignore[arg-type]
    assert closing(known, "evaluation") == again


def test_a_track_knows_its_steps_by_name_and_number() -> None:
    assert TRACK.number(TRACK.step("session")) == 2
    with pytest.raises(KeyError, match="evaluation, session"):
        TRACK.step("check")


def test_a_round_is_open_until_its_step_is_closed() -> None:
    assert is_open(dossier(round_()), round_())
    assert not is_open(dossier(round_(), closed("evaluation", LATER)), round_())


def test_a_deadline_closes_no_round() -> None:
    assert is_open(dossier(round_(deadline=MONDAY)), round_(deadline=MONDAY))


def test_only_the_latest_round_of_a_step_is_open() -> None:
    known = dossier(round_(), round_(number=2))
    assert [is_open(known, r) for r in (round_(), round_(number=2))] == [False, True]


def test_last_years_round_is_never_open() -> None:
    before = round_(step="previous", key="previous-2026")
    assert not is_open(dossier(before), before)


def test_a_step_that_is_opened_again_asks_everyone_in_a_new_round() -> None:
    again = round_(number=2, opened_at=LATER + 2 * HOUR)
    known = dossier(round_(), reopened("evaluation"))  # type: ignore[arg-type]
    assert not is_open(known, round_())
    assert is_open(known.plus([again]), again)


def test_closing_another_step_closes_no_round() -> None:
    assert is_open(dossier(round_(), closed("format", LATER)), round_())


def test_a_partner_is_ready_when_it_says_so_and_not_before() -> None:
    known = dossier(round_("A", "B", "C"), answer("B", "R1", 3), ready("C"))
    assert [response(known, "evaluation-1", org) for org in "ABC"] == [
        "none",
        "partial",
        "complete",
    ]


def test_an_answer_in_another_round_is_no_answer_in_this_one() -> None:
    known = dossier(round_("A"), round_("A", number=2), answer("A", "R1", 3), ready("A"))
    assert response(known, "evaluation-2", "A") == "none"


def test_those_asked_stand_in_the_order_of_the_plan() -> None:
    known = dossier(organisation("A"), organisation("B"), organisation("C"))
    assert [org.key for org in asked(known, round_("C", "gone", "A"))] == ["A", "C"]


@pytest.mark.parametrize(
    ("partners", "share", "want"),
    [(10, 0.75, 8), (4, 0.75, 3), (1, 0.75, 1), (0, 0.75, 1), (35, 0.8, 28), (3, 1.0, 3)],
)
def test_so_many_must_have_answered(partners: int, share: float, want: int) -> None:
    assert needed(partners, share) == want


@given(st.integers(1, 5000), st.sampled_from([0.5, 0.75, 0.8]))
def test_enough_is_never_less_than_the_share_nor_one_too_many(partners: int, share: float) -> None:
    want = needed(partners, share)
    percent = round(share * 100)
    assert want * 100 >= partners * percent > (want - 1) * 100


@pytest.mark.parametrize("role", ["ter kennisname per brief", "Ter bespreking, niet meer"])
def test_the_last_body_that_does_more_than_hear_of_it_adopts(role: str) -> None:
    route = (body("raad", 3, role=role), body("college", 2), body("MT", 1))
    assert [b.body for b in deciding_bodies(dossier(*route))] == ["MT", "college"]


@pytest.mark.parametrize(
    ("decision", "is_adopted"),
    [
        (None, False),
        ("aangehouden", False),
        ("akkoord", True),
        ("Akkoord met wijziging", True),
        ("niet akkoord", False),
    ],
)
def test_no_plan_is_adopted_without_a_decision_of_the_body_that_adopts(
    decision: str | None, is_adopted: bool
) -> None:
    known = dossier(body("MT", 1, decision="akkoord"), body("college", 2, decision=decision))
    assert adopted(known) is is_adopted


def test_who_takes_note_adopts_nothing() -> None:
    heard = body("raad", 3, role="ter kennisname", decision="akkoord")
    assert not adopted(dossier(body("college", 2), heard))
    assert not adopted(dossier(heard))
    assert not adopted(dossier())


def test_a_plan_is_a_concept_until_the_session_then_awaits_its_decision_then_is_adopted() -> None:
    assert status(dossier()) == "concept"
    at_session = dossier(closed("session", LATER))
    assert status(at_session) == "ter besluitvorming"
    decided = at_session.plus([body("college", 1, decision="akkoord")])
    assert status(decided) == "ter besluitvorming"
    assert status(decided.plus([closed("decision", LATER)])) == "vastgesteld"


def test_a_session_that_was_opened_again_makes_it_a_concept_again() -> None:
    once = closed("session", LATER)
    assert status(dossier(altered(once, reopened_at=LATER + HOUR))) == "concept"


def test_the_calendar_of_a_step_is_found_by_its_name() -> None:
    there = Planned(step="session", start=MONDAY, end=DEADLINE)
    known = dossier(calendar=(there,))
    assert planned(known, "session") == there
    assert planned(known, "check") is None
