"""The store in PostgreSQL: batches, what is remembered of drops, odd text, and its views."""

from __future__ import annotations

import asyncio
import hashlib
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.records import (
    Answer,
    Fact,
    Measure,
    Record,
    YearOfHistory,
)
from storage import NotKeptError, Store, open_store
from storage.codec import encode
from storage.postgres import commit
from storage.postgres.address import Address
from storage.postgres.text import kept, kept_body, read, read_body

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
FACT = Fact(key="f1", text="Minder inbraken", source="politie")
ROOT = Path(__file__).parents[2]


@pytest.fixture
async def store(database: str) -> AsyncIterator[Store]:
    opened = open_store(database)
    yield opened
    await opened.close()


# Text


ODD = st.text(st.sampled_from("\0\x1a01a\\é"), max_size=8)
BODY = st.recursive(
    st.none() | ODD | st.integers(-5, 5),
    lambda some: st.lists(some, max_size=3) | st.dictionaries(ODD, some, max_size=3),
    max_leaves=8,
)


@given(one=ODD, other=ODD)
def test_every_text_reads_back_and_no_two_are_kept_alike(one: str, other: str) -> None:
    assert "\0" not in kept(one)
    assert read(kept(one)) == one
    assert (kept(one) == kept(other)) == (one == other)


@given(body=st.dictionaries(ODD, BODY, max_size=3))
def test_every_body_reads_back(body: dict[str, Any]) -> None:
    assert b"\\u0000" not in kept_body(body)
    assert read_body(kept_body(body).decode()) == body


async def test_numbers_and_odd_text_come_back_as_they_were(store: Store) -> None:
    history = (YearOfHistory(year=2026, note="\0\x1a0"),)
    budgets = (0.1, 1e22, 1e300, 5e-324, 150.0, -0.0, 12345678901234.5)
    measures = [
        Measure(key=f"{n}\0", item="a\x1a", title="\\u0000", budget_eur=euro, history=history)
        for n, euro in enumerate(budgets)
    ]
    await store.plan("a").put(*measures)
    assert await store.plan("a").find(Measure) == measures
    ((_, _), (_, contents)) = [each async for each in store.everything()]
    assert contents == {"Measure": {m.key: encode(m) for m in measures}}
    assert await store.plan("a").find(Measure, item="a\x1a", title="\\u0000") == measures


async def test_a_number_is_not_found_by_its_digits(store: Store) -> None:
    said = Answer(key="1", round="2027", org="o", question="q", value=2027, at=NOON)
    await store.plan("a").put(said)
    assert await store.plan("a").find(Answer, value="2027") == []
    assert await store.plan("a").find(Answer, round="2027") == [said]


async def test_half_a_character_finds_and_keeps_nothing(store: Store) -> None:
    assert await store.plan("\ud800").find(Record) == []
    assert await store.plan("a").find(Fact, key="\ud800") == []
    assert await store.plan("a").find(Fact, source="\ud800") == []
    with pytest.raises(NotKeptError):
        await store.plan("\ud800").put(FACT)
    with pytest.raises(NotKeptError):
        await store.plan("a").put(drop=(Fact(key="\ud800", text="x"),))
    assert await store.plans() == ()


# Batches


async def test_what_the_database_cannot_keep_fails_alone(store: Store) -> None:
    long = "".join(hashlib.sha256(bytes([n])).hexdigest() for n in range(200))
    puts = [store.plan("a").put(Fact(key=f"{n}", text="x")) for n in range(8)]
    puts.insert(4, store.plan("a").put(Fact(key=long, text="x")))
    told = await asyncio.gather(*puts, return_exceptions=True)
    assert isinstance(told[4], NotKeptError)
    assert sum(isinstance(came, int) for came in told) == 8
    assert len(await store.plan("a").find(Fact)) == 8


