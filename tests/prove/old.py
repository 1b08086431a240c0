"""A store as the first program wrote it: a file per part, rewritten at each change."""

from __future__ import annotations

import json
from pathlib import Path

from storage.codec import Contents
from storage.order import place_of
from storage.tiny import TinyStore


def documents(plan: str, count: int) -> Contents:
    """What is in a plan: facts with long and short texts, and something of two classes more."""
    facts = {
        f"f{n}": {"key": f"f{n}", "text": f"{plan} {n} é" * (1 + n % 7)} for n in range(count)
    }
    meeting = {"m1": {"key": "m1", "name": "Regiegroep"}}
    return {"Fact": facts, "Meeting": meeting, "Novelty": {"n": {"key": "n", "mood": [1, None]}}}


def make(directory: Path, plans: tuple[str, ...], documents: int) -> None:
    """The files, also those of the shared part."""
    for place, key in [("shared", "shared"), *((place_of(plan), plan) for plan in plans)]:
        home = directory / place
        home.mkdir(parents=True)
        lines = ({"schema": 1, "key": key}, _documents(key, documents))
        text = "".join(
            json.dumps(line, separators=(",", ":"), ensure_ascii=False) + "\n" for line in lines
        )
        (home / "records.jsonl").write_text(text, encoding="utf-8")


async def compared(directory: Path, plans: tuple[str, ...], count: int) -> str:
    """What is wrong with the store that this program makes of it."""
    store = TinyStore(directory)
    try:
        found = {key: contents async for key, contents in store.everything()}
        if found.keys() != {None, *plans}:
            return f"the plans are {found.keys()}"
        for key, contents in found.items():
            if contents != _documents(key or "shared", count):
                return f"{key} has something else"
            if [*contents["Fact"]] != [f"f{n}" for n in range(count)]:
                return f"{key} has another order"
        return "; ".join(store.damage())
    finally:
        await store.close()


_documents = documents
