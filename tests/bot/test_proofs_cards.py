"""A share of the proofs about cards and deliveries, and that each sees what it looks for."""

from __future__ import annotations

import asyncio
import random
import sys
from pathlib import Path

import pytest

from bot import carrying, taking, turns
from tests.prove import PROOFS, deliveries
from tests.prove.trial import SHARE, begun, fresh_seed

SEED = fresh_seed()
NAMES = ("deliveries", "submissions", "shuffled", "edits")


@pytest.fixture(autouse=True)
def _aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case that is wanted here is not kept among those that are not."""
    monkeypatch.setattr("tests.prove.trial.KEPT", tmp_path / "prove")


@pytest.mark.parametrize("name", NAMES)
def test_a_share_of_the_proof(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        sys.stdout.write(f" [--only {name} --seed {SEED} --scale {SHARE}] ")
    with begun(name, SEED, SHARE) as trial:
        PROOFS[name](trial)


def _anybody(*_: object) -> str:
    """Whose card it is does not matter."""
    return ""


def _never(*_: object) -> None:
    """Nothing was heard before, nothing is unfit."""


PLANTED = {
    "the addressee": (turns, "_not_theirs", _anybody),
    "what the card asked": (taking, "unfit", _never),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_the_proof_of_submissions_sees_what_is_not_looked_at(
    fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(*PLANTED[fault])
    with begun("submissions", 1, 0.05) as trial, pytest.raises(AssertionError):
        PROOFS["submissions"](trial)


def test_the_proof_of_deliveries_sees_what_counts_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    async def both(trial: object) -> bool:
        once = await deliveries.played(trial, "decision", None)  # type: ignore[arg-type]
        twice = await deliveries.played(trial, "decision", random.Random(1))  # type: ignore[arg-type]  # noqa: S311
        return once[0] == twice[0]

    monkeypatch.setattr(taking, "heard_before", _never)
    monkeypatch.setattr(turns.Turns, "_repeated", lambda *_: False)
    with begun("deliveries", 1, SHARE) as trial:
        try:
            assert not asyncio.run(both(trial))
        except AssertionError:
            return  # The scenario itself sees it too.


def test_a_mark_that_is_not_kept_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carrying, "marked", lambda *_, **__: ((), ()))
    monkeypatch.setattr(turns.Turns, "_repeated", lambda *_: False)
    with begun("deliveries", 1, SHARE) as trial, pytest.raises(AssertionError):
        PROOFS["deliveries"](trial)
