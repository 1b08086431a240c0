"""The whole assistant over HTTP, with the sample's people in front of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from aiohttp.test_utils import TestClient, TestServer

from bot.clock import MovedClock
from bot.deployment import TRYING
from bot.loading import load
from bot.plans import Plans
from bot.serving import OUTBOX, assistant
from bot.trying import opening_clock
from plan.dossier import Dossier
from storage import Store, open_store
from tests.bot.chat import Chat
from tests.bot.connector import Connector, Json

_numbers = count(1)
SAMPLE = Path(__file__).parents[2] / "sample" / "veldermeer.yaml"


def _next_id() -> str:
    return f"id{next(_numbers):06d}"


@dataclass
class Town:
    """`who("p-sanne")` is a person's chat; `read` is what they were sent since the last time."""

    client: TestClient[Any, Any]
    connector: Connector
    store: Store
    clock: MovedClock
    key: str
    directory: Path
    _seen: dict[str, int] = field(default_factory=dict)

    def who(self, person: str) -> Chat:
        return Chat(
            client=self.client,
            connector=self.connector,
            person=person,
            name=person,
            tenant="dev",
            conversation=f"a:{person}",
        )

    def sent_to(self, person: str) -> list[Any]:
        """Everything this person was sent, also in a conversation the bot opened itself."""
        opened = [
            f"a:new-{n}"
            for n, made in enumerate(self.connector.created, start=1)
            if made["members"][0]["id"] == person
        ]
        places = {f"a:{person}", *opened}
        return [one for one in self.connector.sent if one.conversation in places]

    def read(self, person: str) -> list[Any]:
        """What this person was sent since it was last read."""
        sent = self.sent_to(person)
        fresh = sent[self._seen.get(person, 0) :]
        self._seen[person] = len(sent)
        return fresh

    def last_card(self, person: str) -> Json:
        return next(one.card for one in reversed(self.sent_to(person)) if one.card)

    async def move(self, moment: str) -> None:
        """The clock, as the page moves it."""
        response = await self.client.post("/clock", json={"now": moment})
        assert response.status == 200, await response.text()

    async def post(self) -> None:
        """Everything that is due goes out now."""
        await self.client.app[OUTBOX].run(self.clock.now())

    async def dossier(self, key: str = "") -> Dossier:
        """What is on disk, not what is in memory: as a reader beside the process finds it."""
        reader = open_store(str(self.directory), reading=True)
        try:
            return await Plans(reader).dossier(key or self.key)
        finally:
            await reader.close()


async def _never() -> None:
    """Looks at nothing by itself."""


@asynccontextmanager
async def a_town(
    directory: Path,
    connector: Connector,
    *,
    step: str | None = "evaluation",
    file: Path | None = SAMPLE,
    posting: bool = False,
) -> AsyncIterator[Town]:
    """The assistant on a store in `directory`, loaded with the sample when it is new.

    posting: what is due goes out by itself too, whenever that is, and not by `post` only.
    Entered again on the same directory it is the process started anew.
    """
    store = open_store(str(directory))
    try:
        plans = await store.plans()
        now = datetime.fromisoformat("2026-09-14T07:00:00+00:00")
        key = plans[0] if plans else ""
        if file and not plans:
            key = await load(store, file, now=now, step=step)
        clock = await opening_clock(store) if key else MovedClock(now)
        assert isinstance(clock, MovedClock)
        app = assistant(store, TRYING, clock=clock, ids=_next_id)
        if not posting:
            app[OUTBOX].forever = _never  # type: ignore[method-assign]
        async with TestClient(TestServer(app)) as client:
            yield Town(
                client=client,
                connector=connector,
                store=store,
                clock=clock,
                key=key,
                directory=directory,
            )
    finally:
        await store.close()
