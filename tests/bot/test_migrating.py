"""migrate: everything to another store, the same there, the old one untouched."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.commandline import main
from storage import open_store
from tests.bot.keeping import everything, keep, plan, shared, two_plans

Capture = pytest.CaptureFixture[str]


def migrate(source: Path, target: Path) -> int:
    return main(["migrate", "--from", str(source), "--to", str(target)])


def test_everything_is_there_and_the_old_store_is_as_it_was(
    tmp_path: Path, capsys: Capture
) -> None:
    two_plans(tmp_path / "old")
    before = everything(tmp_path / "old")
    assert migrate(tmp_path / "old", tmp_path / "new") == 0
    assert "2 plannen overgezet" in capsys.readouterr().out
    assert everything(tmp_path / "new") == everything(tmp_path / "old") == before


def test_a_store_with_something_in_it_is_no_place_to_go(tmp_path: Path) -> None:
    two_plans(tmp_path / "old")
    keep(tmp_path / "new", {"c": plan("c")}, shared("c"))
    before = everything(tmp_path / "new")
    assert migrate(tmp_path / "old", tmp_path / "new") == 2
    assert everything(tmp_path / "new") == before


def test_from_nowhere_or_to_itself_is_refused(tmp_path: Path) -> None:
    two_plans(tmp_path / "old")
    assert migrate(tmp_path / "typo", tmp_path / "new") == 66
    assert not (tmp_path / "typo").exists()
    assert migrate(tmp_path / "old", tmp_path / "x" / ".." / "old") == 2


@pytest.mark.parametrize("held", ["old", "new"])
def test_neither_store_may_be_in_use(tmp_path: Path, held: str) -> None:
    two_plans(tmp_path / "old")

    async def meanwhile() -> int:
        store = open_store(str(tmp_path / held))
        try:
            return await asyncio.to_thread(migrate, tmp_path / "old", tmp_path / "new")
        finally:
            await store.close()

    assert asyncio.run(meanwhile()) == 75
