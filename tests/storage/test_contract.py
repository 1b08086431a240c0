"""What every back end promises: three verbs, all or none, in order, and there after a restart."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plan.dossier import Dossier
from plan.records import Answer, Fact, Meeting, Organisation, Record
from storage import News, NotKeptError, OvertakenError, Store, open_store
from storage.codec import encode

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


# Several who change the same


async def test_each_commit_has_a_later_number(store: Store) -> None:
    part = store.plan("a")
    numbers = [await part.put(FACT), await part.put(OTHER_FACT), await part.put(MEETING)]
    assert sorted(set(numbers)) == numbers
    assert numbers[0] > 0


async def test_who_was_overtaken_keeps_nothing(store: Store, url: str) -> None:
    part = store.plan("a")
    first = await part.put(FACT, OTHER_FACT)
    await part.put(Fact(key="f1", text="van een ander"))
    mine = Fact(key="f1", text="van mij")
    with pytest.raises(OvertakenError, match="f1"):
        await part.put(MEETING, mine, seen=first)
    with pytest.raises(OvertakenError, match="f1"):
        await part.put(MEETING, drop=(mine,), seen=first)
    assert await part.find(Meeting) == []
    await store.close()
    assert [r.text for r in await everything(url) if isinstance(r, Fact)] == [
        "van een ander",
        "Meer fietsdiefstal",
    ]


async def test_who_touches_something_else_is_not_overtaken(store: Store) -> None:
    part = store.plan("a")
    first = await part.put(FACT, OTHER_FACT)
    await part.put(Fact(key="f1", text="van een ander"))
    await part.put(Fact(key="f2", text="van mij"), Fact(key="f3", text="nieuw"), seen=first)
    assert [f.text for f in await part.find(Fact)] == ["van een ander", "van mij", "nieuw"]


async def test_what_was_dropped_meanwhile_was_changed_too(store: Store) -> None:
    part = store.plan("a")
    first = await part.put(FACT)
    await part.drop(Fact, key="f1")
    with pytest.raises(OvertakenError):
        await part.put(FACT, seen=first)


async def test_of_two_at_the_same_time_one_is_told(store: Store) -> None:
    part = store.plan("a")
    for n in range(20):
        seen = (await part.since(0)).number
        texts = [f"{n} {who}" for who in "abc"]
        tries = [part.put(Fact(key="f1", text=text), seen=seen) for text in texts]
        told = await asyncio.gather(*tries, return_exceptions=True)
        kept = [text for text, came in zip(texts, told, strict=True) if isinstance(came, int)]
        assert sum(isinstance(came, OvertakenError) for came in told) == 2
        assert [fact.text for fact in await part.find(Fact)] == kept


async def test_the_news_is_what_the_dossier_lacks(store: Store) -> None:
    part = store.plan("a")
    assert await part.since(0) == News(number=0, kept=())
    first = await part.put(FACT, OTHER_FACT, MEETING)
    assert caught_up(Dossier(), await part.since(0)).records() == tuple(await part.find(Record))
    known = Dossier([FACT, OTHER_FACT, MEETING])
    assert await part.since(first) == News(number=first, kept=())
    await part.put(Fact(key="f1", text="Anders"), Fact(key="f3", text="x"), drop=(OTHER_FACT,))
    last = await part.put(OTHER_FACT, drop=(MEETING,))
    news = await part.since(first)
    assert news.number == last
    assert caught_up(known, news).records() == tuple(await part.find(Record))


def caught_up(known: Dossier, news: News) -> Dossier:
    """The dossier of somebody who hears the news."""
    if news.whole:
        return Dossier(news.kept)
    gone = [known.get(kind, key) for kind, key in news.dropped]
    return known.plus((), [record for record in gone if record]).plus(news.kept)


async def test_a_plan_has_another_number_after_each_commit(store: Store) -> None:
    await store.plan("a").put(FACT)
    await store.plan("b").put(FACT)
    before = await store.numbers()
    await store.plan("a").put(OTHER_FACT)
    after = await store.numbers()
    assert before.keys() == after.keys() == {"a", "b"}
    assert before["a"] != after["a"]
    assert before["b"] == after["b"]


async def test_a_name_is_one_persons_at_a_time(store: Store) -> None:
    went: list[str] = []

    async def go(who: str, name: str) -> None:
        async with store.alone(name):
            went.append(f"{who} in")
            await asyncio.sleep(0.01)
            went.append(f"{who} out")

    await asyncio.gather(*(go(who, "plan a") for who in "123"))
    assert went == [f"{who} {how}" for who in "123" for how in ("in", "out")]
    went.clear()
    await asyncio.gather(go("1", "plan a"), go("2", "plan b"))
    assert went[:2] == ["1 in", "2 in"]


async def test_one_who_has_a_name_may_have_another_too(store: Store) -> None:
    async with store.alone("conversation c"), store.alone("plan a"), store.alone("desks"):
        await asyncio.wait_for(store.plan("a").put(FACT), 5)
    async with store.alone("desks"):
        assert await store.plan("a").find(Fact) == [FACT]


async def test_a_message_is_claimed_once_and_let_go(store: Store) -> None:
    await store.plan("a").put(FACT)
    async with store.claim("a", "m1") as mine, store.claim("a", "m1") as theirs:
        assert (mine, theirs) == (True, False)
        async with store.claim("a", "m2") as other:
            assert other
        await store.plan("a").put(OTHER_FACT)
    async with store.claim("a", "m1") as again:
        assert again


# The whole of it


async def test_everything_is_what_was_kept_the_shared_part_first(store: Store) -> None:
    await store.plan("b").put(FACT, MEETING)
    await store.plan("a").put(OTHER_FACT)
    await store.shared.put(MEETING)
    found = [(key, contents) async for key, contents in store.everything()]
    assert [key for key, _ in found] == [None, "a", "b"]
    assert found[0][1] == {"Meeting": {"f1": {"key": "f1", "name": "Regiegroep"}}}
    assert found[2][1]["Fact"] == {"f1": encode(FACT)}


async def test_a_part_that_was_rewritten_has_that_and_nothing_else(store: Store, url: str) -> None:
    await store.plan("a").put(FACT, MEETING)
    strange = {"key": "n", "what": "?"}
    await store.rewrite("a", {"Fact": {"f2": encode(OTHER_FACT)}, "Novelty": {"n": strange}})
    await store.rewrite(None, {"Meeting": {"f1": encode(MEETING)}})
    await store.rewrite("b", {"Fact": {"f1": encode(FACT)}})
    await store.close()
    again = open_store(url)
    assert await again.plan("a").find(Record) == [OTHER_FACT]
    assert await again.plan("b").find(Record) == [FACT]
    assert await again.shared.find(Record) == [MEETING]
    assert {key: contents async for key, contents in again.everything()}["a"]["Novelty"] == {
        "n": strange
    }
    await again.close()


async def test_a_store_that_works_is_well(store: Store) -> None:
    await store.plan("a").put(FACT)
    assert await store.health() == ""
    assert store.damage() == ()
