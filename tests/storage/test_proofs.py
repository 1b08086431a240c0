"""A share of the whole proof (`make prove`), and that each part of it sees what it looks for."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from plan.records import Record
from storage import disk, frames, keyed, ledger, upgrade
from storage.beside import PartBeside
from storage.home import Home
from storage.loading import Loaded
from storage.postgres import address
from storage.postgres.part import PostgresPart
from tests.conftest import Require
from tests.prove import PROOFS
from tests.prove.calls import Calls
from tests.prove.trial import SHARE, LeftOutError, begun, fresh_seed

SEED = fresh_seed()
OF_THE_STORE = (
    *("power", "failing", "kills", "damage", "upgrades"),
    *("sequences", "sequences-postgres", "restores", "stops"),
)


@pytest.fixture(autouse=True)
def _aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case that is wanted here is not kept among those that are not."""
    monkeypatch.setattr("tests.prove.trial.KEPT", tmp_path / "prove")


@pytest.mark.parametrize("name", OF_THE_STORE)
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


def _nothing(*_: object) -> None:
    """What a fault leaves out."""


def _unchecked(content: bytes, at: int) -> int | None:
    end = content.find(b"\n", at)
    return end + 1 if frames._HEAD.match(content, at) and end > at else None  # noqa: SLF001


def _once(part: PartBeside) -> Loaded:
    """What is read beside the process that writes, and then never again."""
    return _SEEN.setdefault(part._home, part._home.load({}, None))  # noqa: SLF001


async def _forgotten(part: PostgresPart, *records: Record, **_: object) -> int:
    """Acknowledged, and only the first of it is kept."""
    return await PUT(part, *records[:1])


PUT = PostgresPart.put
_SEEN: dict[Home, Loaded] = {}


# proof -> what of the store is spoilt, so that it must fail
PLANTED: dict[str, tuple[object, str, object]] = {
    "power": (disk.Grown, "sync", _nothing),
    "failing": (ledger.Ledger, "cut", _nothing),
    "damage": (frames, "_whole", _unchecked),
    "upgrades": (upgrade, "sync_directory", _nothing),
    "sequences": (keyed._ChangedTable, "leave_out", _nothing),  # noqa: SLF001
    "restores": (PartBeside, "load", _once),
    "stops": (address, "_SAFE", "set_config('synchronous_commit', 'off', false)"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_the_proof_sees_a_planted_fault(
    name: str, require: Require, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That of the kills fails on TinyDB's own storage each time it is made."""
    place, what, instead = PLANTED[name]
    if name in ("stops", "sequences-postgres"):
        require("postgresql")
    monkeypatch.setattr(place, what, instead)
    with begun(name, 1, 0.2) as trial, pytest.raises(AssertionError):
        PROOFS[name](trial)


def test_every_proof_has_its_share_in_the_tests() -> None:
    """Each is named between quotes, or is run by its module, in the tests of proofs."""
    texts = [f.read_text() for f in Path(__file__).parents[1].glob("*/test_proofs*.py")]
    left_out = [n for n in PROOFS if not any(f'"{n}"' in t and "fresh_seed" in t for t in texts)]
    assert not left_out


def test_writing_that_does_not_go_through_the_list_is_seen(tmp_path: Path) -> None:
    home = Home(tmp_path / "a", "a")
    with Calls(tmp_path) as calls:
        home.path.mkdir()
        home.write_snapshot(1, {})
        assert not calls.unseen
        (home.path / "x").write_bytes(b"x")
        assert calls.unseen == [f"open {home.path / 'x'}"]
