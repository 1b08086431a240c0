"""The database that goes away, breaks off or says nothing: what was answered is there."""

from __future__ import annotations

import asyncio
import itertools
import re
import time
from collections.abc import AsyncIterator

import psycopg
import pytest

from plan.records import Fact, Meeting
from storage import NotKeptError, Store, StoreError, UnknownStoreError, open_store
from storage.postgres.store import PostgresStore
from tests.storage.line import Cut, line_to
from tests.storage.server import PASSWORD, Server

FACT = Fact(key="f1", text="Minder inbraken")


@pytest.fixture
async def store(database: str) -> AsyncIterator[Store]:
    opened = open_store(database)
    yield opened
    await opened.close()


def kill_all(server: Server) -> int:
    """Break every connection of the assistant, as an administrator can."""
    with psycopg.connect(server.url(), autocommit=True) as connection:
        killed = connection.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE application_name = 'uitvoeringsplan'"
        ).fetchone()
        return int(killed[0]) if killed else 0


async def test_what_was_answered_is_there_after_a_hard_stop(store: Store, server: Server) -> None:
    part, kept, kept_more = store.plan("a"), [], asyncio.Event()

    async def go(who: int) -> None:
        for n in itertools.count():
            try:
                await part.put(Fact(key=f"{who} {n}", text="x"))
            except NotKeptError:
                continue  # a slow machine is away for longer than our patience
            kept.append(f"{who} {n}")
            kept_more.set()

    # A group: none of them is left behind when this fails.
    async with asyncio.TaskGroup() as group:
        going = [group.create_task(go(n)) for n in range(8)]
        for _ in range(2):
            await asyncio.sleep(0.2)
            await asyncio.to_thread(server.stop)
            await asyncio.to_thread(server.start)
            kept_more.clear()
            await asyncio.wait_for(kept_more.wait(), 60)
        for each in going:
            each.cancel()
    found = {fact.key for fact in await part.find(Fact)}
    assert not set(kept) - found
    assert await store.health() == ""


async def test_all_of_it_is_read_at_the_first_asking_after_a_stop(
    store: Store, server: Server
) -> None:
    await store.plan("a").put(FACT)
    await asyncio.gather(*(store.plan("a").find(Fact) for _ in range(4)))
    server.stop()
    server.start()
    assert [key async for key, _ in store.everything()] == [None, "a"]


async def test_a_broken_connection_is_nobodys_business(store: Store, server: Server) -> None:
    part = store.plan("a")
    await part.put(FACT)
    for n in range(10):
        await part.find(Fact)
        async with store.alone("plan a"):
            assert kill_all(server) >= 2
            await part.put(Fact(key="f1", text=str(n)))
        assert kill_all(server)
        assert [fact.text for fact in await part.find(Fact)] == [str(n)]


async def test_a_server_that_is_away_is_told_and_comes_back(database: str, server: Server) -> None:
    store = PostgresStore(database, patience=0.3)
    part = store.plan("a")
    await part.put(FACT)
    server.stop()
    try:
        began = time.monotonic()
        with pytest.raises(NotKeptError, match=r"^Niet bewaard\. De database .+\.$"):
            await part.put(Fact(key="f2", text="x"))
        with pytest.raises(StoreError, match="niet te bereiken"):
            await part.find(Fact)
        with pytest.raises(StoreError, match="niet te bereiken"):
            async with store.alone("plan a"):
                pass
        assert "niet te bereiken" in await store.health()
        assert time.monotonic() - began < 8
    finally:
        server.start()
    assert await store.health() == ""
    assert await part.find(Fact) == [FACT]
    await part.put(Fact(key="f2", text="x"))
    async with store.alone("plan a"):
        assert len(await part.find(Fact)) == 2
    await store.close()


@pytest.mark.parametrize("cut", ["before", "after"])
async def test_a_commit_without_an_answer_is_kept_once(
    database: str, server: Server, cut: Cut
) -> None:
    async with line_to(server.port) as line:
        store = open_store(database.replace(str(server.port), str(line.port)))
        part = store.plan("a")
        first = await part.put(FACT)
        await part.put(Fact(key="f2", text="x"))
        line.cut = cut
        third = await part.put(Meeting(key="m1", name="Regiegroep"))
        assert line.cut == ""
        assert third == first + 2
        assert len(await part.find(Meeting)) == 1
        assert await part.put(FACT) == first + 3
        await store.close()


