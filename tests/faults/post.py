"""Plans with people and channels who are owed messages, and the assistant's way out alone."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from aiohttp import ClientSession

from bot.channel import Channel
from bot.clock import Clock
from bot.heard import Answered, Heard
from bot.outbox import Outbox
from bot.papers import Papers
from bot.plans import Plans
from bot.policy import Policy
from bot.sender import Sender
from bot.showing import Showing
from dialogs.messages.saying import KINDS
from dialogs.post import Kind
from dialogs.turn import Reply
from dialogs.view import View
from plan.dossier import Dossier
from plan.people import identity
from plan.records import (
    Address,
    Message,
    Municipality,
    Organisation,
    Person,
    Plan,
    Record,
    Team,
)
from plan.records.content import Ivp
from plan.text import Text
from storage import Store

ASKS, TELLS, NOTICE = "remarks", "processed", "session_notice"
"""Kinds that the proofs speak with: one that may go twice, one that may not, one for channels."""
_NAME = re.compile(r"nr-\d+")


def names_in(activity: dict[str, Any]) -> tuple[str, ...]:
    """What a message is called stands in it, also when it goes along with another."""
    return tuple(dict.fromkeys(_NAME.findall(json.dumps(activity))))


def _said(dossier: Dossier, message: Message, *_: object) -> Reply:
    return Reply(view=View(title=Text.verbatim(message.text)))


@contextmanager
def plain_kinds() -> Iterator[None]:
    """While this lasts these kinds say their own text, and are needed always."""
    before = dict(KINDS)
    for kind in (ASKS, TELLS, NOTICE):
        KINDS[kind] = Kind(say=_said, summary=Text(nl="-", en="-"), tell=_said)
    try:
        yield
    finally:
        KINDS.update(before)


def a_plan(key: str, people: int, teams: int, at: datetime, service: str = "") -> list[Record]:
    """A plan in which nobody has a budget; its first person coordinates. service: of its teams."""
    plan = Plan(
        key=key,
        title="Plan",
        year=2027,
        track="follow_up",
        municipality=Municipality(id=key, name="Dorp"),
        ivp=Ivp(title="IVP"),
        coordinator=f"{key}-p0",
        messages_per_week=10_000,
    )
    found: list[Record] = [plan, Organisation(key="OOV", name="Gemeente", kind="internal")]
    for n in range(people):
        who = f"{key}-p{n}"
        found.append(Person(key=who, name=who, org="OOV", tenant="t", object_id=who))
    for n in range(teams):
        where = f"{key}-c{n}"
        found.append(Team(key=where, reference=reference(where, service, "u"), by=plan.key, at=at))
    return found


def reference(conversation: str, service: str, user: str) -> dict[str, str]:
    return {
        "service_url": service,
        "conversation": conversation,
        "bot": "28:b",
        "user": user,
        "tenant": "t",
        "channel": "msteams",
    }


def addresses(records: list[Record], service: str, at: datetime) -> list[Record]:
    people = (r for r in records if isinstance(r, Person))
    return [
        Address(key=identity(p) or "", reference=reference(p.key, service, p.key), at=at)
        for p in people
    ]


def owed(number: int, to: str, kind: str, due: datetime, **more: Any) -> Message:
    name = f"nr-{number}"
    return Message(key=name, to=to, kind=kind, due=due, made_at=due, text=name, **more)


@dataclass
class Office:
    """Everything of the assistant between the store and the line."""

    store: Store
    session: ClientSession
    clock: Clock
    policy: Policy = field(default_factory=Policy)
    sender: Sender | None = None
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.plans = Plans(self.store)
        new_id = lambda: f"card{next(self.ids):08d}"  # noqa: E731
        showing = Showing(new_id, Papers(self.plans, new_id, _no_paper))
        self.sender = self.sender or Sender(policy=self.policy, clock=self.clock)
        self.channel = Channel(
            None, self.session, _silent, _no_file, self.store.alone, sender=self.sender
        )
        self.outbox = Outbox(self.plans, showing, self.clock, self.channel, self.policy)

    async def messages(self, *plans: str) -> list[Message]:
        """What the store has."""
        return [m for plan in plans for m in await self.store.plan(plan).find(Message)]


@asynccontextmanager
async def running(office: Office) -> AsyncIterator[Office]:
    """While its outbox runs by itself."""
    import asyncio

    task = asyncio.create_task(office.outbox.forever())
    try:
        yield office
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await office.outbox.close()


async def _silent(_: Heard) -> Answered:
    return Answered()


async def _no_file(_: str) -> None:
    return None


async def _no_paper(*_: object) -> tuple[str, bytes]:
    raise AssertionError
