"""What somebody who reports sees of a tiny plan."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import psycopg
import pytest
from psycopg.rows import dict_row

from plan.records import (
    ActionItem,
    Answer,
    Concluded,
    Event,
    Ivp,
    Lead,
    Measure,
    Message,
    Municipality,
    Plan,
    Planning,
    Record,
)
from storage import open_store

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
PLAN = Plan(
    key="veldermeer-2027",
    title="Uitvoeringsplan 2027",
    year=2027,
    track="first_year",
    municipality=Municipality(id="vm", name="Veldermeer"),
    ivp=Ivp(title="IVP"),
)
RECORDS: tuple[Record, ...] = (
    PLAN,
    ActionItem(key="i1", theme="ondermijning", title="Weerbaar"),
    Measure(
        key="m1",
        item="i1",
        title="Bezoek aan bedrijven",
        decision="continue",
        lead=Lead(org="pol", person="p1"),
        planning=Planning(start=date(2027, 2, 1), end=date(2027, 6, 30)),
    ),
    Measure(key="m2", item="i9", title="Kaal"),
    Concluded(key="m1", progress="on_schedule", effect="some", at=NOON),
    Answer(key="1", round="r1", org="pol", question="A1", subject="m1", value=3, at=NOON),
    Answer(key="2", round="r1", org="pol", question="T1", text="Meer zicht", number=2, at=NOON,
           source="typed", more={"why": "x"}),
    Message(key="x", to="p1", kind="reminder", due=NOON, made_at=NOON, failed="weg"),
    Message(key="y", to="p1", kind="digest", due=NOON, made_at=NOON, sent_at=NOON, org="pol"),
    Event(key="e", who="p1", what="changed", subject="m1", at=NOON, before="a", after="b"),
)  # fmt: skip


@pytest.fixture
async def reported(database: str) -> str:
    store = open_store(database)
    await store.plan(PLAN.key).put(*RECORDS)
    await store.shared.put(*RECORDS)
    await store.close()
    return database


def seen(database: str, question: Any) -> list[dict[str, Any]]:
    with psycopg.connect(database, row_factory=dict_row) as connection:
        return connection.execute(question).fetchall()


def test_plans(reported: str) -> None:
    assert seen(reported, "SELECT * FROM plans") == [
        {
            "key": "veldermeer-2027",
            "municipality": "Veldermeer",
            "title": "Uitvoeringsplan 2027",
            "year": 2027,
            "track": "first_year",
            "version": "0.1 concept",
            "state": "concept",
        }
    ]


async def test_a_plan_without_concept_in_its_version_is_adopted(reported: str) -> None:
    store = open_store(reported)
    plan = {**{name: getattr(PLAN, name) for name in PLAN.__struct_fields__}, "version": "1.0"}
    await store.plan(PLAN.key).put(Plan(**plan))
    await store.close()
    assert seen(reported, "SELECT version, state FROM plans") == [
        {"version": "1.0", "state": "adopted"}
    ]


def test_answers(reported: str) -> None:
    first, second = seen(reported, "SELECT * FROM answers ORDER BY question")
    assert first == {
        "plan": "veldermeer-2027",
        "round": "r1",
        "organisation": "pol",
        "question": "A1",
        "subject": "m1",
        "number": 1,
        "value": "3",
        "text": None,
        "more": {},
        "at": NOON,
        "source": "card",
    }
    kept = (second["number"], second["text"], second["source"], second["more"])
    assert kept == (2, "Meer zicht", "typed", {"why": "x"})


def test_measures(reported: str) -> None:
    full, bare = seen(reported, "SELECT * FROM measures ORDER BY code")
    assert full == {
        "plan": "veldermeer-2027",
        "theme": "ondermijning",
        "item": "i1",
        "code": "m1",
        "title": "Bezoek aan bedrijven",
        "lead": "pol",
        "lead_person": "p1",
        "planned_from": date(2027, 2, 1),
        "planned_until": date(2027, 6, 30),
        "cadence": None,
        "progress": "on_schedule",
        "effect": "some",
        "decision": "continue",
    }
    assert {name for name, value in bare.items() if value is not None} == {
        *("plan", "item", "code", "title"),
    }


def test_messages(reported: str) -> None:
    failed, sent = seen(reported, "SELECT * FROM messages ORDER BY key")
    assert failed == {
        "plan": "veldermeer-2027",
        "key": "x",
        "kind": "reminder",
        "person": "p1",
        "organisation": None,
        "due": NOON,
        "sent_at": None,
        "failed": "weg",
        "needless": False,
    }
    assert (sent["sent_at"], sent["organisation"], sent["failed"]) == (NOON, "pol", None)


def test_register(reported: str) -> None:
    assert seen(reported, "SELECT * FROM register") == [
        {
            "plan": "veldermeer-2027",
            "at": NOON,
            "who": "p1",
            "what": "changed",
            "subject": "m1",
            "before": "a",
            "after": "b",
            "on_behalf_of": None,
        }
    ]


def test_the_defaults_of_the_views_are_those_of_the_records() -> None:
    assert (PLAN.version, RECORDS[5].source, RECORDS[5].number) == ("0.1 concept", "card", 1)  # type: ignore[attr-defined]
    assert RECORDS[7].needless is False  # type: ignore[attr-defined]
