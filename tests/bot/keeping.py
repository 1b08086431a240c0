"""Small stores, and what is in them, for the commands that look after a store."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from pathlib import Path

from plan.records import (
    Address,
    Answer,
    Desk,
    Municipality,
    Organisation,
    Person,
    Plan,
    Record,
    Round,
)
from plan.records.content import Ivp
from storage import open_store
from storage.codec import Contents

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)


def plan(key: str, year: int = 2027) -> list[Record]:
    """A plan with a coordinator and one partner who answered."""
    return [
        Plan(
            key=key,
            title="Plan",
            year=year,
            track="follow_up",
            municipality=Municipality(id="dorp", name="Dorp"),
            ivp=Ivp(title="IVP"),
            coordinator="p-co",
        ),
        Organisation(key="OOV", name="Gemeente", kind="internal"),
        Organisation(key="POL", name="Politie", consulted=True),
        Person(key="p-co", name="Imre Zandstra", org="OOV"),
        Person(key="p-pol", name="Noor Bakkeman", org="POL", email="noor@politie.example"),
        Round(key="r1", step="evaluation", opened_at=NOON, deadline=date(2027, 3, 20)),
        Answer(
            key="r1/POL/A1//1",
            round="r1",
            org="POL",
            question="A1",
            text="Meer toezicht op zaterdagavond",
            by="p-pol",
            at=NOON,
        ),
    ]


def shared(*plans: str) -> list[Record]:
    """A seat at each plan, and an address, for its two people."""
    found: list[Record] = []
    for person in ("p-co", "p-pol"):
        key = f"dev/{person}"
        seats = dict.fromkeys(plans, person)
        found.append(Desk(key=key, plans=seats, current=plans[0]))
        found.append(Address(key=key, reference={"user": person}, at=NOON))
    return found


def keep(url: str | Path, plans: dict[str, list[Record]], others: list[Record]) -> None:
    async def keeping() -> None:
        store = open_store(str(url))
        try:
            await store.shared.put(*others)
            for key, records in plans.items():
                await store.plan(key).put(*records)
        finally:
            await store.close()

    asyncio.run(keeping())


def two_plans(url: str | Path) -> None:
    keep(url, {key: plan(key) for key in ("a", "b")}, shared("a", "b"))


def everything(url: str | Path) -> dict[str | None, Contents]:
    async def reading() -> dict[str | None, Contents]:
        store = open_store(str(url), reading=True)
        try:
            return {key: contents async for key, contents in store.everything()}
        finally:
            await store.close()

    return asyncio.run(reading())
