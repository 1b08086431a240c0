"""Looking a store through: one damaged part hides no other, and a back end adds what it finds."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.commandline import main
from plan.records import Fact
from storage import Store, open_store
from storage.beside import StoreBeside
from storage.looking import look
from tests.bot.keeping import two_plans


class Deep(StoreBeside):
    """A back end that looks at its files too."""

    async def inspect(self) -> AsyncIterator[str]:
        yield "een oud bestand is beschadigd"


async def test_every_part_is_read(store: Store) -> None:
    await store.plan("a").put(Fact(key="f1", text="x"), Fact(key="f2", text="x"))
    seen = [each async for each in look(store)]
    assert [(each.key, each.read.documents) for each in seen if each.read] == [(None, 0), ("a", 2)]
    assert not any(each.odd for each in seen)


async def test_a_back_end_adds_what_it_finds(tmp_path: Path) -> None:
    await open_store(str(tmp_path / "store")).close()
    seen = [each.odd async for each in look(Deep(tmp_path / "store"))]
    assert [odd for odd in seen if odd] == ["een oud bestand is beschadigd"]


def test_a_damaged_part_is_named_and_the_others_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    two_plans(tmp_path / "store")
    for path in next((tmp_path / "store" / "plans").glob("a-*")).iterdir():
        path.write_bytes(b"\0" * 20)
    assert main(["verify", "--store", str(tmp_path / "store")]) == 65
    said = capsys.readouterr()
    assert said.out.count("plans/a-") == 1
    assert "Desk" not in said.out, "who is in a plan that cannot be read is unknown"
    assert "b: 7 documenten" in said.out
    assert "Traceback" not in said.err
