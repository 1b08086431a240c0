"""Outgoing messages on one database: two processes never hold the same one."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from itertools import pairwise
from pathlib import Path

from storage import Store, open_store

ROOT = Path(__file__).parents[2]


async def claimant(database: str, wanted: str) -> Process:
    command = [sys.executable, "-m", "tests.storage.claimant", database, wanted]
    return await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdin=PIPE, stdout=PIPE)


async def test_two_processes_never_hold_one_message(database: str) -> None:
    both = [await claimant(database, "100") for _ in range(2)]
    for process in both:
        assert process.stdout
        assert await process.stdout.readline() == b"ready\n"
    told = await asyncio.gather(*(process.communicate(b"go\n") for process in both))
    assert [process.returncode for process in both] == [0, 0]
    times: dict[str, list[tuple[int, int]]] = {}
    for out, _ in told:
        for key, begin, end in map(str.split, out.decode().splitlines()):
            times.setdefault(key, []).append((int(begin), int(end)))
    assert sorted(times) == ["0", "1"]
    for key, held in times.items():
        assert all(one[1] <= next_[0] for one, next_ in pairwise(sorted(held))), key


async def test_the_message_of_a_process_that_was_killed_is_free(database: str) -> None:
    store = open_store(database)
    await store.plans()
    holder = await claimant(database, "m1-")
    try:
        assert holder.stdout
        assert await holder.stdout.readline() == b"True\n"
        async with store.claim("a", "m1") as mine:
            assert not mine
    finally:
        holder.kill()
        await holder.wait()
    assert await soon_claimed(store)
    await store.close()


async def soon_claimed(store: Store) -> bool:
    """Whether it is ours once the server has noticed that the other is gone."""
    for _ in range(100):
        async with store.claim("a", "m1") as mine:
            if mine:
                return True
        await asyncio.sleep(0.05)
    return False
