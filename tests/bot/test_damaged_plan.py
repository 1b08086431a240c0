"""One plan that cannot be read keeps nobody from the others."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.glimpses import Glimpses
from bot.plans import Plans
from bot.trying import opening_clock
from storage.order import place_of
from storage.tiny import TinyStore
from tests.bot.test_many_plans import MORNING, a_plan, an_outbox

STARTED = datetime(2027, 3, 1, tzinfo=UTC)


async def with_one_spoilt(directory: Path) -> TinyStore:
    """Plans `a`, `b` and `c`, of which `b` has nothing left."""
    store = TinyStore(directory)
    for key in "abc":
        await store.plan(key).put(*a_plan(key))
    await store.close()
    for path in (directory / place_of("b")).iterdir():
        path.write_bytes(b"")
    return TinyStore(directory)


async def test_the_assistant_starts_and_shows_the_others(tmp_path: Path) -> None:
    store = await with_one_spoilt(tmp_path)
    clock = await opening_clock(store)
    assert clock.now() >= STARTED
    assert list(await Glimpses(Plans(store)).all()) == ["a", "c"]
    assert len(store.damage()) == 1
    await store.close()


async def test_the_outbox_looks_at_the_others(tmp_path: Path) -> None:
    store = await with_one_spoilt(tmp_path)
    outbox = an_outbox(store, [])
    await outbox.run(MORNING)
    await outbox.next()
    assert len(store.damage()) == 1
    await store.close()
