"""The proof of the logbook sees what it looks for (its share runs with tests/storage)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plan import logbook as chains
from plan.records import Entry, altered
from tests.prove import logbook
from tests.prove.trial import begun, fresh_seed

SEED = fresh_seed()


def _hashed_without(*names: str) -> Callable[[str, Entry], Entry]:
    """A seal that does not cover these fields."""
    real = chains.sealed

    def sealed(before: str, entry: Entry) -> Entry:
        bare = altered(entry, **{name: getattr(BLANK, name) for name in names})
        return altered(entry, hash=real(before, bare).hash)

    return sealed


BLANK = Entry(key="000000001", at=logbook.NOON, actor="", action="", origin="", hash="")


@pytest.fixture(autouse=True)
def _aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.prove.trial.KEPT", tmp_path / "prove")


@pytest.mark.parametrize("names", [("action",), ("actor", "origin"), ("object",)])
def test_a_seal_that_leaves_something_out_is_seen(
    names: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chains, "sealed", _hashed_without(*names))
    with (
        begun("logbook", SEED, 0.1) as trial,
        pytest.raises(AssertionError, match="nobody is told|is named and line"),
    ):
        logbook.prove(trial)


def test_without_the_chain_nobody_is_told_of_an_insider(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every checksum is right."""
    monkeypatch.setattr("bot.verifying.Chains.faults", lambda *_: iter(()))
    with begun("logbook", SEED, 0.05) as trial, pytest.raises(AssertionError, match="nobody is"):
        logbook.prove(trial)
