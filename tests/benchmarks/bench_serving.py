"""A real process with one plan and with 1,368 (P9), and its loop while it is busy (P6):
python -m tests.benchmarks.bench_serving [--small]."""

from __future__ import annotations

import asyncio
import contextlib
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from aiohttp import ClientError, ClientSession
from msgspec.structs import replace
from tqdm import tqdm

from bot.loading import ready
from bot.plans import Plans
from plan.records import Measure, Organisation, Person, Plan, Record, Round
from storage import open_store
from tests.benchmarks.answering import Partner
from tests.benchmarks.processes import Process
from tests.benchmarks.served import NOW

SAMPLE = Path(__file__).parents[2] / "sample" / "veldermeer.yaml"
MUNICIPALITIES, YEARS = 342, 4
AT_ONCE = 16
SECONDS = 10.0
MEASURES = 200
_numbers = count(1)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


# A store to serve


def plan_of(
    sample: tuple[Record, ...],
    municipality: int,
    year: int,
    measures: int = 0,
    tenant: str | None = None,
) -> Iterator[Record]:
    """The sample as another municipality's plan, with a round that runs and people of its own."""
    partners = []
    for record in sample:
        if isinstance(record, Plan):
            yield replace(record, key=f"g{municipality}-{year}", year=record.year + year)
        elif isinstance(record, Person):
            yield replace(record, object_id=f"g{municipality}-{record.key}", tenant=tenant)
        else:
            yield record
        if isinstance(record, Organisation) and record.consulted:
            partners.append(record.key)
    found = [record for record in sample if isinstance(record, Measure)]
    for n in range(measures - len(found)):
        yield replace(found[n % len(found)], key=f"X{n}", title=f"Maatregel {n}")
    yield Round(
        key="evaluation-1",
        step="evaluation",
        opened_at=NOW,
        deadline=date(2026, 12, 31),
        partners=tuple(partners),
    )


async def filled(
    url: str, municipalities: int, years: int, measures: int = 0, tenant: str | None = None
) -> None:
    sample = ready(SAMPLE, now=NOW, step="evaluation", unknown=lambda _: None)
    store = open_store(url)
    plans = Plans(store)
    keys = [(m, year) for m in range(municipalities) for year in range(years)]
    for m, year in tqdm(keys, desc="filling", disable=not sys.stderr.isatty()):
        await plans.seats.begin(plan_of(sample, m, year, measures, tenant))
    await store.close()


# A process that serves it


class Served(Process):
    """The assistant on one store, from its start to its end; nobody is asked for a token."""

    def __init__(self, url: str) -> None:
        super().__init__("served", url)


@contextlib.asynccontextmanager
async def serving(*urls: str) -> AsyncIterator[list[Served]]:
    """These processes, on these stores."""
    running = [Served(url) for url in urls]
    try:
        yield running
    finally:
        for one in running:
            one.end()


async def said(session: ClientSession, url: str, person: str, text: str) -> str:
    """What comes back to somebody who types this."""
    body: dict[str, Any] = {
        "type": "message",
        "id": str(next(_numbers)),
        "channelId": "msteams",
        "serviceUrl": "http://127.0.0.1:9/",
        "deliveryMode": "expectReplies",
        "text": text,
        "from": {"id": f"29:{person}", "aadObjectId": person, "name": person},
        "recipient": {"id": "28:bot", "name": "bot"},
        "conversation": {"id": f"a:{person}", "conversationType": "personal", "tenantId": "dev"},
        "channelData": {"tenant": {"id": "dev"}},
    }
    async with session.post(f"{url}/api/messages", json=body) as response:
        response.raise_for_status()
        answer = await response.json()
    return "\n".join(words(one) for one in answer["activities"])


def words(piece: object) -> str:
    if isinstance(piece, dict):
        own = [str(piece["text"])] if isinstance(piece.get("text"), str) else []
        return "\n".join([*own, *(words(value) for value in piece.values())])
    return "\n".join(map(words, piece)) if isinstance(piece, list) else ""


async def first_answer(session: ClientSession, served: Served, person: str) -> float:
    """Seconds from the start of the process to its first answer."""
    while True:
        try:
            answer = await said(session, served.url, person, "status")
        except ClientError:
            await asyncio.sleep(0.01)
            continue
        if "Stap" not in answer:
            raise AssertionError(answer)
        return time.perf_counter() - served.begun


async def typing(session: ClientSession, urls: list[str], person: str, end: float) -> int:
    """Somebody who answers question after question, each with a receipt; how many."""
    kept = turn = 0
    answer = await said(session, urls[0], person, "vraag voor vraag")
    while time.perf_counter() < end and "Bedankt" not in answer:
        text = "sla over" if "Noem geen namen" in answer else "2"
        text = "alles klopt" if "klopt" in answer else text
        turn += 1
        answer = await said(session, urls[turn % len(urls)], person, text)
        kept += "Opgeslagen" in answer
    return kept


