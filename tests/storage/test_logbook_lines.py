"""Lines of a logbook are kept like any record, and cost who does not read them nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from plan.logbook import Act, fault, next_entry
from plan.records import Entry, Fact
from storage import NotKeptError, Store, part
from storage.codec import Contents, encode
from storage.reading import read
from storage.tiny import TinyStore

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)


def line(number: int) -> Entry:
    return Entry(
        key=f"{number:09}", at=NOON, actor="", action="words", origin="chat", hash=f"{number:064}"
    )


async def test_who_catches_up_hears_the_last_line_alone(store: Store) -> None:
    plan = store.plan("dorp")
    for number in range(1, 13):
        await plan.put(Fact(key=f"f{number}", text="t"), line(number))
    news = await store.plan("dorp").since(0)
    assert [each for each in news.kept if isinstance(each, Entry)] == [line(12)]
    assert len([each for each in news.kept if isinstance(each, Fact)]) == 12
    since = await store.plan("dorp").since(11)
    assert [each for each in since.kept if isinstance(each, Entry)] == [line(12)]


async def test_all_lines_are_found_by_who_asks_for_them(store: Store) -> None:
    plan = store.plan("dorp")
    await plan.put(*map(line, range(1, 13)))
    assert await plan.find(Entry) == list(map(line, range(1, 13)))
    everything = {key: contents async for key, contents in store.everything()}
    assert len(everything["dorp"]["Entry"]) == 12


async def test_lines_do_not_count_for_what_a_plan_may_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(part, "MOST", 3)
    store = TinyStore(tmp_path)
    plan = store.plan("dorp")
    for number in range(1, 4):
        await plan.put(Fact(key=f"f{number}", text="t"), line(number))
    await plan.put(line(4))
    with pytest.raises(NotKeptError):
        await plan.put(Fact(key="f4", text="t"), line(5))
    await store.close()


def test_a_line_that_means_the_same_in_other_words_is_told() -> None:
    act = Act(at=NOON, action="words", origin="chat")
    body = encode(next_entry("dorp", None, act, "", ""))
    assert not odd({"Entry": {"000000001": body}})
    for change in ({"at": "2027-03-01T13:00:00+01:00"}, {"result": "done"}, {"extra": 1}):
        assert odd({"Entry": {"000000001": {**body, **change}}}), change


def odd(contents: Contents) -> bool:
    found = read(contents)
    lines = [record for record in found.records if isinstance(record, Entry)]
    return bool(found.damaged or found.unknown or fault("dorp", lines))
