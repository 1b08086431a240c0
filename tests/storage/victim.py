"""A process that changes one plan over and over and says so, until somebody kills it.

    python tests/storage/victim.py ours|stock DIRECTORY FROM

Change N makes the plan what `expected(N)` says. Before each change N is written to stdout as
"N\\n", and after it is acknowledged as "N ok\\n".
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
from pathlib import Path

from tinydb import TinyDB

from plan.records import Fact, Record
from storage import open_store

SLOTS = 8


def expected(change: int) -> dict[str, str]:
    """What is kept after a change: facts that come and go, with texts that grow and shrink."""
    chance = random.Random(change)  # noqa: S311
    length = chance.choice((1, 300, 30_000))
    kept = {f"f{n}": f"{change}." * length for n in range(SLOTS) if chance.random() < 0.6}
    return kept | {"change": str(change)}


def facts(change: int) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    """What to keep and what to drop for a change."""
    texts = expected(change)
    keep = tuple(Fact(key=key, text=text) for key, text in texts.items())
    absent = (f"f{n}" for n in range(SLOTS))
    return keep, tuple(Fact(key=key, text="") for key in absent if key not in texts)


async def change_ours(directory: str, change: int) -> None:
    part = open_store(directory).plan("a")
    while True:
        say(f"{change}\n")
        keep, drop = facts(change)
        await part.put(*keep, drop=drop)
        say(f"{change} ok\n")
        change += 1


def change_stock(directory: str, change: int) -> None:
    database = TinyDB(Path(directory) / "stock.json")
    while True:
        say(f"{change}\n")
        database.storage.write({"Fact": {k: {"text": t} for k, t in expected(change).items()}})
        say(f"{change} ok\n")
        change += 1


def say(words: str) -> None:
    os.write(1, words.encode())


if __name__ == "__main__":
    which, where, begin = sys.argv[1:]
    if which == "ours":
        asyncio.run(change_ours(where, int(begin)))
    else:
        change_stock(where, int(begin))
