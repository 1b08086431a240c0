"""A share of the proofs about cards and deliveries, and that each sees what it looks for."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bot import taking, turns
from dialogs import clashing
from tests.prove import PROOFS
from tests.prove.trial import SHARE, begun, fresh_seed

SEED = fresh_seed()
NAMES = {"deliveries": 0.02, "submissions": SHARE, "shuffled": 0.02, "edits": 0.01}
"""How much of each: less where a scenario, a plan or a card has to be made for it."""


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
    with begun("submissions", 1, SHARE) as trial, pytest.raises(AssertionError):
        PROOFS["submissions"](trial)


def test_the_proof_of_deliveries_sees_what_counts_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "heard_before", _never)
    monkeypatch.setattr(turns.Turns, "_repeated", lambda *_: False)
    with begun("deliveries", 1, 0.01) as trial, pytest.raises(AssertionError):
        PROOFS["deliveries"](trial)


def test_the_proof_of_another_order_sees_an_answer_to_another_question(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(taking, "is_late", lambda *_: False)
    with begun("shuffled", 1, 0.02) as trial, pytest.raises(AssertionError):
        PROOFS["shuffled"](trial)


def test_the_proof_of_edits_sees_a_loser_who_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clashing, "seal", lambda *_: "0")
    for name in [name for name in sys.modules if name.startswith("dialogs.")]:
        if hasattr(sys.modules[name], "seal"):
            monkeypatch.setattr(sys.modules[name], "seal", lambda *_: "0")
    with begun("edits", 1, SHARE) as trial, pytest.raises(AssertionError, match="not one winner"):
        PROOFS["edits"](trial)
