"""Two stores on one database, as two bots have them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from itertools import pairwise

import psycopg
import pytest

from plan.records import Fact, Record
from storage import (
    NewerStoreError,
    NotKeptError,
    OvertakenError,
    Store,
    StoreError,
    UnknownStoreError,
    open_store,
)
from storage.postgres import steps

FACT = Fact(key="f1", text="Minder inbraken")
Pair = tuple[Store, Store]


@pytest.fixture
async def pair(database: str) -> AsyncIterator[Pair]:
    opened = open_store(database), open_store(database)
    yield opened
    for store in opened:
        await store.close()


async def test_each_sees_what_the_other_kept(pair: Pair) -> None:
    one, other = pair
    first = await one.plan("a").put(FACT)
    assert await other.plan("a").find(Fact) == [FACT]
    before = await other.numbers()
    second = await one.plan("a").put(Fact(key="f2", text="x"), drop=(FACT,))
    assert await other.numbers() == {"a": second}
    assert before == {"a": first}
    news = await other.plan("a").since(first)
    assert (news.number, news.dropped) == (second, ((Fact, "f1"),))
    assert [record.key for record in news.kept] == ["f2"]


async def test_who_was_overtaken_by_the_other_is_told(pair: Pair) -> None:
    one, other = pair
    seen = await one.plan("a").put(FACT)
    for n in range(10):
        texts = [f"{n} {who}" for who in "ab"]
        tries = [
            store.plan("a").put(Fact(key="f1", text=text), seen=seen)
            for store, text in zip(pair, texts, strict=True)
        ]
        told = await asyncio.gather(*tries, return_exceptions=True)
        (seen,) = [came for came in told if isinstance(came, int)]
        assert sum(isinstance(came, OvertakenError) for came in told) == 1
        kept = [text for text, came in zip(texts, told, strict=True) if isinstance(came, int)]
        assert [fact.text for fact in await other.plan("a").find(Fact)] == kept


async def test_no_put_of_either_is_lost(pair: Pair) -> None:
    puts = [
        store.plan("ab"[n % 2]).put(Fact(key=f"{who} {n}", text="x"))
        for n in range(60)
        for who, store in enumerate(pair)
    ]
    numbers = await asyncio.gather(*puts)
    assert len(set(numbers)) == 60
    for key in "ab":
        assert len(await pair[0].plan(key).find(Fact)) == 60


async def test_a_name_is_one_persons_over_both(pair: Pair) -> None:
    inside: list[str] = []
    most = 0

    async def go(store: Store, who: str) -> None:
        nonlocal most
        async with store.alone("plan a"):
            inside.append(who)
            most = max(most, len(inside))
            await asyncio.sleep(0.002)
            inside.remove(who)

    going = [go(store, f"{n}") for n in range(15) for store in pair]
    await asyncio.wait_for(asyncio.gather(*going), 20)
    assert most == 1


async def test_a_name_goes_to_and_fro(pair: Pair) -> None:
    went: list[int] = []

    async def go(who: int) -> None:
        async with pair[who].alone("plan a"):
            went.append(who)
            await asyncio.sleep(0.02)

    await asyncio.gather(*(go(who) for who in (0, 1) for _ in range(6)))
    changes = sum(a != b for a, b in pairwise(went))
    assert changes >= 5, went


async def test_many_names_within_names_wait_for_nobody_but_each_other(pair: Pair) -> None:
    async def go(store: Store, n: int) -> None:
        for turn in range(3):
            names = f"conversation {n} {turn}", f"plan {n % 4}", "desks"
            async with AsyncExitStack() as stack:
                for name in names:
                    await stack.enter_async_context(store.alone(name))
                await store.plan("a").put(Fact(key=f"{n}", text=f"{turn}"))

    going = [go(store, n) for n in range(20) for store in pair]
    await asyncio.wait_for(asyncio.gather(*going), 30)


async def test_who_gives_up_waiting_leaves_the_name_free(pair: Pair) -> None:
    one, other = pair

    async def wait() -> None:
        async with other.alone("plan a"):
            pass

    async with one.alone("plan a"):
        for pause in (0.0, 0.001, 0.05):
            waiting = asyncio.create_task(wait())
            await asyncio.sleep(pause)
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)
    for store in (one, other, one):
        async with asyncio.timeout(5), store.alone("plan a"):
            pass


async def test_who_gives_up_asking_leaves_a_free_name_free(pair: Pair) -> None:
    one, other = pair

    async def ask(name: str) -> None:
        async with one.alone(name):
            await asyncio.sleep(1)

    async with one.alone("something else"):
        for n in range(40):
            asking = asyncio.create_task(ask(f"plan {n}"))
            await asyncio.sleep(n / 20_000)
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)
            async with asyncio.timeout(5), other.alone(f"plan {n}"):
                pass


async def test_a_name_is_asked_for_again_when_its_connection_breaks(
    pair: Pair, database: str
) -> None:
    one, other = pair

    async def wait() -> None:
        async with other.alone("plan a"):
            pass

    async with one.alone("plan a"):
        await kill_holders(database)
        async with one.alone("plan b"):
            waiting = asyncio.create_task(wait())
            await asyncio.sleep(0.2)
            assert not waiting.done()
    await asyncio.wait_for(waiting, 5)


async def kill_holders(database: str) -> None:
    """Break the connections that hold names, as a network does."""
    async with await psycopg.AsyncConnection.connect(database) as connection:
        await connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
        )


async def test_a_message_is_claimed_by_one_of_both(pair: Pair) -> None:
    one, other = pair
    async with one.claim("a", "m1") as mine, other.claim("a", "m1") as theirs:
        assert (mine, theirs) == (True, False)
        async with other.claim("a", "m2") as second, other.claim("a m", "1") as third:
            assert second
            assert third
    async with other.claim("a", "m1") as again, one.claim("a", "m1") as late:
        assert (again, late) == (True, False)


async def test_hundreds_of_messages_are_claimed_at_once(pair: Pair, database: str) -> None:
    async with AsyncExitStack() as stack:
        for n in range(300):
            assert await stack.enter_async_context(pair[n % 2].claim("a", f"{n}"))
        async with await psycopg.AsyncConnection.connect(database) as connection:
            found = await connection.execute("SELECT count(*) FROM pg_stat_activity")
            ((count,),) = await found.fetchall()
        assert count < 30


async def test_a_claim_is_let_go_when_the_connection_dies(pair: Pair, database: str) -> None:
    one, other = pair
    async with one.claim("a", "m1") as mine:
        assert mine
        await kill_holders(database)
        async with other.claim("a", "m1") as theirs:
            assert theirs
    async with one.claim("a", "m1") as again:
        assert again


async def test_stores_in_one_database_do_not_hear_of_each_other(pair: Pair, database: str) -> None:
    schema = database.rpartition("test_")[2]
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA other_{schema}")
    elsewhere = open_store(database.replace("test_", "other_"))
    async with pair[0].claim("a", "m1"), elsewhere.claim("a", "m1") as free:
        assert free
    await pair[0].plan("a").put(FACT)
    assert await elsewhere.plans() == ()
    await elsewhere.close()


async def test_a_store_that_was_closed_answers_nothing_and_keeps_no_connection(
    database: str,
) -> None:
    store = open_store(database)
    await store.plan("a").put(FACT)
    finding = asyncio.create_task(store.plan("a").find(Fact))
    await asyncio.sleep(0)
    await store.close()
    await asyncio.gather(finding, return_exceptions=True)
    with pytest.raises(StoreError, match="gesloten"):
        await store.plan("a").find(Fact)
    assert await store.health() == "De opslag is gesloten."


# The schema


async def test_several_that_open_a_new_store_at_once_make_it_once(database: str) -> None:
    stores = [open_store(database) for _ in range(5)]
    await asyncio.gather(
        *(store.plan("a").put(Fact(key=f"{store!r}", text="x")) for store in stores)
    )
    assert len(await stores[0].plan("a").find(Record)) == 5
    for store in stores:
        await store.close()
    with psycopg.connect(database) as connection:
        taken = connection.execute("SELECT step FROM steps ORDER BY step").fetchall()
    assert [step for (step,) in taken] == list(steps.steps())


async def test_a_newer_schema_is_refused_and_left_alone(database: str) -> None:
    store = open_store(database)
    await store.plan("a").put(FACT)
    await store.close()
    with psycopg.connect(database) as connection:
        connection.execute("INSERT INTO steps (step, name) VALUES (99, 'later')")
    newer = open_store(database)
    with pytest.raises(NewerStoreError, match="nieuwere versie"):
        await newer.plans()
    with pytest.raises(NotKeptError, match="nieuwere versie"):
        await newer.plan("a").put(Fact(key="f1", text="anders"))
    assert "nieuwere versie" in await newer.health()
    await newer.close()


async def test_a_step_that_fails_leaves_nothing_and_is_taken_later(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = steps.steps()
    wrong = known | {2: ("0002_views", known[2][1] + "; SELECT nonsense")}
    monkeypatch.setattr(steps, "steps", lambda: wrong)
    store = open_store(database)
    with pytest.raises(UnknownStoreError, match="weigert dit"):
        await store.plans()
    monkeypatch.undo()
    await store.plan("a").put(FACT)
    assert await store.plan("a").find(Fact) == [FACT]
    await store.close()


# Only reading


async def test_a_reader_changes_nothing(pair: Pair, database: str) -> None:
    await pair[0].plan("a").put(FACT)
    reader = open_store(database, reading=True)
    with pytest.raises(NotKeptError, match="om te lezen"):
        await reader.plan("a").put(Fact(key="f2", text="x"))
    with pytest.raises(NotKeptError, match="om te lezen"):
        await reader.rewrite("a", {})
    assert await reader.plan("a").find(Fact) == [FACT]
    await pair[0].plan("a").put(Fact(key="f2", text="x"))
    assert len(await reader.plan("a").find(Fact)) == 2
    await reader.close()


async def test_a_reader_makes_no_store(database: str) -> None:
    reader = open_store(database, reading=True)
    with pytest.raises(UnknownStoreError, match="nog geen opslag"):
        await reader.plans()
    await reader.close()
    with psycopg.connect(database) as connection:
        assert connection.execute("SELECT to_regclass('parts')").fetchone() == (None,)
