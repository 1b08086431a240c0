"""Processes that change a store and say so on a pipe, until somebody kills them."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import random
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from tinydb import TinyDB

from storage.tiny import TinyStore
from tests.prove.workload import expected, small, work

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload([__name__])
Victim = Callable[[Connection, Path, int, int], None]


def changing(pipe: Connection, directory: Path, begin: int, seed: int) -> None:
    """Several plans at once, with room for two of them, and limits that are soon reached."""

    def say(what: str, plan: str, number: int) -> None:
        os.write(pipe.fileno(), f"{what} {plan} {number}\n".encode())

    async def live() -> None:
        store = TinyStore(directory, parts=2)
        await work(store, 1_000_000, random.Random(seed), say, begin)  # noqa: S311

    with small():
        asyncio.run(live())


def opening(pipe: Connection, directory: Path, begin: int, seed: int) -> None:
    """Opens the store and closes it again."""
    os.write(pipe.fileno(), b"begun - 0\n")
    asyncio.run(TinyStore(directory).close())


def stock(pipe: Connection, directory: Path, begin: int, seed: int) -> None:
    """TinyDB's own storage, which writes in place."""
    database = TinyDB(directory / "stock.json")
    while True:
        begin += 1
        os.write(pipe.fileno(), f"told a {begin}\n".encode())
        texts = {key: {"text": text * 50} for key, text in expected("a", begin).items()}
        database.storage.write({"Fact": texts})
        os.write(pipe.fileno(), f"kept a {begin}\n".encode())


def killed(
    victim: Victim, directory: Path, begin: int, seed: int, *, after: float, at_once: bool = False
) -> list[tuple[str, str, int]]:
    """What it said before it was killed, so long after its first word or (at_once) its start."""
    ours, its = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=victim, args=(its, directory, begin, seed), daemon=True)
    process.start()
    its.close()
    if not at_once:
        ours.poll(10)
    time.sleep(after)
    process.kill()
    said = b""
    while piece := os.read(ours.fileno(), 1 << 16):
        said += piece
    process.join()
    ours.close()
    process.close()
    lines = [line.split() for line in said.decode().splitlines(keepends=True) if "\n" in line]
    return [(what, plan, int(number)) for what, plan, number in lines]
