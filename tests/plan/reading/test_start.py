"""A starting state holds what was there before the step, and nothing of what came after."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from plan.dossier import Dossier
from plan.reading import PlanFileError, read, starting_at
from plan.records import (
    Answer,
    BilateralCheck,
    Closed,
    DecisionStep,
    Measure,
    Message,
    Proposal,
    Round,
    Submission,
)
from tests.plan.reading.small import asked


def half_way() -> dict[str, Any]:
    """A plan in its bilateral checks; M1 ran last year, M2 is new."""
    data = asked({"q": "O1", "text": "x"}, status="complete", reminders_sent=["2026-09-28"])
    one, two = data["themes"][0]["items"][0]["measures"]
    one["history"] = [{"year": 2026, "progress": "op_schema", "effect": "beperkt"}]
    one.update(decision="stop", decision_reason="klaar", evidence_note="x", depends_on=["M2"])
    two["decision"] = "new"
    data["plan"].update(
        version="0.4 concept",
        calendar=[
            {"step": "V1", "start": "2026-09-14", "end": "2026-10-09"},
            {"step": "V2", "start": "2026-10-12", "end": "2026-10-14"},
        ],
        decision_route=[{"body": "MT", "decision": "akkoord"}],
    )
    data["proposals"] = [{"id": "P1", "title": "x"}]
    window = {"start": "2026-11-02", "end": "2026-11-20"}
    data["bilateral_checks"] = [{"window": window, "partners": [{"org": "POL"}]}]
    return data


def started(step: str) -> Dossier:
    return Dossier(starting_at(read(half_way()).records, step, "follow_up"))


def test_it_is_a_plan_of_its_own() -> None:
    plan = started("evaluation").plan
    assert (plan.key, plan.version) == ("p1-demo", "0.1 concept")
    assert plan.reference_date == date(2026, 9, 14)


@pytest.mark.parametrize("kind", [Answer, Submission, Proposal, Round, BilateralCheck, Message])
def test_what_partners_said_is_gone(kind: type[Answer]) -> None:
    assert started("evaluation").all(kind) == ()


def test_measures_that_ran_before_stay_without_their_verdict() -> None:
    (measure,) = started("evaluation").all(Measure)
    assert measure.key == "M1"
    assert measure.history
    verdict = (measure.decision, measure.decision_reason, measure.evidence_note)
    assert verdict == (None, None, None)
    assert measure.depends_on == ()


def test_no_body_has_decided() -> None:
    assert [one.decision for one in started("evaluation").all(DecisionStep)] == [None]


def test_the_steps_before_are_closed_and_the_others_open() -> None:
    assert started("evaluation").all(Closed) == ()
    closed = started("draft").all(Closed)
    assert [one.step for one in closed] == ["evaluation", "format"]
    assert closed[1].at.date() == date(2026, 10, 14)


def test_an_unknown_step_is_answered_with_the_steps_there_are() -> None:
    with pytest.raises(PlanFileError, match="evaluation, format, draft, check, session") as caught:
        started("check_1")
    assert "onbekende stap 'check_1'" in caught.value.sentence.nl
