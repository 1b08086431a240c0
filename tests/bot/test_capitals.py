"""The ids of Entra make no difference between small letters and capitals."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plan.people import identity
from plan.records import Address, Desk, Person, altered
from tests.bot.acting import sent_round
from tests.bot.chat import TENANT, Chat
from tests.bot.connector import Connector
from tests.bot.reading import spoken
from tests.bot.town import SAMPLE, Town, a_town

ID = "7d3f6a1e-58c9-4f0b-9b7c-2f1a6f0c1dab"
TYPED = f"tenant: {TENANT.upper()}, object_id: {ID.upper()}"


def ggd(town: Town, id_: str) -> Chat:
    return replace(town.who("p-ggd"), tenant=TENANT, person=id_)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The sample, with the account of somebody typed in capitals."""
    text, place = SAMPLE.read_text(encoding="utf-8"), tmp_path / "plan.yaml"
    assert "{id: p-ggd," in text
    place.write_text(text.replace("{id: p-ggd,", f"{{id: p-ggd, {TYPED},"), encoding="utf-8")
    return place


@pytest.mark.parametrize("said_by", [ID, ID.upper()])
async def test_who_stands_in_the_file_in_capitals_is_known_and_reached(
    tmp_path: Path, connector: Connector, file: Path, said_by: str
) -> None:
    async with a_town(tmp_path / "store", connector, file=file) as town:
        await ggd(town, said_by).say("status")
        assert "Ik help gemeenten" not in spoken(town.read("p-ggd"))
        await sent_round(town)
        assert "De kern" in spoken(town.read("p-ggd"))
        known = {a.key for a in await town.store.shared.find(Address)}
        assert f"{TENANT}/{ID}" in known


async def test_a_desk_that_was_kept_under_an_id_in_capitals_is_still_ones_own(
    tmp_path: Path, connector: Connector, file: Path
) -> None:
    async with a_town(tmp_path / "store", connector, file=file) as town:
        desks = await town.store.shared.find(Desk)
        (own,) = [desk for desk in desks if desk.key == f"{TENANT}/{ID}"]
        before = altered(own, key=f"{TENANT.upper()}/{ID.upper()}")
        await town.store.shared.put(before, drop=(own,))
    async with a_town(tmp_path / "store", connector) as town:
        await ggd(town, ID).say("english")
        await ggd(town, ID).say("status")
        assert "Nothing is waiting" in spoken(town.read("p-ggd"))
        kept = {desk.key: desk.language for desk in await town.store.shared.find(Desk)}
        assert kept[before.key] == "en"
        assert own.key not in kept


def test_nobody_is_somebody_else_by_a_capital() -> None:
    known = Person(key="p", name="P", tenant="T", object_id="AB")
    assert identity(known) == identity(altered(known, tenant="t", object_id="ab")) == "t/ab"
    assert identity(Person(key="P", name="P")) == "dev/p"
