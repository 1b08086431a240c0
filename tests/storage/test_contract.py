"""What every back end promises: three verbs, all or none, in order, and there after a restart."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plan.dossier import Dossier
from plan.records import Answer, Fact, Meeting, Organisation, Record
from storage import NotKeptError, Store, open_store

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)

FACT = Fact(key="f1", text="Minder inbraken", source="politie")
OTHER_FACT = Fact(key="f2", text="Meer fietsdiefstal", source="politie")
MEETING = Meeting(key="f1", name="Regiegroep")


def answer(key: str, *, source: str = "card") -> Answer:
    return Answer(key=key, round="r1", org="pol", question="A1", at=NOON, source=source)


async def everything(url: str) -> list[Record]:
    """What a process that starts later finds in plan `a`."""
    store = open_store(url)
    try:
        return await store.plan("a").find(Record)
    finally:
        await store.close()


async def test_what_was_put_is_found_by_its_class(store: Store) -> None:
    await store.plan("a").put(FACT, MEETING, OTHER_FACT)
    assert await store.plan("a").find(Fact) == [FACT, OTHER_FACT]
    assert await store.plan("a").find(Meeting) == [MEETING]


async def test_record_itself_stands_for_every_class(store: Store) -> None:
    await store.plan("a").put(FACT, MEETING)
    assert set(await store.plan("a").find(Record)) == {FACT, MEETING}
    assert set(await store.plan("a").find(Record, key="f1")) == {FACT, MEETING}


async def test_what_was_put_is_there_after_a_restart(store: Store, url: str) -> None:
    await store.plan("a").put(FACT)
    await store.shared.put(MEETING)
    await store.close()
    again = open_store(url)
    assert await again.plans() == ("a",)
    assert await again.plan("a").find(Fact) == [FACT]
    assert await again.shared.find(Meeting) == [MEETING]
    await again.close()


async def test_a_record_replaces_the_one_of_its_class_and_key(store: Store) -> None:
    await store.plan("a").put(FACT, MEETING)
    shorter = Fact(key="f1", text="Geen")
    await store.plan("a").put(shorter)
    assert await store.plan("a").find(Fact) == [shorter]
    assert await store.plan("a").find(Meeting) == [MEETING]


async def test_a_replaced_record_keeps_its_place(store: Store, url: str) -> None:
    await store.plan("a").put(FACT, OTHER_FACT)
    await store.plan("a").put(Fact(key="f1", text="Anders"))
    assert [fact.key for fact in await store.plan("a").find(Fact)] == ["f1", "f2"]
    await store.close()
    assert [record.key for record in await everything(url)] == ["f1", "f2"]


async def test_find_takes_the_records_with_these_values(store: Store) -> None:
    await store.plan("a").put(FACT, OTHER_FACT, Fact(key="f3", text="x"))
    assert await store.plan("a").find(Fact, source="politie") == [FACT, OTHER_FACT]
    assert await store.plan("a").find(Fact, source="politie", key="f2") == [OTHER_FACT]
    assert await store.plan("a").find(Fact, source="om", key="f2") == []
    assert await store.plan("a").find(Fact, key="f9") == []


async def test_a_field_with_its_default_is_found_by_it(store: Store) -> None:
    await store.plan("a").put(answer("1"), answer("2", source="typed"))
    assert await store.plan("a").find(Answer, source="card") == [answer("1")]


async def test_a_field_that_does_not_exist_is_an_error(store: Store) -> None:
    with pytest.raises(TypeError, match="Fact has no field 'sauce'"):
        await store.plan("a").find(Fact, sauce="politie")
    with pytest.raises(TypeError, match="Fact has no field 'sauce'"):
        await store.plan("a").drop(Fact, sauce="politie")


async def test_drop_takes_away_what_find_would_find(store: Store, url: str) -> None:
    await store.plan("a").put(FACT, OTHER_FACT, Fact(key="f3", text="x"), MEETING)
    await store.plan("a").drop(Fact, source="politie")
    assert [fact.key for fact in await store.plan("a").find(Fact)] == ["f3"]
    await store.plan("a").drop(Record)
    assert await store.plan("a").find(Record) == []
    await store.close()
    assert await everything(url) == []


async def test_one_put_keeps_and_drops(store: Store, url: str) -> None:
    await store.plan("a").put(FACT)
    await store.plan("a").put(MEETING, drop=(FACT, OTHER_FACT))
    await store.close()
    assert await everything(url) == [MEETING]


async def test_a_put_with_one_record_that_cannot_be_kept_keeps_none(
    store: Store, url: str
) -> None:
    await store.plan("a").put(FACT)
    with pytest.raises(NotKeptError, match="Fact 'f2'"):
        await store.plan("a").put(MEETING, Fact(key="f2", text="\ud800"), drop=(FACT,))
    assert await store.plan("a").find(Record) == [FACT]
    await store.close()
    assert await everything(url) == [FACT]


async def test_plans_do_not_see_each_other(store: Store) -> None:
    await store.plan("a").put(FACT)
    await store.plan("b").put(OTHER_FACT)
    assert await store.plan("a").find(Fact) == [FACT]
    assert await store.plan("b").find(Fact) == [OTHER_FACT]
    assert await store.shared.find(Fact) == []
    assert await store.plans() == ("a", "b")


async def test_a_plan_nobody_put_anything_in_does_not_exist(store: Store) -> None:
    assert await store.plan("a").find(Record) == []
    await store.plan("a").put()
    assert await store.plans() == ()


async def test_a_plan_may_be_called_shared(store: Store) -> None:
    await store.plan("shared").put(FACT)
    assert await store.shared.find(Fact) == []
    assert await store.plans() == ("shared",)


KEYS = [
    "../../etc", "..", ".", "", "/", "a/b", "C:\\x", "nul\0nul", "CON", "aux.", "Veldermeer 2027",
    "veldermeer-2027", "Veldermeer-2027", "été 🚲", "\u202egpj.exe", "é" * 300, "a" * 300,
    "\n", " ",
]  # fmt: skip


async def test_any_text_is_a_good_key(store: Store, url: str) -> None:
    for key in KEYS:
        await store.plan(key).put(Organisation(key=key, name=key))
    await store.close()
    again = open_store(url)
    assert await again.plans() == tuple(sorted(KEYS))
    for key in KEYS:
        kept = Organisation(key=key, name=key)
        assert await again.plan(key).find(Organisation, key=key) == [kept]
    await again.close()


async def test_puts_at_the_same_time_are_all_kept(store: Store, url: str) -> None:
    puts = [store.plan("a").put(Fact(key=f"f{n}", text=str(n))) for n in range(40)]
    await asyncio.gather(*puts)
    assert len(await store.plan("a").find(Fact)) == 40
    await store.close()
    assert len(await everything(url)) == 40


async def test_a_cancelled_put_is_kept_whole_or_not_and_the_next_one_stands(
    store: Store, url: str
) -> None:
    part = store.plan("a")
    for n in range(20):
        putting = asyncio.create_task(
            part.put(Fact(key=f"f{n}", text="x"), Meeting(key=f"f{n}", name="x"))
        )
        await asyncio.sleep(n / 5000)
        putting.cancel()
        await part.put(Organisation(key=f"o{n}", name="x"))
        await asyncio.gather(putting, return_exceptions=True)
    found = await part.find(Record)
    assert len(await part.find(Organisation)) == 20
    assert [f.key for f in await part.find(Fact)] == [m.key for m in await part.find(Meeting)]
    await store.close()
    assert set(await everything(url)) == set(found)


async def test_nothing_is_kept_after_close(store: Store, url: str) -> None:
    await store.plan("a").put(FACT)
    await store.close()
    with pytest.raises(NotKeptError, match="gesloten"):
        await store.plan("a").put(OTHER_FACT)
    with pytest.raises(NotKeptError, match="gesloten"):
        await store.plan("b").put(OTHER_FACT)
    assert await everything(url) == [FACT]


async def test_close_waits_for_what_is_under_way(store: Store, url: str) -> None:
    putting = [asyncio.create_task(store.plan("a").put(fact)) for fact in (FACT, OTHER_FACT)]
    await asyncio.sleep(0)
    await store.close()
    await asyncio.gather(*putting)
    assert await everything(url) == [FACT, OTHER_FACT]


async def test_what_was_found_is_nobody_elses(store: Store) -> None:
    given_ = Answer(key="1", round="r", org="o", question="q", at=NOON, more={"title": "x"})
    await store.plan("a").put(given_)
    given_.more["title"] = "changed by who gave it"
    (found,) = await store.plan("a").find(Answer)
    found.more["title"] = "changed by who found it"
    (again,) = await store.plan("a").find(Answer)
    assert again.more == {"title": "x"}


ANYTHING = st.one_of(
    st.builds(Fact, key=st.sampled_from("abc"), text=st.text(max_size=3)),
    st.builds(Meeting, key=st.sampled_from("abc"), name=st.text(max_size=3)),
)
SOME = st.lists(ANYTHING, max_size=4).map(tuple)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(changes=st.lists(st.tuples(SOME, SOME), max_size=4))
async def test_the_store_and_the_dossier_agree_after_every_change(
    store: Store, changes: list[tuple[tuple[Record, ...], tuple[Record, ...]]]
) -> None:
    part = store.plan("a")
    await part.drop(Record)
    dossier = Dossier()
    for keep, drop in changes:
        await part.put(*keep, drop=drop)
        dossier = dossier.plus(keep, drop)
        for kind in (Fact, Meeting):
            assert tuple(await part.find(kind)) == dossier.all(kind)
