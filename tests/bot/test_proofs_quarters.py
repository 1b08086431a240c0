"""A share of the proof of the clock, and that it sees a clock that is wrong."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path

import pytest

from plan import calendar, reminders
from plan.calendar import next_decent
from plan.dossier import Dossier
from plan.records import Message, altered
from plan.reminders import due, waves
from tests.plan.tiny import round_
from tests.prove import quarters
from tests.prove.trial import SHARE, begun, fresh_seed

SEED = fresh_seed()


@pytest.fixture(autouse=True)
def _aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.prove.trial.KEPT", tmp_path / "prove")


def test_a_share_of_the_proof(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        sys.stdout.write(f" [--only quarters --seed {SEED} --scale {SHARE}] ")
    with begun("quarters", SEED, SHARE) as trial:
        quarters.prove(trial)
    assert trial.counts["local times"] >= 5 / 100 * 175_200
    assert trial.counts["times that were left out"] > 0
    assert trial.counts["reminders"] > 0


def _winter(day: date, at: time = time(9)) -> datetime:
    """A clock that knows no summer time."""
    return datetime.combine(day, at, timezone(timedelta(hours=1))).astimezone(UTC)


def _second(day: date, at: time = time(9)) -> datetime:
    """Of two times that are the same the second."""
    return datetime.combine(day, at, calendar.ZONE).replace(fold=1).astimezone(UTC)


def _shifted(day: date, at: time = time(9)) -> datetime:
    """A time that is left out becomes one an hour on, as Python has it."""
    return datetime.combine(day, at, calendar.ZONE).astimezone(UTC)


@pytest.mark.parametrize("wrong", [_winter, _second, _shifted])
def test_a_clock_that_is_wrong_is_seen(wrong: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar, "moment", wrong)
    with begun("quarters", 1, SHARE) as trial, pytest.raises(AssertionError):
        quarters.prove(trial)


def test_a_next_moment_at_night_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(now: datetime) -> datetime:
        return next_decent(now) + timedelta(hours=10)

    monkeypatch.setattr(calendar, "next_decent", late)
    with begun("quarters", 1, SHARE) as trial, pytest.raises(AssertionError, match="decent"):
        quarters.prove(trial)


def test_a_reminder_that_fires_twice_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def again(known: Dossier, now: datetime) -> tuple[Message, ...]:
        return tuple(altered(m, key=f"{m.key}/{k}") for m in due(known, now) for k in "ab")

    monkeypatch.setattr(reminders, "due", again)
    with begun("quarters", 1, SHARE) as trial, pytest.raises(AssertionError, match="twice"):
        quarters.prove(trial)


def test_a_reminder_that_is_left_out_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(known: Dossier, now: datetime) -> tuple[Message, ...]:
        return ()

    monkeypatch.setattr(reminders, "due", never)
    with begun("quarters", 1, SHARE) as trial, pytest.raises(AssertionError, match="never"):
        quarters.prove(trial)


def test_the_clock_changes_twice_a_year() -> None:
    days = [change.date() for change in quarters.changes()]
    assert len(days) == 10
    assert date(2027, 3, 28) in days


def test_times_are_worked_out_anew_when_the_rules_of_the_clock_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is kept is the day and the time on the clock; UTC follows from them.

    New rules come with a new process, which has worked nothing out yet.
    """
    before = waves(round_("POL"))
    monkeypatch.setattr(calendar, "ZONE", timezone(timedelta(hours=1)))
    calendar.moment.cache_clear()
    after = waves(round_("POL"))
    calendar.moment.cache_clear()
    assert [one + timedelta(hours=1) for one in before] == list(after)
    assert calendar.local(after[0]).time() == time(9)