async def test_a_commit_that_arrives_after_the_question_is_not_kept(
    database: str, server: Server
) -> None:
    async with line_to(server.port) as line:
        store = open_store(database.replace(str(server.port), str(line.port)))
        part = store.plan("a")
        first = await part.put(FACT)
        line.cut = "late"
        assert await part.put(Meeting(key="m1", name="Regiegroep")) == first + 1
        assert (await part.since(0)).number == first + 1
        await store.close()


async def test_who_cannot_know_says_so(database: str, server: Server) -> None:
    async with line_to(server.port) as line:
        store = PostgresStore(database.replace(str(server.port), str(line.port)), patience=0.2)
        await store.plan("a").put(FACT)
        line.cut = "after"
        putting = asyncio.create_task(store.plan("a").put(Fact(key="f2", text="x")))
        await line.broke.wait()
        await asyncio.to_thread(server.stop)
        try:
            with pytest.raises(NotKeptError, match=r"^Het is niet zeker of dit is bewaard"):
                await putting
        finally:
            await asyncio.to_thread(server.start)
        await store.plan("a").put(Fact(key="f3", text="x"))
        await store.close()


async def test_a_server_that_says_nothing_is_hung_up_on(database: str, server: Server) -> None:
    store = PostgresStore(database, patience=0.4)
    await store.plan("a").put(FACT)
    with server.frozen():
        began = time.monotonic()
        with pytest.raises(NotKeptError):
            await store.plan("a").put(Fact(key="f2", text="x"))
        assert time.monotonic() - began < 8
    await store.plan("a").put(Fact(key="f3", text="x"))
    await store.close()


async def test_a_lock_that_somebody_keeps_is_no_reason_to_wait_for_ever(database: str) -> None:
    impatient = PostgresStore(database, patience=0.3)
    await impatient.plan("a").put(FACT)
    await impatient.plan("b").put(FACT)
    async with await psycopg.AsyncConnection.connect(database) as other:
        await other.execute("SELECT 1 FROM parts WHERE part = 'plan/a' FOR UPDATE")
        with pytest.raises(NotKeptError, match="is bezet"):
            await impatient.plan("a").put(Fact(key="f2", text="x"))
        await impatient.plan("b").put(Fact(key="f2", text="x"))
    await impatient.plan("a").put(Fact(key="f2", text="x"))
    await impatient.close()


async def test_a_question_that_takes_too_long_is_stopped(database: str) -> None:
    store = PostgresStore(database, patience=0.1)
    await store.plan("a").put(FACT)
    async with await psycopg.AsyncConnection.connect(database) as other:
        await other.execute("ALTER TABLE documents RENAME TO quick")
        await other.execute("CREATE VIEW documents AS SELECT quick.* FROM quick, pg_sleep(1)")
    with pytest.raises(StoreError, match=r"weigert dit \(canceling statement due to statement"):
        await store.plan("a").find(Fact)
    async with await psycopg.AsyncConnection.connect(database) as other:
        await other.execute("DROP VIEW documents")
        await other.execute("ALTER TABLE quick RENAME TO documents")
    assert await store.plan("a").find(Fact) == [FACT]
    await store.close()


@pytest.mark.parametrize(
    "wrong",
    [
        {"password": "verklapmij"},
        {"user": "niemand", "password": "verklapmij"},
        {"base": "elders", "password": PASSWORD},
    ],
)
async def test_a_database_that_lets_nobody_in_is_told_in_one_sentence(
    server: Server, wrong: dict[str, str]
) -> None:
    store = open_store(server.url(**wrong))
    with pytest.raises(UnknownStoreError) as told:
        await store.plans()
    sentence = str(told.value)
    assert re.fullmatch(r"De database \S+ op 127\.0\.0\.1 is niet te bereiken \(.+\)\.", sentence)
    assert await store.health() == sentence
    assert "verklapmij" not in sentence
    assert PASSWORD not in sentence
    with pytest.raises(NotKeptError, match="niet te bereiken"):
        await store.plan("a").put(FACT)
    await store.close()


async def test_a_host_that_does_not_exist_is_told_without_the_password() -> None:
    store = open_store("postgresql://bot:verklapmij@nergens.invalid/plannen")
    sentence = await store.health()
    assert sentence.startswith("De database plannen op nergens.invalid is niet te bereiken (")
    assert "verklapmij" not in sentence
    await store.close()


@pytest.mark.parametrize("url", ["postgresql://u:verklapmij@h:port/x", "postgres://u:p@[::1/x"])
def test_an_address_that_is_none_is_told_without_the_password(url: str) -> None:
    with pytest.raises(UnknownStoreError) as told:
        open_store(url)
    assert "verklapmij" not in str(told.value)
