"""Thousands of messages past a connector that fails three in ten, on a clock of its own.

None is lost, none comes more than twice or twice without doubt, none comes before it may.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from bot.sender import Sender
from plan.delivery import NO_ADDRESS, state
from plan.records import Message, Person, Record, altered
from plan.reminders.untold import KIND
from storage import Store, open_store
from tests.faults import virtual
from tests.faults.connector import FaultyConnector, faulty
from tests.faults.kinds import LASTING
from tests.faults.post import (
    ASKS,
    NOTICE,
    TELLS,
    Office,
    a_plan,
    addresses,
    names_in,
    owed,
    plain_kinds,
    running,
)
from tests.prove.trial import Trial

SEEDS = 20
MESSAGES = 400
SHARE = 0.3
PLANS = ("a", "b")
PEOPLE, TEAMS = 14, 3
FOR_GOOD = tuple(fault for fault in LASTING if fault.status != 401)
"""Without a token there is none to be refused."""
DUE = (0.0, 0.0, 1.0, 20.0, 300.0)
"""Seconds after the start at which things fall due, many at once."""
AT_MOST = timedelta(hours=4)
"""Of virtual time, within which everything must be settled."""


def prove(trial: Trial) -> None:
    with plain_kinds(), trial.bar(trial.times(SEEDS)) as bar:
        for n in range(trial.times(SEEDS)):
            seed = trial.chance.randrange(2**31)
            wrong = virtual.run(_once(trial, Random(seed), trial.scratch / str(n)))  # noqa: S311
            if wrong:
                trial.fail(wrong[0], {"wrong": wrong[:20], "of": seed})
            bar.update()


async def _once(trial: Trial, chance: Random, directory: Path) -> list[str]:
    """What went wrong with one set of messages."""
    clock = virtual.VirtualClock()
    connector = FaultyConnector(chance, clock, SHARE, messages=names_in)
    store = open_store(str(directory))
    try:
        async with AsyncExitStack() as stack:
            session = await stack.enter_async_context(faulty(connector))
            await _filled(store, connector, chance, clock.now())
            sender = Sender(clock=clock)
            offices = [Office(store, session, clock, sender=sender) for _ in range(2)]
            for office in offices:
                await stack.enter_async_context(running(office))
            await _settled(offices[0], clock)
        messages = await offices[0].messages(*PLANS)
    finally:
        await store.close()
    _counted(trial, connector, messages)
    return [*_wrong(messages, connector), *_unkept(connector)]


async def _filled(store: Store, connector: FaultyConnector, chance: Random, now: datetime) -> None:
    """Two plans; some people never opened the app or block it, and some messages are urgent."""
    numbers = iter(range(MESSAGES))
    for key in PLANS:
        records = a_plan(key, PEOPLE, TEAMS, now, connector.url)
        records = [_elsewhere(r) for r in records]
        known = [a for a in addresses(records, connector.url, now) if not a.key.endswith("-p3")]
        await store.shared.put(*known)
        await store.plan(key).put(*records, *_owed(key, numbers, chance, now))
    for place in ("a-p4", "b-p5", "a-c2"):
        connector.lasting[place] = chance.choice(FOR_GOOD)


def _elsewhere(record: Record) -> Record:
    """One is of a tenant of which nobody ever wrote, so there is no way to reach that one."""
    is_one = isinstance(record, Person) and record.key == "a-p3"
    return altered(record, tenant="elsewhere") if is_one else record


def _owed(key: str, numbers: Iterator[int], chance: Random, now: datetime) -> Iterator[Message]:
    for _, number in zip(range(MESSAGES // len(PLANS)), numbers, strict=False):
        due = now + timedelta(seconds=chance.choice(DUE))
        if chance.random() < 0.2:
            yield owed(number, f"{key}-c{chance.randrange(TEAMS)}", NOTICE, due)
            continue
        to = f"{key}-p{chance.randrange(1, PEOPLE)}"
        kind = ASKS if chance.random() < 0.7 else TELLS
        until = due + timedelta(minutes=chance.uniform(1, 30)) if chance.random() < 0.1 else None
        yield owed(number, to, kind, due, deadline=until)


async def _settled(office: Office, clock: virtual.VirtualClock) -> None:
    """Until nothing is left to send, the words to the coordinators too."""
    begun = clock.now()
    while clock.now() - begun < AT_MOST:
        await asyncio.sleep(60)
        messages = await office.messages(*PLANS)
        if clock.now() - begun > timedelta(minutes=15) and not any(map(_is_moving, messages)):
            await asyncio.sleep(180)
            return


def _is_moving(message: Message) -> bool:
    return state(message) in ("due", "sending", "retry") and message.code != NO_ADDRESS


def _wrong(messages: list[Message], connector: FaultyConnector) -> list[str]:
    found = [f"the limit is passed: {limit}" for limit in connector.exceeded()]
    found += [f"before it may: {send}" for send in connector.early]
    told = [m.text for m in messages if m.kind == KIND and state(m) in ("sent", "unclear")]
    heard = {line.partition("\t")[0] for text in told for line in text.splitlines()}
    for message in messages:
        if message.kind == KIND:
            continue
        copies, doubt = connector.copies[message.key], connector.unsure[message.key]
        if _is_moving(message):
            found.append(f"never settled: {message}")
        if state(message) == "sent" and not copies:
            found.append(f"sent, and it never arrived: {message}")
        if state(message) != "sent" and message.key not in heard:
            found.append(f"not delivered, and nobody was told: {message}")
        if copies > 2 or copies > 1 + doubt or (copies > 1 and message.kind == TELLS):
            found.append(f"{copies} copies with {doubt} doubts: {message}")
    return found


def _unkept(connector: FaultyConnector) -> list[str]:
    """A place that refused for good is left alone after that."""
    return [
        f"{place} was written to {times} times after it refused with {fault.name}"
        for place, fault in connector.lasting.items()
        if fault.status == 403
        and fault.code != "InvalidBotApiHost"
        and (times := sum(send.conversation == place for send in connector.sends) - 1) > 0
    ]


def _counted(trial: Trial, connector: FaultyConnector, messages: list[Message]) -> None:
    own = [m for m in messages if m.kind != KIND]
    trial.count("messages", len(own))
    trial.count("tries", len(connector.sends))
    trial.count("faults", sum(n for name, n in connector.met.items() if name))
    for message in own:
        trial.count(state(message) if message.code != NO_ADDRESS else "without an address")
    trial.count("twice", sum(connector.copies[m.key] == 2 for m in own))
