"""A share of the proof of stops and of clocks that jump, and that it sees what it looks for."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.moments import Moments
from plan.calendar import moment
from plan.dossier import Dossier
from plan.records import Message, altered
from plan.reminders import SOURCES, due, parcels, requests, waves
from tests.prove import downtime
from tests.prove.trial import SHARE, begun, fresh_seed

SEED = fresh_seed()


@pytest.fixture(autouse=True)
def _aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.prove.trial.KEPT", tmp_path / "prove")


def test_a_share_of_the_proof(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        sys.stdout.write(f" [--only downtime --seed {SEED} --scale {SHARE}] ")
    with begun("downtime", SEED, SHARE) as trial:
        downtime.prove(trial)
    assert trial.counts["stops"] == 8
    assert trial.counts["jumps of the clock"] == 20


def _wrong(words: str) -> None:
    """Five people are enough."""
    with begun("downtime", 1, SHARE / 2) as trial, pytest.raises(AssertionError, match=words):
        downtime.prove(trial)


def test_a_burst_after_a_stop_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def apart(
        dossier: Dossier, now: datetime, elsewhere: Mapping[str, Sequence[datetime]]
    ) -> tuple[tuple[Message, ...], ...]:
        return tuple((m,) for parcel in parcels(dossier, now, elsewhere) for m in parcel)

    monkeypatch.setattr("bot.post.parcels", apart)
    _wrong("messages at once")


def test_every_wave_that_was_missed_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it would be if each wave were scheduled by itself."""

    def all_of_them(dossier: Dossier, now: datetime) -> tuple[Message, ...]:
        made = due(dossier, now)
        past = sum(at <= now for at in waves(downtime.asked()))
        return tuple(
            altered(m, key=f"{m.key[:-1]}{n}")
            for m in made
            for n in (range(1, past + 1) if m.kind == "reminder" else m.key[-1:])
        )

    monkeypatch.setattr("bot.outbox.due", all_of_them)
    _wrong("is useless")


def test_a_reminder_that_never_comes_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    none = tuple(
        replace(s, messages=lambda *_: ()) if s.messages is requests.reminders else s
        for s in SOURCES
    )
    monkeypatch.setattr("plan.reminders.SOURCES", none)
    _wrong("are not reminded")


def test_what_comes_again_when_the_clock_is_set_back_is_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As it would be if what was made were known by the moment it was made at."""

    def by_moment(dossier: Dossier, now: datetime) -> tuple[Message, ...]:
        known = Dossier(
            r for r in dossier.records() if not (isinstance(r, Message) and r.kind == "reminder")
        )
        made = due(known, now)
        return tuple(altered(m, key=f"{m.key[:-2]}/{now:%d%H}/{m.key[-1]}") for m in made)

    monkeypatch.setattr("bot.outbox.due", by_moment)
    monkeypatch.setattr(downtime, "OUTAGES", ())
    _wrong("came|no reminder|no invitation")


def test_the_stops_lie_over_three_reminders() -> None:
    assert len(waves(downtime.asked())) == 3
    assert waves(downtime.asked())[-1] - waves(downtime.asked())[0] < downtime.OUTAGES[-1]
    assert moment(downtime.OPENED) < waves(downtime.asked())[0]


def test_a_plan_is_looked_at_again_when_the_clock_is_set_back() -> None:
    """What could not go out is not left alone until the clock is there again."""
    at = moment(downtime.OPENED)
    known = Dossier(downtime.town(1))
    moments = Moments()
    moments.looked("dorp", 1, known, at)
    assert not moments.due({"dorp": 1}, at + timedelta(seconds=1), patient=True)
    assert moments.due({"dorp": 1}, at - timedelta(days=1), patient=True) == ("dorp",)
