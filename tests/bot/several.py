"""Two assistants on one store, and people who reach now the one and then the other."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer

from bot.app import CHANNEL
from bot.clock import MovedClock
from bot.deployment import TRYING
from bot.loading import load
from bot.plans import Plans
from bot.serving import OUTBOX, assistant
from plan.dossier import Dossier
from storage import Store
from tests.bot.chat import Chat
from tests.bot.connector import Connector
from tests.bot.town import SAMPLE, Town

MORNING = datetime.fromisoformat("2026-09-14T07:00:00+00:00")
_numbers = count(1)


@dataclass(frozen=True, kw_only=True)
class Echoed(Chat):
    """What is delivered to one assistant is sometimes delivered to the other at the same time."""

    clients: tuple[TestClient[Any, Any], ...]
    chance: random.Random
    often: float

    async def deliver(self, body: object, **headers: str) -> ClientResponse:
        others = [one for one in self.clients if one is not self.client]
        twice = others if self.chance.random() < self.often else []
        reached = (self.client, *twice)
        posts = (one.post("/api/messages", json=body, headers=headers) for one in reached)
        answers = await asyncio.gather(*posts)
        for one in self.clients:
            await one.app[CHANNEL].settled()
        return answers[0]


@dataclass
class Several(Town):
    """A town with more than one assistant; `often` is how much of what is said comes twice."""

    clients: tuple[TestClient[Any, Any], ...] = ()
    stores: tuple[Store, ...] = ()
    often: float = 0.0
    chance: random.Random = field(default_factory=lambda: random.Random(1))  # noqa: S311

    def who(self, person: str) -> Chat:
        return Echoed(
            client=self.chance.choice(self.clients),
            connector=self.connector,
            person=person,
            name=person,
            tenant="dev",
            conversation=f"a:{person}",
            clients=self.clients,
            chance=self.chance,
            often=self.often,
        )

    async def post(self) -> None:
        now = self.clock.now()
        await asyncio.gather(*(one.app[OUTBOX].run(now) for one in self.clients))

    async def dossier(self, key: str = "") -> Dossier:
        return await Plans(self.stores[-1]).dossier(key or self.key)


@asynccontextmanager
async def several(
    stores: tuple[Store, ...], connector: Connector, *, often: float = 0.0, alone: bool = True
) -> AsyncIterator[Several]:
    """An assistant on each of these, which have the same plans: the sample when there are none.

    alone: whether their outboxes run by themselves too.
    """
    known = await stores[0].plans()
    key = known[0] if known else await load(stores[0], SAMPLE, now=MORNING, step="evaluation")
    clock = MovedClock(MORNING)
    async with AsyncExitStack() as stack:
        clients = []
        for store in stores:
            app = assistant(store, TRYING, clock=clock, ids=_next_id, alone=alone)
            clients.append(await stack.enter_async_context(TestClient(TestServer(app))))
        yield Several(
            client=clients[0],
            connector=connector,
            store=stores[0],
            clock=clock,
            key=key,
            directory=Path(),
            clients=tuple(clients),
            stores=stores,
            often=often,
        )


def _next_id() -> str:
    return f"several{next(_numbers):06d}"
