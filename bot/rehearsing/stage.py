"""The real assistant on loopback, on a store and a clock of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, web

from bot.app import CHANNEL
from bot.clock import MovedClock
from bot.deployment import TRYING
from bot.plans import Plans
from bot.rehearsing.chance import chance
from bot.rehearsing.chats import PERSONAL, Chats
from bot.rehearsing.wire import service
from bot.serving import OUTBOX, assistant
from bot.trial_activity import TENANT
from plan.dossier import Dossier
from storage import Store, open_store

HERE = "127.0.0.1"
BOT = {"id": "28:uitvoeringsplan", "name": "Uitvoeringsplan"}


class RefusedError(Exception):
    """The endpoint did not take an activity."""


class Stage:
    """`deliver` is what a channel does; time passes only by `reach` and `pass_by`."""

    def __init__(self, directory: Path, start: datetime, seed: int) -> None:
        self.clock = MovedClock(start, seconds=lambda: 0.0)
        self.chats = Chats(now=self.clock.now)
        self.scene = ""
        """The step that the coordinator is at."""
        self._directory = directory
        self._ids = chance(seed, "ids")
        self._turn = 0
        self._wire: web.AppRunner | None = None
        self._session: ClientSession
        self._store: Store
        self._runner: web.AppRunner
        self._service = ""
        self._home = ""

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Stage]:
        wire = web.AppRunner(service(self.chats), access_log=None)
        self._service = await _listening(wire)
        try:
            async with ClientSession() as self._session:
                await self._up()
                try:
                    yield self
                finally:
                    await self._down()
        finally:
            await wire.cleanup()

    async def restart(self) -> None:
        """As when the process stops and starts."""
        await self._down()
        await self._up()

    async def _up(self) -> None:
        self._store = open_store(str(self._directory))
        app = assistant(self._store, TRYING, clock=self.clock, ids=self._new_id, alone=False)
        self._runner = web.AppRunner(app, access_log=None)
        self._home = await _listening(self._runner)

    async def _down(self) -> None:
        await self._runner.cleanup()
        await self._store.close()

    def _new_id(self) -> str:
        return f"{self._ids.getrandbits(128):032x}"

    @property
    def now(self) -> datetime:
        return self.clock.now()

    async def next(self) -> datetime | None:
        """When the assistant itself will have something to say."""
        return await self._runner.app[OUTBOX].next()

    async def reach(self, moment: datetime) -> None:
        """Goes on to `moment`, and sends what is due then."""
        self.clock.reach(moment)
        await self.post()

    async def post(self) -> None:
        """Sends what is due now."""
        self.chats.proactive = True
        await self._runner.app[OUTBOX].run(self.now)
        self.chats.proactive = False

    async def deliver(
        self, person: str, name: str, kind: str, rest: Mapping[str, Any], *, doing: str
    ) -> Mapping[str, Any]:
        """One activity of a person, some seconds after the last; the body of the answer."""
        self.clock.advance_to(self.now + timedelta(seconds=20))
        self.chats.happens(person, doing)
        self._turn += 1
        body = self._activity(person, name, kind) | dict(rest)
        async with self._session.post(self._home + "/api/messages", json=body) as response:
            answer = await response.json() if response.content_type == "application/json" else {}
            if response.status >= 300:
                raise RefusedError(f"{response.status}: {answer}")
        await self._runner.app[CHANNEL].settled()
        await self.post()
        return dict(answer)

    def _activity(self, person: str, name: str, kind: str) -> dict[str, Any]:
        stamp = self.now.isoformat(timespec="milliseconds")
        return {
            "type": kind,
            "id": f"a{self._turn}",
            "timestamp": stamp,
            "localTimestamp": stamp,
            "channelId": "msteams",
            "serviceUrl": self._service,
            "from": {"id": person, "aadObjectId": person, "name": name},
            "conversation": {
                "id": PERSONAL + person,
                "conversationType": "personal",
                "tenantId": TENANT,
            },
            "recipient": BOT,
            "locale": "nl-NL",
            "channelData": {"tenant": {"id": TENANT}},
        }

    def place(self, name: str) -> dict[str, str]:
        """Where an accepted file may go, as Teams tells it."""
        where = f"{self._service}/uploads/{self._turn}"
        _, _, ending = name.rpartition(".")
        return {
            "name": name,
            "uniqueId": str(self._turn),
            "fileType": ending,
            "uploadUrl": where,
            "contentUrl": where,
        }

    async def plans(self) -> tuple[Dossier, ...]:
        """What is kept, for the report."""
        plans = Plans(self._store)
        return tuple([await plans.dossier(key) for key in await plans.keys()])


async def _listening(runner: web.AppRunner) -> str:
    """Starts it on a free port; where it can be reached."""
    await runner.setup()
    await web.TCPSite(runner, HERE, 0).start()
    host, port = runner.addresses[0][:2]
    return f"http://{host}:{port}"
