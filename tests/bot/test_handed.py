"""That an answer was handed over is kept soon after, and costs no commit of its own."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import handed
from bot.handed import HandedOver
from bot.plans import Plans
from plan.records import Delivered
from storage import NotKeptError, open_store
from tests.bot.acting import Actor, sent_round
from tests.bot.connector import Connector
from tests.bot.test_two_plans import HERE, THERE, answer_all, load_both, sent_by_both
from tests.bot.town import Town, a_town

NOON = datetime(2026, 9, 14, 10, tzinfo=UTC)
MARK = Delivered(key="a:1/1", who="p", at=NOON)


async def answered(town: Town) -> list[bool]:
    return [mark.answered for mark in (await town.dossier()).all(Delivered)]


async def number(town: Town) -> int:
    return (await town.store.numbers())[town.key]


async def test_it_goes_along_with_the_next_change_of_the_plan(
    tmp_path: Path, connector: Connector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handed, "SOON", 60.0)
    async with a_town(tmp_path, connector) as town:
        await sent_round(town)
        iris = Actor(town, "p-ggd")
        before = await number(town)
        await iris.say("vraag voor vraag")
        assert await number(town) == before + 1
        assert (await answered(town))[-1] is False
        await iris.say("2")
        assert await number(town) == before + 2
        assert (await answered(town))[-2:] == [True, False]


async def test_it_is_kept_by_itself_where_nothing_changes_any_more(
    tmp_path: Path, connector: Connector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handed, "SOON", 0.05)
    async with a_town(tmp_path, connector) as town:
        await Actor(town, "p-sanne").say("status")
        for _ in range(100):
            if all(await answered(town)):
                break
            await asyncio.sleep(0.05)
        assert (await answered(town))[-1] is True


async def test_it_is_on_disk_after_a_stop(tmp_path: Path, connector: Connector) -> None:
    async with a_town(tmp_path, connector) as town:
        await Actor(town, "p-sanne").say("status")
    async with a_town(tmp_path, connector) as town:
        assert all(await answered(town))


async def test_who_goes_on_in_another_plan_was_answered_in_both(
    tmp_path: Path, connector: Connector
) -> None:
    await load_both(tmp_path)
    async with a_town(tmp_path, connector) as town:
        town.key = HERE
        await sent_by_both(town)
        await answer_all(town, "p-pol")
    async with a_town(tmp_path, connector) as town:
        for key in (HERE, THERE):
            marks = (await town.dossier(key)).all(Delivered)
            assert marks
            assert all(mark.answered for mark in marks), key


async def test_a_mark_that_is_gone_does_not_come_back(tmp_path: Path) -> None:
    store = open_store(str(tmp_path))
    plans = Plans(store)
    other = Delivered(key="a:1/2", who="p", at=NOON - timedelta(days=2))
    await store.plan("dorp").put(MARK, other)
    known, kept = await plans.dossier("dorp"), HandedOver(plans)
    for mark in (MARK, other, Delivered(key="a:1/3", who="p", at=NOON)):
        kept.add("dorp", mark)
    with kept.along("dorp", known, old=(other,)) as marks:
        assert [(mark.key, mark.answered) for mark in marks] == [(MARK.key, True)]
    await kept.settled()
    await store.close()


async def test_what_could_not_be_kept_is_tried_with_the_next_change(tmp_path: Path) -> None:
    store = open_store(str(tmp_path))
    plans = Plans(store)
    await store.plan("dorp").put(MARK)
    known, kept = await plans.dossier("dorp"), HandedOver(plans)
    kept.add("dorp", MARK)

    def fails() -> None:
        with kept.along("dorp", known):
            raise NotKeptError("vol")

    with pytest.raises(NotKeptError):
        fails()
    with kept.along("dorp", known) as marks:
        assert [mark.key for mark in marks] == [MARK.key]
    await kept.settled()
    await store.close()
