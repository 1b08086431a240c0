"""Told to stop at any moment under load: nothing that somebody saw confirmed is lost.

The process is a real one. What it confirms is written down on this side of the wire.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
import sys
import time
from collections.abc import Iterable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import ClientError, ClientSession

from bot.plans import Plans
from plan.records import Person
from storage import open_store
from tests.bot.connector import Connector, a_connector
from tests.prove.cardholder import Cardholder
from tests.prove.stops import database
from tests.prove.trial import Trial

STOPS, STOPS_POSTGRES = 300, 30
LONGEST = 0.6
"""Seconds of work before the signal, at most."""
SECOND = 0.2
"""Seconds between the two signals, at most."""
BOUND = 15.0
"""Seconds within which the process must have ended: a promise of ours (`bot.stopping`)."""
LIVES = 20
"""Stops of one and the same store."""
HANDS = 6
"""Chats in which something is pressed at the same time."""
ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample" / "veldermeer.yaml"
ENDS = {False: (0,), True: (0, 143, -signal.SIGTERM)}
"""What it ends with after one signal and after two: the last when all was done, and Python itself
was on its way out."""


@dataclass
class Seen:
    """By name of what was added: sent, and seen confirmed."""

    sent: set[str] = field(default_factory=set)
    confirmed: set[str] = field(default_factory=set)


def prove(trial: Trial) -> None:
    """On a directory; each store serves several processes, one after another."""
    asyncio.run(_proved(trial, str(trial.scratch / "store"), trial.times(STOPS)))


def prove_in_postgres(trial: Trial) -> None:
    """Raises LeftOutError."""
    with database() as server:
        asyncio.run(_proved(trial, server.url("prove"), trial.times(STOPS_POSTGRES)))


async def _proved(trial: Trial, store: str, times: int, module: str = "bot") -> None:
    seen = Seen()
    async with a_connector() as connector:
        with trial.bar(times) as bar:
            for n in range(times):
                if n % LIVES == 0 and "://" not in store:
                    shutil.rmtree(store, ignore_errors=True)
                    seen = Seen()
                if n == 0 or not seen.sent:
                    await _loaded(store)
                await _life(trial, store, seen, connector, f"{n}", module)
                bar.update()
    if not trial.counts.get("additions confirmed"):
        trial.fail("nothing was confirmed, so nothing was looked at", {"stops": times})


async def _loaded(store: str) -> None:
    load = await _command("bot", "load", str(SAMPLE), "--from", "evaluation", "--store", store)
    if await load.wait():
        raise AssertionError("the sample could not be loaded")


async def _life(
    trial: Trial, store: str, seen: Seen, connector: Connector, life: str, module: str
) -> None:
    """A process from its start to its end, with people at it, and a look at what it kept."""
    twice = trial.chance.random() < 0.5
    wait = trial.chance.random() * LONGEST
    between = trial.chance.random() * SECOND
    case = {"life": life, "twice": twice, "after": wait, "between": between}
    before = set(seen.confirmed)
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(ClientSession())
        process, home = await _serving(session, store, module)
        stack.callback(_killed, process)
        hands = [Cardholder(session, home, connector, f"{life}-{n}") for n in range(HANDS)]
        await asyncio.gather(*(hand.open() for hand in hands))
        work = [asyncio.create_task(_press(hand, seen)) for hand in hands]
        await asyncio.sleep(wait)
        process.send_signal(signal.SIGTERM)
        told = time.monotonic()
        if twice:
            await asyncio.sleep(between)
            with suppress(ProcessLookupError):
                process.send_signal(signal.SIGTERM)
        ended = await _ended(process)
        took = time.monotonic() - told
        for task in work:
            task.cancel()
        gone = await asyncio.gather(*work, return_exceptions=True)
    trial.count("stops, twice" if twice else "stops")
    for error in gone:
        if isinstance(error, Exception):
            raise error
    trial.count("additions confirmed", len(seen.confirmed - before))
    if ended not in ENDS[twice] or took > BOUND:
        trial.fail(f"it ended with {ended} after {took:.1f} s", case)
    kept = await _kept(store)
    wrong = _compared(seen, kept, graceful=not twice)
    if wrong:
        confirmed = sorted(seen.confirmed - before)
        trial.fail(wrong, {**case, "confirmed": confirmed}, Path(store))


def _compared(seen: Seen, kept: Iterable[str], *, graceful: bool) -> str:
    """What is wrong, if anything.

    Without a second signal whatever is kept was confirmed too: no turn was cut in two.
    """
    names = list(kept)
    if lost := seen.confirmed - set(names):
        return f"confirmed and not kept: {sorted(lost)}"
    if double := {name for name in names if names.count(name) > 1}:
        return f"kept twice: {sorted(double)}"
    if odd := set(names) - seen.sent:
        return f"kept and never sent: {sorted(odd)}"
    if graceful and (silent := set(names) - seen.confirmed):
        return f"kept and not confirmed: {sorted(silent)}"
    seen.confirmed |= set(names)  # Else a life that was cut would count against the next.
    return ""


async def _press(hand: Cardholder, seen: Seen) -> None:
    """Adds one after another until nobody answers any more."""
    n = 0
    with suppress(ClientError, OSError, asyncio.TimeoutError):
        while True:
            n += 1
            name = f"Proef {hand.name}-{n}"
            seen.sent.add(name)
            if await hand.add(name):
                seen.confirmed.add(name)
            await hand.next_card()


async def _serving(
    session: ClientSession, store: str, module: str
) -> tuple[asyncio.subprocess.Process, str]:
    """On a port of its own choosing, which it says on its standard error."""
    port = str(_free_port())
    process = await _command(module, "serve", "--dev", "--port", port, PLAN_STORE=store)
    assert process.stderr is not None
    async with asyncio.timeout(60):
        while line := (await process.stderr.readline()).decode():
            if "http://" in line:
                return process, line[line.index("http://") :].strip()
    raise AssertionError(f"it did not start: {process.returncode}")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _killed(process: asyncio.subprocess.Process) -> None:
    """Whatever went wrong, nothing goes on serving."""
    with suppress(ProcessLookupError):
        process.kill()


async def _ended(process: asyncio.subprocess.Process) -> int:
    assert process.stderr is not None
    reading = asyncio.create_task(process.stderr.read())
    try:
        async with asyncio.timeout(2 * BOUND):
            code = await process.wait()
    except TimeoutError:
        process.kill()
        code = await process.wait()
    await reading
    return code


async def _command(module: str, *words: str, **settings: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", module, *words),
        cwd=ROOT,
        env=os.environ | settings,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )


async def _kept(store: str) -> list[str]:
    """The names of everybody who was added, as a reader beside the process finds them."""
    reader = open_store(store, reading=True)
    try:
        plans = Plans(reader)
        (key,) = await plans.keys()
        people = (await plans.dossier(key)).all(Person)
        return [person.name for person in people if person.name.startswith("Proef ")]
    finally:
        await reader.close()
