"""After a stop everybody gets one message at most, and only what is still of use; and a clock
that is set forward or back makes nothing come twice or never.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

from aiohttp import ClientSession

from plan.calendar import is_decent, local, moment, next_decent, working_day_after
from plan.records import (
    CollectiveSession,
    Message,
    Municipality,
    Organisation,
    Person,
    Plan,
    Record,
    Round,
)
from plan.records.content import Ivp
from plan.reminders import waves
from storage import Store, open_store
from tests.faults import virtual
from tests.faults.connector import FaultyConnector, faulty
from tests.faults.post import Office, addresses
from tests.prove.trial import Trial

PEOPLE, JUMPS = 200, 200
OPENED = date(2026, 9, 14)
OUTAGES = (timedelta(hours=1), timedelta(days=3), timedelta(weeks=2))
SETS = (timedelta(seconds=1), timedelta(hours=1), timedelta(days=1))
"""By how much a clock is set, forward or back."""
STEP = timedelta(hours=2)
PLAN, ROUND = "dorp", "evaluation-1"


def prove(trial: Trial) -> None:
    people = max(5, trial.times(PEOPLE))
    for number, outage in enumerate(OUTAGES):
        for begins in _before_reminders(outage):
            where = trial.scratch / f"{number}-{begins:%m%d%H%M}"
            wrong = virtual.run(_stopped(trial, where, people, begins, outage))
            if wrong:
                trial.fail(wrong[0], {"wrong": wrong[:20], "down": outage, "from": begins})
    for number in range(max(1, trial.times(10))):
        seed = trial.chance.randrange(2**31)
        jumps = JUMPS // 10
        where = trial.scratch / f"jumps-{number}"
        wrong = virtual.run(_jumped(trial, where, Random(seed), jumps))  # noqa: S311
        if wrong:
            trial.fail(wrong[0], {"wrong": wrong[:20], "of": seed})


def asked() -> Round:
    """Three moments at which it reminds lie within two weeks."""
    return Round(
        key=ROUND,
        step="evaluation",
        opened_at=moment(OPENED),
        deadline=working_day_after(OPENED, 14),
        partners=(),
    )


def _before_reminders(outage: timedelta) -> Iterable[datetime]:
    """When the process goes down: over each reminder, or with the long ones over several."""
    first, second, last = waves(asked())
    if outage >= timedelta(weeks=2):
        return (first - timedelta(hours=2), first - timedelta(days=2))
    before = outage / 2
    return tuple(at - before for at in (first, second, last))


def town(people: int) -> list[Record]:
    plan = Plan(
        key=PLAN,
        title="Plan 2027",
        year=2027,
        track="follow_up",
        municipality=Municipality(id=PLAN, name="Gemeente Dorp"),
        ivp=Ivp(title="IVP", start=2025, end=2028),
        coordinator="p-co",
    )
    orgs = [f"O{n:03d}" for n in range(people)]
    found: list[Record] = [plan, Organisation(key="OOV", name="OOV", kind="internal")]
    found.append(Person(key="p-co", name="Co", org="OOV", tenant="t", object_id="p-co"))
    for org in orgs:
        who = f"p-{org}"
        found.append(Organisation(key=org, name=f"Organisatie {org}", consulted=True))
        found.append(Person(key=who, name=who, org=org, tenant="t", object_id=who))
        found.append(
            Message(
                key=f"invitation/{ROUND}/{org}",
                to=who,
                org=org,
                kind="invitation",
                request=ROUND,
                due=moment(OPENED),
                made_at=moment(OPENED),
            )
        )
    round_ = asked()
    found.append(Round(**{**_fields(round_), "partners": tuple(orgs)}))
    session = CollectiveSession(
        key="session",
        day=working_day_after(OPENED, 11),
        time="13.00-15.00 uur",
        place="Raadzaal",
        invited=tuple(orgs),
        planned_at=moment(OPENED, time(10)),
        agenda_at=moment(OPENED, time(10)),
    )
    return [*found, session]


def _fields(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__struct_fields__}


@dataclass
class House:
    """A store with a town in it, a line that never fails, and what came over it."""

    store: Store
    session: ClientSession
    connector: FaultyConnector
    clock: virtual.VirtualClock

    def office(self) -> Office:
        """A process that was just started."""
        return Office(self.store, self.session, self.clock)

    def arrived(self) -> list[tuple[str, str]]:
        found = self.connector.arrived
        self.connector.arrived = []
        return found

    async def messages(self) -> list[Message]:
        return await self.store.plan(PLAN).find(Message)

    def at(self, then: datetime) -> datetime:
        self.clock.jump(then - self.clock.now())
        return then


@asynccontextmanager
async def _house(directory: Path, people: int) -> AsyncIterator[House]:
    clock = virtual.VirtualClock(moment(OPENED))
    connector = FaultyConnector(Random(1), clock, messages=_whole)  # noqa: S311
    store = open_store(str(directory))
    try:
        async with faulty(connector) as session:
            records = town(people)
            await store.shared.put(*addresses(records, connector.url, clock.now()))
            await store.plan(PLAN).put(*records)
            yield House(store, session, connector, clock)
    finally:
        await store.close()


def _whole(activity: dict[str, Any]) -> tuple[str, ...]:
    return (json.dumps(activity, ensure_ascii=False),)


async def _stopped(
    trial: Trial, where: Path, people: int, begins: datetime, outage: timedelta
) -> list[str]:
    """Runs until it goes down, is down for a while, and starts anew."""
    async with _house(where, people) as house:
        office = house.office()
        now = moment(OPENED)
        while now < begins:
            await office.outbox.run(house.at(now))
            now += STEP
        house.arrived()
        start = next_decent(begins + outage)
        before = {m.key for m in await house.messages() if m.sent_at}
        await house.office().outbox.run(house.at(start))
        arrived = Counter(place for place, _ in house.arrived())
        gone = [m for m in await house.messages() if m.sent_at and m.key not in before]
        await house.office().outbox.run(house.at(start + timedelta(minutes=5)))
        twice = house.arrived()
    trial.count("stops")
    trial.count("messages after a stop", sum(arrived.values()))
    found = [f"{who}: {n} messages at once" for who, n in arrived.items() if n > 1]
    found += [f"{who}: once more at the next start" for who, _ in twice]
    return [*found, *_useless(gone, start), *_missing(arrived, people, gone, start)]


def _useless(gone: Iterable[Message], start: datetime) -> list[str]:
    """What no longer serves: yesterday's session, a request that is over, an earlier wave."""
    today, round_ = local(start).date(), asked()
    day = working_day_after(OPENED, 11)
    beforehand = ("session_invitation", "session_papers", "session_eve")
    found = [f"{m.key} is past" for m in gone if m.kind in beforehand and day < today]
    eves = [m for m in gone if m.kind == "session_eve" and day <= today]
    late = [m for m in gone if m.kind == "reminder" and round_.closes_on < today]
    past = [n for n, at in enumerate(waves(round_), start=1) if at <= start]
    early = [m for m in gone if m.kind == "reminder" and int(m.key[-1]) != past[-1]]
    return [*found, *(f"{m.key} is useless at {start}" for m in (*eves, *late, *early))]


