"""Who may do what, as one table: every role beside every act, and nothing that is not named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from plan.dossier import Dossier
from plan.records import Edition, Handover, Person, Record, Wish
from plan.rights import ALL, Of, can, decides, is_coordinator, speaks_for, stands_in_for
from tests.plan.tiny import OPENED, closed, item, measure, organisation, person, plan, theme

PEOPLE = {
    "coordinator": person("ans", "GEM"),
    "theme owner": person("joris", "GEM"),
    "MT": person("mia", "GEM"),
    "portfolio holder": person("bur", "GEM"),
    "reader": person("gri", "RAAD"),
    "partner": person("pol-1", "POL"),
    "team in a measure": person("boa-1", "BOA"),
    "colleague": person("els", "GEM"),
    "nobody's": person("los"),
}
PLACE: tuple[Record, ...] = (
    plan(decision_makers=("mia",), portfolio_holder="bur", readers=("gri",)),
    theme("T1", owner="joris"),
    theme("T2"),
    item(),
    measure("M1", "POL", "BOA"),
    organisation("POL"),
    organisation("BOA", consulted=False),
    organisation("GEM", consulted=False),
    organisation("RAAD", consulted=False),
    *PEOPLE.values(),
)
IN_SESSION = (closed("check", OPENED),)
ADOPTED = (*IN_SESSION, Edition(key="1.0", at=OPENED, by="ans"))

ACTS: dict[str, Callable[[Dossier, Person], bool]] = {
    "coordinate": is_coordinator,
    "draft T1": lambda d, p: can(d, p, "draft", Of(theme="T1")),
    "draft T2": lambda d, p: can(d, p, "draft", Of(theme="T2")),
    "decide": decides,
    "answer": lambda d, p: can(d, p, "answer"),
    "answer for POL": lambda d, p: speaks_for(d, p, "POL"),
    "findings": lambda d, p: can(d, p, "read_findings", ALL),
    "draft": lambda d, p: can(d, p, "read_draft", ALL),
    "draft in session": lambda d, p: can(d.plus(IN_SESSION), p, "read_draft", ALL),
    "adopted before": lambda d, p: can(d, p, "read_adopted", ALL),
    "adopted": lambda d, p: can(d.plus(ADOPTED), p, "read_adopted", ALL),
    "register before": lambda d, p: can(d, p, "read_register", ALL),
    "register": lambda d, p: can(d.plus(ADOPTED), p, "read_register", ALL),
}
MADE = {"findings", "draft", "draft in session", "adopted", "register before", "register"}
TAKES_PART = {"answer", "draft in session", "adopted", "register"}
MAY: dict[str, set[str]] = {
    "coordinator": {"coordinate", "draft T1", "draft T2", "answer", *MADE},
    "theme owner": {"draft T1", *MADE},
    "MT": {"decide", *MADE},
    "portfolio holder": {"decide", *MADE},
    "reader": {"adopted", "register"},
    "partner": {"answer for POL", *TAKES_PART},
    "team in a measure": TAKES_PART,
    "colleague": set(),
    "nobody's": set(),
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("role", PEOPLE)
def test_each_role_may_do_what_the_table_says_and_nothing_else(role: str, act: str) -> None:
    assert ACTS[act](Dossier(PLACE), PEOPLE[role]) is (act in MAY[role])


def test_the_table_names_only_acts_there_are_and_every_role() -> None:
    assert set(MAY) == set(PEOPLE)
    assert set().union(*MAY.values()) <= set(ACTS) - {"adopted before"}


@pytest.mark.parametrize("act", ["coordinate", "findings", "draft", "adopted before", "answer"])
def test_without_a_plan_nobody_may_do_anything(act: str) -> None:
    assert not ACTS[act](Dossier(), PEOPLE["coordinator"])


def test_in_a_first_year_the_second_check_must_be_over() -> None:
    first = Dossier(PLACE).plus([plan(track="first_year")])
    partner = PEOPLE["partner"]
    assert not can(first.plus([closed("check_1", OPENED)]), partner, "read_draft", ALL)
    assert can(first.plus([closed("check_2", OPENED)]), partner, "read_draft", ALL)


def test_a_check_that_is_opened_again_takes_the_whole_draft_away() -> None:
    again = closed("check", OPENED, reopened_at=OPENED)
    assert not can(Dossier(PLACE).plus([again]), PEOPLE["partner"], "read_draft", ALL)


def test_whom_a_request_was_handed_to_can_be_asked() -> None:
    given = Handover(key="x", round="r", org="POL", topic="all", to="els", by="pol-1", at=OPENED)
    assert can(Dossier(PLACE).plus([given]), PEOPLE["colleague"], "answer", Of(org="POL"))


# Stand-ins


def away(who: str, to: str, until: date | None = None) -> Wish:
    return Wish(key=who, stand_in=to, stand_in_until=until)


def test_a_stand_in_may_answer_for_who_is_away_and_gets_no_other_rights() -> None:
    known = Dossier(PLACE).plus([away("pol-1", "els"), away("bur", "els"), away("joris", "els")])
    els = PEOPLE["colleague"]
    assert speaks_for(known, els, "POL")
    assert can(known, els, "answer")
    assert not speaks_for(known, els, "BOA")
    assert not decides(known, els)
    assert not can(known, els, "draft", Of(theme="T1"))
    assert not can(known, els, "read_draft", ALL)


def test_the_stand_in_of_a_stand_in_may_too_and_a_circle_does_no_harm() -> None:
    known = Dossier(PLACE).plus([away("pol-1", "boa-1"), away("boa-1", "els")])
    assert speaks_for(known, PEOPLE["colleague"], "POL")
    round_ = known.plus([away("els", "pol-1")])
    assert {one.key for one in stands_in_for(round_, PEOPLE["colleague"])} == {"pol-1", "boa-1"}


def test_what_was_asked_within_the_period_may_be_finished_and_nothing_after_it() -> None:
    known = Dossier(PLACE).plus([away("pol-1", "els", date(2026, 10, 1))])
    els = PEOPLE["colleague"]
    assert speaks_for(known, els, "POL", date(2026, 10, 1))
    assert not speaks_for(known, els, "POL", date(2026, 10, 2))
