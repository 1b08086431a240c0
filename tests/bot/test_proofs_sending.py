"""A share of the proofs about sending, and that each sees what it looks for."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot import parcel, policy, sender
from bot.plans import Plans
from tests.prove import PROOFS, marks, sends
from tests.prove.trial import SHARE, begun, fresh_seed

SEED = fresh_seed()
NAMES = {"sends": SHARE, "marks": SHARE / 5}
"""How much of each; a kill costs a process, and the start of another."""


@pytest.fixture(autouse=True)
def _aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case that is wanted here is not kept among those that are not."""
    monkeypatch.setattr("tests.prove.trial.KEPT", tmp_path / "prove")


@pytest.mark.parametrize("name", NAMES)
def test_a_share_of_the_proof(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        sys.stdout.write(f" [--only {name} --seed {SEED} --scale {NAMES[name]}] ")
    with begun(name, SEED, NAMES[name]) as trial:
        PROOFS[name](trial)


@asynccontextmanager
async def _always(*_: object) -> AsyncIterator[bool]:
    """A claim that keeps nobody out."""
    yield True


def _blindly(statuses: dict[int, Any]) -> dict[int, Any]:
    return {**statuses, 502: "again", 504: "again"}


@pytest.mark.usefixtures("_fewer")
def test_a_sender_that_tries_a_502_again_and_again_is_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(policy, "BY_STATUS", _blindly(dict(policy.BY_STATUS)))
    _seen("copies", "told")


@pytest.mark.usefixtures("_fewer")
def test_two_processes_that_neither_claim_nor_mark_are_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Plans, "claim", _always)
    monkeypatch.setattr(parcel, "_on_its_way", lambda message, _: message)
    _seen("copies", "limit", "before it may")


@pytest.mark.usefixtures("_fewer")
def test_a_sender_that_does_not_wait_as_asked_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy, "seconds_asked", lambda *_: None)
    monkeypatch.setattr(sender, "seconds_asked", lambda *_: None)
    _seen("before it may")


def test_a_sender_that_marks_nothing_before_it_is_killed_is_seen() -> None:
    with (
        begun("marks", 1, SHARE / 2) as trial,
        pytest.raises(AssertionError, match=r"twice|times"),
    ):
        marks.prove(trial, unmarked=True)


@pytest.fixture
def _fewer(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many show a fault too."""
    monkeypatch.setattr(sends, "MESSAGES", 160)


def _seen(*why: str) -> None:
    with begun("sends", 1, SHARE) as trial, pytest.raises(AssertionError) as failed:
        PROOFS["sends"](trial)
    assert any(word in str(failed.value) for word in why)