def _missing(
    arrived: Counter[str], people: int, gone: Iterable[Message], start: datetime
) -> list[str]:
    """Whoever was to be reminded while it was down is, as long as that makes sense."""
    if local(start).date() > asked().closes_on:
        return []
    reminded = {m.org for m in gone if m.kind == "reminder"}
    return [f"{people - len(reminded)} are not reminded"] if len(reminded) < people else []


async def _jumped(trial: Trial, where: Path, chance: Random, jumps: int) -> list[str]:
    """The wall clock is set forward and back while the process runs on."""
    async with _house(where, 5) as house:
        office = house.office()
        heard: Counter[str] = Counter()
        await office.outbox.run(house.at(moment(OPENED)))
        now, end = moment(OPENED), moment(working_day_after(asked().closes_on, 2))
        furthest = now
        for _ in range(jumps):
            now += chance.choice((timedelta(minutes=20), STEP, timedelta(hours=9)))
            now = max(now + chance.choice((1, -1)) * chance.choice(SETS), moment(OPENED))
            furthest = max(furthest, now)
            await office.outbox.run(house.at(now))
            trial.count("jumps of the clock")
        while now < end:
            now += STEP
            furthest = max(furthest, now)
            await office.outbox.run(house.at(now))
        for who, words in house.arrived():
            heard[f"{who}: {_called(words)}"] += 1
        sent = [m for m in await house.messages() if m.sent_at]
    trial.count("messages around jumps", sum(heard.values()))
    found = [f"{what} came {n} times" for what, n in heard.items() if n > 1]
    found += [f"{m.key} in quiet hours" for m in sent if m.sent_at and not is_decent(m.sent_at)]
    kinds = Counter((m.org, m.kind) for m in sent)
    for n in range(5):
        org = f"O{n:03d}"
        found += [] if kinds[org, "invitation"] == 1 else [f"{org}: no invitation"]
        found += [] if 1 <= kinds[org, "reminder"] <= 3 else [f"{org}: no reminder"]
    return found


def _called(words: str) -> str:
    """What a message says, without the number of its card."""
    card = json.loads(words)["attachments"][0]["content"]
    return json.dumps([card["body"], [a["title"] for a in card["actions"]]], sort_keys=True)
