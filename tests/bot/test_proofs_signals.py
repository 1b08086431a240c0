"""A share of the proof of stopping, and that it sees what it looks for."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from tests.conftest import Require
from tests.prove import PROOFS, signals
from tests.prove.signals import Seen
from tests.prove.trial import LeftOutError, begun, fresh_seed

SEED = fresh_seed()
NAMES = {"signals": 0.01, "signals-postgres": 0.07}
"""How much of each: a few stops, for each takes a process and its start."""


@pytest.fixture(autouse=True)
def _aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.prove.trial.KEPT", tmp_path / "prove")


@pytest.mark.parametrize("name", NAMES)
def test_a_share_of_the_proof(
    name: str, require: Require, capsys: pytest.CaptureFixture[str]
) -> None:
    with capsys.disabled():
        sys.stdout.write(f" [--only {name} --seed {SEED} --scale {NAMES[name]}] ")
    with begun(name, SEED, NAMES[name]) as trial:
        try:
            PROOFS[name](trial)
        except LeftOutError as error:
            require(str(error))


def test_a_process_that_confirms_before_it_keeps_is_found_out() -> None:
    with begun("signals", 1, 1.0) as trial:
        store = str(trial.scratch / "store")
        hasty = signals._proved(trial, store, 20, "tests.prove.hasty")  # noqa: SLF001
        with pytest.raises(AssertionError, match="not kept"):
            asyncio.run(hasty)


@pytest.mark.parametrize(
    ("kept", "graceful", "says"),
    [
        (["a"], False, "confirmed and not kept"),
        (["a", "b", "b"], False, "kept twice"),
        (["a", "b", "z"], False, "never sent"),
        (["a", "b", "c"], True, "kept and not confirmed"),
        (["a", "b", "c"], False, ""),
    ],
)
def test_each_thing_that_may_be_wrong_is_told(kept: list[str], graceful: bool, says: str) -> None:
    seen = Seen(sent={"a", "b", "c"}, confirmed={"a", "b"})
    told = signals._compared(seen, kept, graceful=graceful)  # noqa: SLF001
    assert (says in told) if says else not told
