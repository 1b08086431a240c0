"""Checks on what was done with what partners said, and on personal data in it."""

from __future__ import annotations

import pytest

from plan.checks import findings
from plan.records import Answer, Comment, Milestone, Proposal, Record, altered
from tests.plan.checks.tiny import (
    AT,
    answer,
    dossier,
    evaluation,
    found,
    item,
    measure,
    org,
    round_,
    theme,
)


def remark(key: str, disposition: str, round_key: str = "check-1") -> Comment:
    return Comment(key=key, round=round_key, org="A", text="Hm.", disposition=disposition)


def test_open_proposals_and_remarks_of_every_round_are_found() -> None:
    made = (
        Proposal(key="P1", title="Een"),
        Proposal(key="P2", title="Twee", status="parked"),
        remark("B1", "open"),
        remark("B2", "open", "check-2"),
        remark("B3", "to_session"),
        round_("check", 1),
        round_("check", 2),
    )
    assert found("C21", *made) == ["B1", "B2", "P1"]


def advice(*values: str) -> list[Record]:
    given = (answer(f"ORG{n}", "M1", value, "M1") for n, value in enumerate(values))
    return [evaluation(), *given]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("stoppen", "minder"), ["M1"]),
        (("anders", "stoppen", "doorgaan"), ["M1"]),
        (("stoppen",), []),
        (("stoppen", "doorgaan", "versterken"), []),
        ((), []),
    ],
)
def test_two_advices_against_are_found(values: tuple[str, ...], expected: list[str]) -> None:
    assert found("C22", item(), measure(), *advice(*values)) == expected


def test_a_reason_or_another_verdict_answers_the_advice() -> None:
    against = advice("stoppen", "stoppen")
    assert found("C22", item(), measure(decision_reason="wettelijk"), *against) == []
    assert found("C22", item(), measure(decision="adjust"), *against) == []
    assert found("C22", item(), measure(decision=None), *against) == []


def test_one_organisation_twice_is_one_advice() -> None:
    rounds = (evaluation(1), evaluation(2))
    twice = (answer("A", "M1", "stoppen", "M1", 1), answer("A", "M1", "minder", "M1", 2))
    assert found("C22", item(), measure(), *rounds, *twice) == []


def test_advice_that_was_taken_back_does_not_count() -> None:
    rounds = (evaluation(1), evaluation(2))
    first = [answer(one, "M1", "stoppen", "M1", 1) for one in "AB"]
    back = answer("B", "M1", "doorgaan", "M1", 2)
    assert found("C22", item(), measure(), *rounds, *first, back) == []


ADDRESS = "De bewoner van Kastanjelaan 14 belt vaak."


def told(question: str, subject: str | None, text: str) -> Answer:
    key = f"evaluation-1/WOC/{question}/{subject or ''}/1"
    return Answer(
        key=key,
        round="evaluation-1",
        org="WOC",
        question=question,
        subject=subject,
        text=text,
        at=AT,
    )


def test_an_answer_is_named_by_organisation_and_question_once() -> None:
    made = (told("O3", "T1", ADDRESS), told("O3", "T2", ADDRESS), told("O1", "T1", "Rustig."))
    assert found("C26", theme(), evaluation(), *made) == ["WOC/O3"]


def test_what_looks_like_personal_data_is_said_with_where_it_stands() -> None:
    known = (org("WOC"), theme(), item(), measure(), evaluation(), told("O3", "T1", ADDRESS))
    (hit,) = [one for one in findings(dossier(*known)) if one.check == "C26"]
    assert hit.message.nl.startswith(f"Het antwoord van {org('WOC').name} op vraag O3 lijkt")
    written = altered(measure(), description=ADDRESS)
    (hit,) = [one for one in findings(dossier(theme(), item(), written)) if one.check == "C26"]
    assert hit.message.nl.startswith(f"De tekst van {written.key} lijkt herleidbaar")


def test_the_fields_of_a_small_form_are_looked_at() -> None:
    form = Answer(
        key="evaluation-1/WOC/M2//1",
        round="evaluation-1",
        org="WOC",
        question="M2",
        more={"why": ADDRESS},
        at=AT,
    )
    assert found("C26", evaluation(), form) == ["WOC/M2"]


@pytest.mark.parametrize(
    ("record", "key"),
    [
        (theme(narrative=ADDRESS), "T1"),
        (item(desired_effect=ADDRESS), "T1.1"),
        (measure(milestones=(Milestone(text=ADDRESS),)), "M1"),
        (Proposal(key="P1", title="x", text=ADDRESS, status="parked"), "P1"),
        (Comment(key="B1", round="check-1", org="A", text="Goed.", reply=ADDRESS), "B1"),
    ],
)
def test_everything_else_is_named_by_its_id(record: Record, key: str) -> None:
    assert found("C26", record) == [key]


def test_people_of_organisations_may_be_reached() -> None:
    assert found("C26", org("A"), measure(), item(), theme()) == []
