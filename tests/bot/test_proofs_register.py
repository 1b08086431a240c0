"""A share of the proof of the logbook, and that it sees what it looks for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plan import logbook as chains
from plan.records import Entry, altered
from tests.conftest import Require
from tests.prove import PROOFS, logbook
from tests.prove.trial import SHARE, LeftOutError, begun, fresh_seed

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


@pytest.mark.parametrize("name", ["logbook", "logbook-postgres"])
def test_a_share_of_the_proof(
    name: str, require: Require, capsys: pytest.CaptureFixture[str]
) -> None:
    with capsys.disabled():
        sys.stdout.write(f" [--only {name} --seed {SEED} --scale {SHARE}] ")
    with begun(name, SEED, SHARE) as trial:
        try:
            PROOFS[name](trial)
        except LeftOutError as error:
            require(str(error))


@pytest.mark.parametrize("names", [("action",), ("actor", "origin"), ("object",)])
def test_a_seal_that_leaves_something_out_is_seen(
    names: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chains, "sealed", _hashed_without(*names))
    with (
        begun("logbook", SEED, 0.1) as trial,
        pytest.raises(AssertionError, match=r"nobody is told|is named and line"),
    ):
        logbook.prove(trial)


def test_without_the_chain_nobody_is_told_of_an_insider(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every checksum is right."""
    monkeypatch.setattr("bot.verifying.Chains.faults", lambda *_: iter(()))
    with begun("logbook", SEED, 0.05) as trial, pytest.raises(AssertionError, match="nobody is"):
        logbook.prove(trial)
