"""That the proof of stopping sees what it looks for; a share of it runs with the other proofs."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.prove import signals
from tests.prove.signals import Seen
from tests.prove.trial import begun


@pytest.fixture(autouse=True)
def _aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.prove.trial.KEPT", tmp_path / "prove")


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
