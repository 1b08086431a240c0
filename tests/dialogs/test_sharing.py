"""What was said to one municipality arrives in the plan of another."""

from __future__ import annotations

from datetime import timedelta

from dialogs import arrived
from plan.dossier import Dossier
from plan.records import (
    Answer,
    Event,
    Handover,
    Measure,
    Message,
    Municipality,
    Offered,
    Partnership,
    Record,
    Round,
    Sharing,
    Submission,
    Theme,
    altered,
)
from tests.plan import tiny
from tests.plan.tiny import DEADLINE, OPENED, item, organisation, person, plan

LATER = OPENED + timedelta(hours=2)


def _plan(name: str, other: str, step: str, *records: Record, result: str = "") -> Dossier:
    """Two measures with the police in one supra-local theme; the first has a title both know."""
    return Dossier(
        (
            plan(
                key=f"{name}-2027",
                municipality=Municipality(id=name, name=f"Gemeente {name.title()}"),
                together_with=(other,),
            ),
            organisation("POL"),
            person("ruud", "POL"),
            person("ans"),
            Theme(key="T1", title="Ondermijning", scope="base_team"),
            item("T1.1", theme="T1", title="Signalen"),
            _measure(f"{name}1", "Bibob-toets", result),
            _measure(f"{name}2", f"Eigen {name}"),
            Round(
                key=f"{step}-1", step=step, opened_at=OPENED, deadline=DEADLINE, partners=("POL",)
            ),
            *records,
        )
    )


def _measure(key: str, title: str, result: str = "") -> Measure:
    partners = (Partnership(org="POL"),)
    return Measure(key=key, item="T1.1", title=title, partners=partners, result=result or None)


def _shared(step: str, other: str, **more: object) -> Sharing:
    made = Sharing(
        key=f"{step}-1/POL/{other}-2027",
        round=f"{step}-1",
        org="POL",
        plan=f"{other}-2027",
        municipality=f"Gemeente {other.title()}",
        with_round=f"{step}-1",
        with_org="POL",
        leads=True,
    )
    return altered(made, **more)


def _invited(step: str) -> Message:
    """The message that named both."""
    return tiny.invitation("POL", "ruud", request=f"{step}-1")


def _kept(records: tuple[Record, ...], kind: type[Record]) -> list[Record]:
    return [record for record in records if isinstance(record, kind)]


def _of_check(*records: Record, result: str = "") -> Dossier:
    told = (_shared("check", "west"), _invited("check"))
    given = tiny.answer("POL", "K2", "ja", "oost1", round="check-1", by="ruud", at=LATER)
    missing = tiny.answer("POL", "K4", None, text="Niets", round="check-1", by="ruud", at=LATER)
    return _plan("oost", "west", "check", *told, given, missing, *records, result=result)


def test_agreement_in_a_check_holds_elsewhere_where_the_words_are_the_same() -> None:
    west = _plan("west", "oost", "check")
    kept = _kept(arrived(west, _of_check()).keep, Answer)
    assert [(a.key, a.source, a.by) for a in kept if isinstance(a, Answer)] == [
        ("check-1/POL/K2/west1/1", "shared", "ruud")
    ]
    assert not _kept(arrived(west, _of_check(result="tien keer")).keep, Answer)


def test_what_arrives_is_in_the_register_with_the_day_it_was_said() -> None:
    west = _plan("west", "oost", "check")
    events = [e for e in arrived(west, _of_check()).keep if isinstance(e, Event)]
    assert {(event.what, event.at) for event in events} == {
        ("asks_along", OPENED),
        ("shared_answer", LATER),
    }


def test_arriving_again_changes_nothing() -> None:
    oost, west = _of_check(), _plan("west", "oost", "check")
    turn = arrived(west, oost)
    after = west.plus(turn.keep, turn.drop)
    again = arrived(after, oost)
    assert again.keep == ()
    assert again.drop == ()


def test_what_was_said_before_the_partner_knew_of_both_waits_for_a_word() -> None:
    oost = _plan(
        "oost",
        "west",
        "evaluation",
        _shared("evaluation", "west"),
        tiny.answer("POL", "R1", 2, by="ruud", at=LATER),
    )
    west = _plan("west", "oost", "evaluation")
    kept = arrived(west, oost).keep
    assert not _kept(kept, Answer)
    assert [offer.key for offer in _kept(kept, Offered)] == ["evaluation-1/POL/R1//1"]


def test_what_is_taken_back_is_taken_back_where_it_arrived() -> None:
    given = tiny.answer("POL", "R1", 2, by="ruud", at=LATER)
    told = (_shared("evaluation", "west"), _invited("evaluation"))
    oost = _plan("oost", "west", "evaluation", *told, given)
    west = _plan("west", "oost", "evaluation")
    turn = arrived(west, oost)
    west = west.plus(turn.keep, turn.drop)
    assert west.get(Answer, given.key)
    gone = arrived(west, oost.plus((), [given]))
    assert [record.key for record in gone.drop] == [given.key]


def test_an_older_word_does_not_go_over_a_newer_one() -> None:
    told = (_shared("evaluation", "west"), _invited("evaluation"))
    given = tiny.answer("POL", "R1", 2, at=LATER)
    newer = tiny.answer("POL", "R1", 5, at=LATER + timedelta(hours=1))
    oost = _plan("oost", "west", "evaluation", *told, given)
    west = _plan("west", "oost", "evaluation", newer)
    assert not _kept(arrived(west, oost).keep, Answer)
    both = _shared("evaluation", "oost", leads=False)
    carried = arrived(oost, west.plus([both])).keep
    assert [a.value for a in carried if isinstance(a, Answer)] == [5]


def test_each_for_itself_once_the_partner_said_so() -> None:
    told = (_shared("evaluation", "west", apart=True), _invited("evaluation"))
    given = tiny.answer("POL", "R1", 2, at=LATER)
    west = _plan("west", "oost", "evaluation")
    kept = arrived(west, _plan("oost", "west", "evaluation", *told, given)).keep
    assert not _kept(kept, Answer)
    assert not _kept(kept, Offered)
    assert [s.apart for s in kept if isinstance(s, Sharing)] == [True]


def test_the_other_plan_hears_that_a_partner_is_ready() -> None:
    done = Submission(key="evaluation-1/POL", round="evaluation-1", org="POL", at=LATER)
    oost = _plan("oost", "west", "evaluation", _shared("evaluation", "west"), done)
    kept = arrived(_plan("west", "oost", "evaluation"), oost).keep
    assert [(s.done_there, s.leads) for s in kept if isinstance(s, Sharing)] == [(True, False)]


def test_a_request_handed_to_somebody_unknown_elsewhere_is_no_longer_one() -> None:
    oost = _plan("oost", "west", "evaluation", _shared("evaluation", "west"))
    west = _plan("west", "oost", "evaluation")
    handed = Handover(
        key="evaluation-1/POL/all",
        round="evaluation-1",
        org="POL",
        topic="all",
        to="bea",
        by="ruud",
        at=LATER,
    )
    passed = oost.plus([handed, person("bea", "POL")])
    for there, open_there in ((oost, True), (passed, False)):
        kept = arrived(west, there).keep
        assert [s.open_there for s in kept if isinstance(s, Sharing)] == [open_there]