async def test_each_change_of_a_batch_stands_on_the_one_before(store: Store) -> None:
    part = store.plan("a")
    other, again = Fact(key="f2", text="x"), Fact(key="f1", text="opnieuw")
    await part.put(FACT, other)
    await asyncio.gather(part.put(drop=(FACT,)), part.put(again), part.put(drop=(other,)))
    await asyncio.gather(part.put(other), part.put(Fact(key="f2", text="y")))
    assert [fact.text for fact in await part.find(Fact)] == ["opnieuw", "y"]
    assert [fact.key for fact in await part.find(Fact)] == ["f1", "f2"]


async def test_a_batch_leaves_one_row_to_ask_about(store: Store, database: str) -> None:
    for n in range(5):
        await store.plan("a").put(Fact(key=f"{n}", text="x"))
    with psycopg.connect(database) as connection:
        assert connection.execute("SELECT count(*) FROM batches").fetchone() == (1,)


# What is remembered of drops


async def test_who_is_too_far_behind_gets_the_whole(
    store: Store, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commit, "_REMEMBERED", 5)
    part = store.plan("a")
    first = await part.put(FACT, Fact(key="f2", text="x"))
    for n in range(12):
        await part.put(Fact(key=f"new {n}", text="x"), drop=(Fact(key=f"new {n - 1}", text=""),))
    with psycopg.connect(database) as connection:
        ((remembered,),) = connection.execute("SELECT count(*) FROM dropped").fetchall()
    assert remembered < 12
    news = await part.since(first)
    assert news.whole
    assert set(news.kept) == set(await part.find(Record))
    # Whether this was dropped meanwhile nobody knows any more: then it counts as changed.
    with pytest.raises(NotKeptError, match="intussen gewijzigd"):
        await part.put(Fact(key="never there", text="x"), seen=first)
    await part.put(FACT, seen=first)
    assert not (await part.since(first + 12)).whole


async def test_a_part_that_was_rewritten_is_news_as_a_whole(store: Store) -> None:
    part = store.plan("a")
    number = await part.put(FACT)
    await store.rewrite("a", {"Fact": {"f2": {"key": "f2", "text": "x"}}})
    news = await part.since(number)
    assert (news.whole, news.kept) == (True, (Fact(key="f2", text="x"),))
    assert news.number > number
    with pytest.raises(NotKeptError, match="intussen gewijzigd"):
        await part.put(FACT, seen=number)


async def test_everything_is_of_one_moment(store: Store) -> None:
    await store.shared.put(FACT)
    await store.plan("a").put(FACT)
    everything = store.everything()
    assert (await anext(everything))[0] is None
    await store.plan("a").put(Fact(key="f2", text="x"))
    await store.plan("b").put(FACT)
    assert [(key, list(contents["Fact"])) async for key, contents in everything] == [("a", ["f1"])]


async def test_a_server_without_fsync_is_not_well(store: Store, database: str) -> None:
    await store.plan("a").put(FACT)
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")
        try:
            await asyncio.sleep(0.3)
            assert "fsync" in await store.health()
        finally:
            connection.execute("ALTER SYSTEM RESET fsync")
            connection.execute("SELECT pg_reload_conf()")
            await asyncio.sleep(0.3)
    assert await store.health() == ""


async def test_a_commit_waits_for_the_disk_whatever_the_server_is_set_to(
    database: str,
) -> None:
    for how, becomes in (("off", "on"), ("local", "on"), ("remote_apply", "remote_apply")):
        connection = await Address(f"{database}%20-csynchronous_commit%3D{how}").connect()
        found = await connection.execute("SHOW synchronous_commit")
        assert await found.fetchone() == (becomes,)
        await connection.close()


def test_without_psycopg_it_is_told_what_to_install() -> None:
    code = (
        "import sys; sys.modules['psycopg'] = None\n"
        "import storage\n"
        "try: storage.open_store('postgres://h/x')\n"
        "except storage.UnknownStoreError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.rstrip() == (
        "Voor opslag in PostgreSQL is psycopg nodig: "
        "pip install --require-hashes -r requirements/postgres.txt"
    )


def test_psycopg_is_not_loaded_for_a_store_in_a_directory(tmp_path: Path) -> None:
    code = (
        "import asyncio, sys, storage\n"
        "asyncio.run(storage.open_store(sys.argv[1]).close())\n"
        "print('psycopg' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
