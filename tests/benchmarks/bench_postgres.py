"""What a durable answer in PostgreSQL costs beside a group commit on bare psycopg (P7), in one
run and on a server of its own: python -m tests.benchmarks.bench_postgres [--seconds 1.5]."""

from __future__ import annotations

import asyncio
import shutil
import statistics
import sys
from argparse import ArgumentParser
from asyncio.subprocess import PIPE, Process
from itertools import count
from pathlib import Path

import psycopg

from storage import open_store
from tests.benchmarks.bare_postgres import Executemany, Unnest
from tests.benchmarks.bench_storage import answer, say, writers
from tests.conftest import APART
from tests.storage.server import Server, serving

WRITERS = 64
ROUNDS = 7
Rates = dict[str, list[float]]
KINDS = {"executemany": Executemany, "unnest": Unnest}
_schemas = count(1)


def schema(server: Server) -> str:
    """The address of an empty schema with the tables of a store."""
    name = f"bench_{next(_schemas)}"
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    return server.url(name)


async def opened(server: Server) -> str:
    url = schema(server)
    store = open_store(url)
    for key in ("a", "b"):
        await store.plan(key).put(*(answer(f"old/{n}") for n in range(1000)))
    await store.close()
    return url


async def measure(how: str, url: str, plan: str, name: str, seconds: float) -> float:
    """Answers per second of 64 who each wait for their own, in this process."""
    if how == "ours":
        store = open_store(url)
        part = store.plan(plan)
        await part.put(answer("first"))
        rate = await writers(
            WRITERS, lambda who, n: part.put(answer(f"{name}/{who}/{n % 50}")), seconds
        )
        await store.close()
        return rate
    bare = KINDS[how](url, f"plan/{plan}")
    await bare.open()
    rate = await writers(
        WRITERS, lambda who, n: bare.put(answer(f"{name}/{who}/{n % 50}")), seconds
    )
    await bare.close()
    return rate


class Child:
    """A process that measures when it is told to, as one of two bots beside each other."""

    def __init__(self, process: Process) -> None:
        self._process = process

    @classmethod
    async def start(cls) -> Child:
        command = [sys.executable, "-m", "tests.benchmarks.bench_postgres", "--child"]
        return cls(await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE))

    async def rate(self, *given: object) -> float:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(("\t".join(map(str, given)) + "\n").encode())
        return float(await self._process.stdout.readline())

    async def end(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        await self._process.wait()


def child() -> None:
    for line in sys.stdin:
        how, url, plan, name, seconds = line.rstrip("\n").split("\t")
        say(str(asyncio.run(measure(how, url, plan, name, float(seconds)))))


def ratio(rates: Rates, one: str, other: str) -> float:
    pairs = zip(rates[one], rates[other], strict=True)
    return statistics.median(mine / theirs for mine, theirs in pairs)


async def p7(url: str, seconds: float) -> None:
    """The same answers by ours and by each bare way, one after another in every round."""
    rates: Rates = {how: [] for how in ("ours", *KINDS)}
    process = await Child.start()
    for round_ in range(ROUNDS):
        for how in rates if round_ % 2 else reversed(rates):
            rates[how].append(await process.rate(how, url, "a", f"{how}{round_}", seconds))
    await process.end()
    for how in KINDS:
        say(
            f"P7  {WRITERS} writers   {statistics.median(rates['ours']):>6.0f}/s   "
            f"bare psycopg, group commit by {how:<11} {statistics.median(rates[how]):>6.0f}/s   "
            f"{ratio(rates, 'ours', how):>5.2f} x (goal >= 0.8)"
        )


async def two(url: str, seconds: float) -> None:
    """Two processes of 64 writers each beside one of 64."""
    first, second = await Child.start(), await Child.start()
    for how in ("ours", "unnest"):
        rates: Rates = {"one": [], "same plan": [], "two plans": []}
        for n in range(ROUNDS):
            rates["one"].append(await first.rate(how, url, "a", f"1{how}{n}", seconds))
            for where, plan in (("same plan", "a"), ("two plans", "b")):
                mine, theirs = f"x{where}{how}{n}", f"y{where}{how}{n}"
                both = (
                    first.rate(how, url, "a", mine, seconds),
                    second.rate(how, url, plan, theirs, seconds),
                )
                rates[where].append(sum(await asyncio.gather(*both)))
        for where in ("two plans", "same plan"):
            said = "(goal >= 1.6)" if how == "ours" else "(what this machine allows)"
            say(
                f"P7  {how:<6}   two processes, {where} {statistics.median(rates[where]):>6.0f}/s "
                f"  one process {statistics.median(rates['one']):>6.0f}/s   "
                f"{ratio(rates, where, 'one'):>5.2f} x {said}"
            )
    for each in (first, second):
        await each.end()


def main(seconds: float) -> None:
    found = shutil.which("initdb")
    with serving(Path(found).resolve().parent if found else APART[0]) as server:
        url = asyncio.run(opened(server))
        asyncio.run(p7(url, seconds))
        asyncio.run(two(url, seconds))


if __name__ == "__main__":
    parser = ArgumentParser()
    parser.add_argument("--seconds", type=float, default=1.5)
    parser.add_argument("--child", action="store_true")
    asked = parser.parse_args()
    if asked.child:
        child()
    else:
        main(asked.seconds)