async def busy(
    session: ClientSession, urls: list[str], people: list[str], seconds: float = SECONDS
) -> float:
    """Receipts per second while so many answer at a time, each person one after the other."""
    begin = time.perf_counter()
    waiting = iter(people)

    async def seat() -> int:
        kept = 0
        for person in waiting:
            if time.perf_counter() > begin + seconds:
                break
            kept += await typing(session, urls, person, begin + seconds)
        return kept

    kept = sum(await asyncio.gather(*(seat() for _ in range(AT_ONCE))))
    return kept / (time.perf_counter() - begin)


def partners(municipalities: int) -> list[str]:
    """People who answer, of one municipality after another."""
    sample = ready(SAMPLE, now=NOW, step="evaluation", unknown=lambda _: None)
    asked = {r.key for r in sample if isinstance(r, Organisation) and r.consulted}
    first: dict[str, str] = {}
    for record in sample:
        if isinstance(record, Person) and record.org in asked:
            first.setdefault(record.org, record.key)
    return [f"g{m}-{person}" for m in range(municipalities) for person in first.values()]


def partners_of(municipalities: int) -> list[Partner]:
    """The same people, as whoever presses cards."""
    sample = ready(SAMPLE, now=NOW, step="evaluation", unknown=lambda _: None)
    org = {r.key: r.org or "" for r in sample if isinstance(r, Person)}
    named = (person.partition("-") for person in partners(municipalities))
    return [
        Partner(person=f"{town}-{key}", plan=f"{town}-0", org=org[key]) for town, _, key in named
    ]


# What is measured


async def p9(directory: Path, municipalities: int) -> None:
    await filled(str(directory / "one"), 1, 1)
    await filled(str(directory / "all"), municipalities, YEARS)
    times: dict[str, list[float]] = {"one": [], "all": []}
    sizes: dict[str, list[float]] = {"one": [], "all": []}
    async with ClientSession() as session:
        for _ in range(3):
            for name in times:
                async with serving(str(directory / name)) as (served,):
                    times[name].append(await first_answer(session, served, "g0-p-sanne"))
                    await busy(session, [served.url], partners(1), 2.0)
                    # The first look over all plans goes on behind the answers.
                    await asyncio.sleep(5 + municipalities * YEARS / 40)
                    sizes[name].append(served.memory())
    one, all_ = (statistics.median(sizes[name]) for name in ("one", "all"))
    say(
        f"P9  start to first answer, {municipalities * YEARS} plans "
        f"{statistics.median(times['all']):.2f} s (goal <= 2)   one plan "
        f"{statistics.median(times['one']):.2f} s   memory {all_:.0f} MiB, "
        f"one plan {one:.0f} MiB, {all_ / one:.2f} x (goal <= 1.3)"
    )


async def p6(directory: Path) -> None:
    """The loop's delay while 16 people answer and a plan of 200 measures is made beside them."""
    url = str(directory / "busy")
    await filled(url, 12, 1, MEASURES)
    async with ClientSession() as session, serving(url) as (served,):
        await first_answer(session, served, "g0-p-sanne")
        await said(session, served.url, "g11-p-sanne", "concept")
        await asyncio.sleep(3)
        idle = await delay(session, served, asyncio.sleep(SECONDS))
        bare = await delay(session, served, busy(session, [served.url], partners(5)))
        made = 0

        async def making() -> None:
            nonlocal made
            while True:
                await said(session, served.url, "g11-p-sanne", "concept")
                made += 1

        beside = asyncio.create_task(making())
        both = await delay(session, served, busy(session, [served.url], partners(11)[50:]))
        beside.cancel()
    say(
        f"P6  the loop's delay, p99: {both:.1f} ms with {AT_ONCE} people answering and {made} "
        f"plans of {MEASURES} measures made beside them   idle {idle:.1f} ms   "
        f"{both - idle:+.1f} ms (goal <= +10)   answering alone {bare:.1f} ms"
    )


async def delay(session: ClientSession, served: Served, work: Any) -> float:
    async with session.get(f"{served.url}/delay"):
        pass
    await work
    async with session.get(f"{served.url}/delay") as response:
        return float((await response.json())["p99"])


async def main() -> None:
    small = "--small" in sys.argv
    with tempfile.TemporaryDirectory() as directory:
        await p6(Path(directory))
        await p9(Path(directory), 20 if small else MUNICIPALITIES)


if __name__ == "__main__":
    os.environ.setdefault("PYTHONWARNINGS", "error")
    asyncio.run(main())
