"""Submission deadlines and questions about a change are reminded of in time, and then no more."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from plan.calendar import moment
from plan.changes import change
from plan.dossier import Dossier
from plan.records import Consent, DecisionStep, Message, Record, altered
from plan.reminders import due, next_moment
from tests.plan.tiny import at, closed, dossier, measure, organisation, person

MT = DecisionStep(key="MT", body="MT", day=date(2026, 12, 10), deadline=date(2026, 12, 1))
ASKED = moment(date(2026, 12, 14))


def here(*more: Record, body: DecisionStep = MT) -> Dossier:
    return dossier(body, person("ans"), closed("draft", at(date(2026, 10, 30))), *more)


def kinds(known: Dossier, day: date) -> list[str]:
    return [message.key for message in due(known, at(day, 10))]


@pytest.mark.parametrize(
    ("day", "left"), [(date(2026, 11, 17), 10), (date(2026, 11, 26), 3), (date(2026, 11, 30), 1)]
)
def test_the_coordinator_hears_ten_three_and_one_working_day_before(day: date, left: int) -> None:
    assert f"submission/MT/2026-12-01/{left}" in kinds(here(), day)


def test_of_a_body_that_only_hears_there_is_one_reminder() -> None:
    heard = here(body=altered(MT, role="ter kennisname"))
    assert kinds(heard, date(2026, 11, 17)) == []
    assert kinds(heard, date(2026, 11, 26)) == ["submission/MT/2026-12-01/3"]
    sent = heard.plus(due(heard, at(date(2026, 11, 26), 10)))
    assert kinds(sent, date(2026, 11, 30)) == []


@pytest.mark.parametrize("day", [date(2026, 11, 16), date(2026, 12, 2)])
def test_not_earlier_and_not_after_the_deadline(day: date) -> None:
    assert kinds(here(), day) == []


def test_a_body_that_decided_or_is_left_out_asks_for_nothing() -> None:
    day = date(2026, 11, 30)
    assert kinds(here(body=altered(MT, decision="akkoord")), day) == []
    assert kinds(here(body=altered(MT, skipped=True)), day) == []


def test_without_a_draft_there_is_nothing_to_hand_in() -> None:
    assert due(dossier(MT, person("ans")), at(date(2026, 11, 30), 10)) == ()


def test_the_next_moment_is_known_beforehand() -> None:
    assert next_moment(here(), at(date(2026, 11, 2), 10)) == moment(date(2026, 11, 17))


def test_a_new_deadline_is_reminded_of_anew() -> None:
    sent = Message(
        key="submission/MT/2026-12-01/10", to="ans", kind="submission", due=ASKED, made_at=ASKED
    )
    assert kinds(here(sent), date(2026, 11, 17)) == []
    moved = altered(MT, deadline=date(2026, 12, 3))
    assert kinds(here(sent, body=moved), date(2026, 11, 19)) == ["submission/MT/2026-12-03/10"]


def asked(*more: Record, answer: str | None = None) -> Dossier:
    was = measure("M1", "POL")
    now = altered(was, title="Anders")
    made = change(was, now, because="decision/MT", by="ans", at=ASKED - timedelta(hours=1))
    consent = Consent(
        key="amended/M1/POL",
        kind="amended",
        subject="M1",
        org="POL",
        asked_at=ASKED,
        answer=answer,
    )
    invitation = Message(
        key="i",
        to="bo",
        org="POL",
        kind="amended",
        request=f"amended/{ASKED.isoformat()}",
        due=ASKED,
        made_at=ASKED,
        sent_at=ASKED,
    )
    people = (person("bo", "POL"), organisation("POL"))
    return dossier(now, made, consent, invitation, *people, *more)


def test_a_silent_partner_is_reminded_twice_and_then_left_alone() -> None:
    days = [date(2026, 12, 16), date(2026, 12, 17), date(2026, 12, 21), date(2026, 12, 22)]
    known, sent = asked(), []
    for day in days:
        fresh = due(known, at(day, 10))
        sent += [(day.day, message.to) for message in fresh]
        known = known.plus(tuple(altered(m, sent_at=at(day, 10)) for m in fresh))
    assert sent == [(17, "bo"), (21, "bo")]


def test_who_answered_is_not_reminded() -> None:
    assert due(asked(answer="ja"), at(date(2026, 12, 17), 10)) == ()


def test_after_the_last_day_nobody_is_reminded_any_more() -> None:
    assert due(asked(), at(date(2026, 12, 22), 10)) == ()
