"""Many who speak at once: the loop goes round between any two of them."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

import pytest

import bot.taking
from bot.clock import SystemClock
from bot.heard import Heard
from bot.papers import Papers
from bot.plans import Plans
from bot.showing import Showing
from bot.turns import Turns
from dialogs import Said, Turn, decide
from plan.dossier import Dossier
from plan.records import Desk, Municipality, Person, Plan
from plan.records.content import Ivp
from storage import open_store

WHO = tuple("abcdef")


async def test_of_those_who_speak_at_once_one_thinks_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds, thought = Counter[str](), Counter[int]()

    def counted(dossier: Dossier, said: Said) -> Turn:
        thought[rounds["of the loop"]] += 1
        return decide(dossier, said)

    async def going_round() -> None:
        while True:
            rounds["of the loop"] += 1
            await asyncio.sleep(0)

    monkeypatch.setattr(bot.taking, "decide", counted)
    store = open_store(str(tmp_path))
    plans = Plans(store)
    turns = Turns(
        plans,
        Showing(lambda: "id", Papers(plans, lambda: "id")),
        SystemClock(),
        may_start=lambda _: True,
    )
    for who in WHO:
        town = Municipality(id=who, name=who)
        plan = Plan(
            key=who,
            title=who,
            year=2027,
            track="first_year",
            municipality=town,
            ivp=Ivp(title="IVP"),
        )
        await store.plan(who).put(plan, Person(key=who, name=who))
        await store.shared.put(Desk(key=f"t/{who}", plans={who: who}))
    counting = asyncio.create_task(going_round())
    await asyncio.gather(*(turns.hear(words(who)) for who in WHO))
    counting.cancel()
    await store.close()
    assert sum(thought.values()) == len(WHO)
    assert set(thought.values()) == {1}


def words(who: str) -> Heard:
    return Heard(
        kind="words",
        tenant="t",
        object_id=who,
        name=who,
        conversation=who,
        scope="personal",
        activity=who,
        text="help",
    )
