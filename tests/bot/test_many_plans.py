"""A store with many plans: only what happened is looked at, and only what is used is in memory."""

from __future__ import annotations

import gc
import weakref
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.clock import MovedClock
from bot.known import IN_MEMORY, KnownPart, Recent
from bot.outbox import Outbox
from bot.papers import Papers
from bot.plans import Plans
from bot.showing import Showing
from plan.dossier import Dossier
from plan.records import (
    Desk,
    Fact,
    Ivp,
    Message,
    Municipality,
    Person,
    Plan,
    Record,
    Seating,
)
from storage import NotKeptError
from storage.part import TinyPart
from storage.tiny import TinyStore

MORNING = datetime(2027, 3, 1, 9, tzinfo=UTC)
PLANS = IN_MEMORY + 8


def a_plan(key: str, begun_by: str | None = None) -> tuple[Record, ...]:
    plan = Plan(
        key=key,
        title="Plan 2027",
        year=2027,
        track="first_year",
        municipality=Municipality(id="0001", name="Veldermeer"),
        reference_date=date(2027, 3, 1),
        ivp=Ivp(title="IVP", start=2027, end=2030),
        coordinator="p-sanne",
        begun_by=begun_by,
    )
    return plan, Person(key="p-sanne", name="Sanne de Boer")


class Watched(TinyStore):
    """Remembers which plans somebody asked for."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory)
        self.asked: set[str] = set()

    def plan(self, key: str) -> TinyPart:
        self.asked.add(key)
        return super().plan(key)


@pytest_asyncio.fixture
async def store(tmp_path: Path) -> AsyncIterator[Watched]:
    made = Watched(tmp_path)
    for n in range(PLANS):
        await made.plan(f"plan-{n}").put(*a_plan(f"plan-{n}"))
    made.asked.clear()
    yield made
    await made.close()


class Line:
    """Takes everything; `sent` is where it went."""

    halted = ""

    def __init__(self, sent: list[str]) -> None:
        self._sent = sent

    async def send(self, address: object, outgoing: object) -> str:
        self._sent.append(str(address))
        return "id"

    async def open(self, address: object) -> str:
        return "conversation"


def an_outbox(store: TinyStore, sent: list[str]) -> Outbox:
    plans = Plans(store)
    showing = Showing(lambda: "id", Papers(plans, lambda: "id"))
    return Outbox(plans, showing, MovedClock(MORNING, lambda: 0.0), Line(sent))


async def test_the_outbox_looks_at_every_plan_once_and_then_where_something_happened(
    store: Watched,
) -> None:
    outbox = an_outbox(store, [])
    await outbox.run(MORNING)
    assert len(store.asked) == PLANS
    store.asked.clear()
    await outbox.run(MORNING + timedelta(seconds=1))
    assert not store.asked
    await store.plan("plan-3").put(Fact(key="f", text="Minder inbraken"))
    store.asked.clear()
    await outbox.run(MORNING + timedelta(seconds=2))
    assert store.asked == {"plan-3"}


async def test_the_outbox_looks_again_when_the_moment_has_come(store: Watched) -> None:
    outbox, later = an_outbox(store, []), MORNING + timedelta(days=1)
    waits = Message(key="m", to="p-sanne", kind="gone", due=later, made_at=MORNING)
    await store.plan("plan-5").put(waits)
    digest = later + timedelta(days=1)  # The coordinator hears it with the next morning's news.
    for moment, settled in ((MORNING, False), (later - timedelta(hours=2), False), (digest, True)):
        await outbox.run(moment)
        (message,) = await store.plan("plan-5").find(Message)
        assert (message.needless or message.sent_at is not None) == settled


async def test_what_could_not_go_out_is_tried_again(store: Watched) -> None:
    sent: list[str] = []
    outbox = an_outbox(store, sent)
    waits = Message(key="m", to="p-sanne", kind="role", due=MORNING, made_at=MORNING)
    await store.plan("plan-5").put(waits)
    await outbox.run(MORNING)
    store.asked.clear()
    await outbox.run(MORNING + timedelta(seconds=1))
    assert store.asked == {"plan-5"}
    assert not sent


async def test_a_plan_that_is_used_stays_and_the_others_make_room(store: Watched) -> None:
    recent = Recent(lambda key: KnownPart(store.plan(key)))
    used, idle = recent.of("plan-0"), weakref.ref(recent.of("plan-1"))
    for n in range(2, PLANS):
        recent.of(f"plan-{n}")
    gc.collect()
    assert recent.of("plan-0") is used
    assert idle() is None


async def test_news_of_others_is_heard_and_nothing_else_is_read(store: Watched) -> None:
    part = store.plan("plan-0")
    known = KnownPart(part)
    first = await known.caught_up()
    assert await known.caught_up() is first
    fact = Fact(key="f", text="Minder inbraken")
    await part.put(fact, drop=(first.all(Person)[0],))
    after = await known.caught_up()
    assert after.all(Fact) == (fact,)
    assert not after.all(Person)


async def test_who_keeps_nothing_does_not_pass_over_what_another_is_keeping(
    store: Watched,
) -> None:
    part = store.plan("plan-0")
    known = KnownPart(part)
    await known.caught_up()
    fact = Fact(key="f", text="Minder inbraken")
    await part.put(fact)
    await known.put((), (), None)
    assert (await known.caught_up()).all(Fact) == (fact,)


async def full(*_: object, **__: object) -> int:
    raise NotKeptError("vol")


async def test_a_plan_whose_beginning_failed_is_begun_under_the_same_key(
    store: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans = Plans(store)
    monkeypatch.setattr(store.plan("new"), "put", full)
    with pytest.raises(NotKeptError):
        await plans.seats.begin(a_plan("new", begun_by="card"))
    monkeypatch.undo()
    assert await plans.seats.begin(a_plan("new", begun_by="card")) == "new"
    assert len(await store.plans()) == PLANS + 1
    assert not await store.shared.find(Seating)
    (desk,) = await store.shared.find(Desk)
    assert desk.plans == {"new": "p-sanne"}


async def test_a_plan_that_was_begun_already_is_found_without_reading_the_others(
    store: Watched,
) -> None:
    assert await Plans(store).seats.begin(a_plan("new", begun_by="card")) == "new"
    store.asked.clear()
    assert await Plans(store).seats.begin(a_plan("new", begun_by="card")) == "new"
    assert store.asked == {"new"}
    assert await Plans(store).seats.begin(a_plan("new", begun_by="another")) == "new-2"


async def test_who_was_not_seated_before_a_stop_is_seated_after_it(store: Watched) -> None:
    await store.shared.put(Seating(key="new", begun_by="card"))
    await store.plan("new").put(*a_plan("new", begun_by="card"))
    plans = Plans(store)
    await plans.seats.finish()
    assert await plans.seats.begin(a_plan("new", begun_by="card")) == "new"
    shared = Dossier(await store.shared.find(Record))
    assert [desk.plans for desk in shared.all(Desk)] == [{"new": "p-sanne"}]
    assert not shared.all(Seating)
