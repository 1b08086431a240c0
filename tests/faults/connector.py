"""A Bot Connector that fails a share of what it gets, from a seed, and counts what arrives."""

from __future__ import annotations

import asyncio
import socket
import struct
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from random import Random
from typing import Any

from aiohttp import ClientConnectorError, ClientSession, TCPConnector, web
from aiohttp.client_reqrep import ClientRequest
from aiohttp.test_utils import TestServer

from tests.faults.kinds import FAULTS, SLOW, Fault
from tests.faults.virtual import VirtualClock

LIMITS = ((7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0))
"""So many messages in so many seconds, per conversation: what Teams publishes."""
TENANT_LIMIT = (50, 1.0)
"""So many requests in so many seconds, per app and tenant."""


@dataclass(frozen=True)
class Send:
    """One try, at `at` on the loop's clock."""

    at: float
    conversation: str
    fault: str = ""


def text_of(activity: dict[str, Any]) -> tuple[str, ...]:
    return (str(activity.get("text") or ""),)


@dataclass
class FaultyConnector:
    """`plan` is what happens to the next sends first; then a share of them meets a fault.

    messages: what is in an activity. Of each it counts the `copies` that arrived.
    """

    chance: Random
    clock: VirtualClock
    share: float = 0.0
    faults: tuple[Fault, ...] = FAULTS
    plan: list[Fault | None] = field(default_factory=list)
    lasting: dict[str, Fault] = field(default_factory=dict)
    """Conversations in which a fault never passes."""
    messages: Callable[[dict[str, Any]], tuple[str, ...]] = text_of
    wait: tuple[float, float] = (1.0, 20.0)
    """Between which the seconds of a Retry-After lie."""
    url: str = ""
    copies: Counter[str] = field(default_factory=Counter)
    arrived: list[tuple[str, str]] = field(default_factory=list)
    """Conversation and message, in the order of arriving."""
    sends: list[Send] = field(default_factory=list)
    early: list[Send] = field(default_factory=list)
    """Those that came before a Retry-After of their conversation was over."""
    unsure: Counter[str] = field(default_factory=Counter)
    """How often a sender could not know whether this message arrived."""
    met: Counter[str] = field(default_factory=Counter)
    unread: int = 0
    """How many it never read, so that nobody knows what they were."""
    created: list[dict[str, Any]] = field(default_factory=list)
    connections: int = 0
    """The most that were in use at the same time."""
    _closed_until: dict[str, datetime] = field(default_factory=dict)
    _stopped: asyncio.Event = field(default_factory=asyncio.Event)

    def exceeded(self) -> list[str]:
        """Which limit was passed, per conversation and over all."""
        per: dict[str, list[float]] = defaultdict(list)
        for send in self.sends:
            per[send.conversation].append(send.at)
        found = [
            f"{place}: {most + 1} in {seconds} s"
            for place, times in per.items()
            for most, seconds in LIMITS
            if _too_many(times, most, seconds)
        ]
        whole = sorted(send.at for send in self.sends)
        return [*found, *(["tenant"] if _too_many(whole, *TENANT_LIMIT) else [])]

    def drawn(self, conversation: str) -> Fault | None:
        """What the next request in a conversation meets."""
        if conversation in self.lasting:
            return self.lasting[conversation]
        if self.plan:
            return self.plan.pop(0)
        there = [fault for fault in self.faults if fault.how != "refused"]
        return self.chance.choice(there) if self.chance.random() < self.share else None

    def refuses(self) -> bool:
        """Whether the next connection is refused."""
        if self.plan:
            fault = self.plan[0]
            refused = fault is not None and fault.how == "refused"
            del self.plan[:refused]
        else:
            some = any(fault.how == "refused" for fault in self.faults)
            refused = some and self.chance.random() < self.share / len(self.faults)
        self.met["refused"] += refused
        return refused

    async def _activity(self, request: web.Request) -> web.StreamResponse:
        place = request.match_info["conversation"]
        fault = self.drawn(place)
        if fault and fault.how == "unread":
            self._note(place, fault)
            self.unread += 1
            return _cut(request)
        names = self.messages(await request.json())
        self._note(place, fault)
        if fault is None:
            return self._arrive(place, names)
        if not fault.surely_not and fault.how not in ("slow", "garbage"):
            self.unsure.update(names)
        if fault.delivers:
            self._arrive(place, names)
        return await self._failed(request, place, fault)

    def _note(self, place: str, fault: Fault | None) -> None:
        """The moment of the clock counts: that is what a Retry-After speaks of."""
        now = asyncio.get_running_loop().time()
        send = Send(now, place, fault.name if fault else "")
        self.sends.append(send)
        self.met[send.fault] += 1
        closed = self._closed_until.get(place)
        if closed and self.clock.now() < closed:
            self.early.append(send)

    def _arrive(self, place: str, names: tuple[str, ...]) -> web.Response:
        self.copies.update(names)
        self.arrived += [(place, name) for name in names]
        return web.json_response({"id": f"m{len(self.arrived)}"}, status=201)

    async def _failed(self, request: web.Request, place: str, fault: Fault) -> web.StreamResponse:
        if fault.how == "silence":
            await self._stopped.wait()
        if fault.how in ("silence", "reset"):
            return _cut(request)
        if fault.how == "slow":
            await asyncio.sleep(SLOW)
            return web.json_response({"id": f"m{len(self.arrived)}"}, status=201)
        if fault.how == "garbage":
            return web.Response(body=b"\xff<html>{", status=200)
        error = {"error": {"code": fault.code, "message": "refused"}}
        return web.json_response(error, status=fault.status, headers=self._after(place, fault))

    def _after(self, place: str, fault: Fault) -> dict[str, str]:
        if not fault.after:
            return {}
        seconds = round(self.chance.uniform(*self.wait))
        until = self.clock.now() + timedelta(seconds=seconds)
        if fault.after == "date":  # In whole seconds, so never later than is meant.
            until = until.replace(microsecond=0)
        self._closed_until[place] = max(until, self._closed_until.get(place, until))
        when = format_datetime(until, usegmt=True) if fault.after == "date" else str(seconds)
        return {"Retry-After": when}

    async def _converse(self, request: web.Request) -> web.Response:
        self.created.append(await request.json())
        member = self.created[-1]["members"][0]["id"]
        return web.json_response({"id": f"new:{member}:{len(self.created)}"}, status=201)

    def _app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/v3/conversations", self._converse)
        for path in ("", "/{activity}"):
            whole = "/v3/conversations/{conversation}/activities" + path
            app.router.add_post(whole, self._activity)
            app.router.add_put(whole, self._activity)
        return app


class _Refusing(TCPConnector):
    """Where the next thing to happen is that nobody listens, nothing is written at all."""

    def __init__(self, connector: FaultyConnector, **how: Any) -> None:
        super().__init__(**how)
        self._faulty = connector

    async def connect(self, req: ClientRequest, *rest: Any, **more: Any) -> Any:
        if self._faulty.refuses():
            raise ClientConnectorError(req.connection_key, ConnectionRefusedError(111, "refused"))
        made = await super().connect(req, *rest, **more)
        self._faulty.connections = max(self._faulty.connections, len(self._acquired))
        return made


@asynccontextmanager
async def faulty(connector: FaultyConnector) -> AsyncIterator[ClientSession]:
    """The connector on loopback, and a session whose connections may be refused."""
    async with TestServer(connector._app()) as server:  # noqa: SLF001
        connector.url = str(server.make_url("")).rstrip("/")
        async with ClientSession(connector=_Refusing(connector, limit=100)) as session:
            yield session
        connector._stopped.set()  # noqa: SLF001


def _cut(request: web.Request) -> web.StreamResponse:
    """The line is reset: whoever sent it hears that, and no answer."""
    assert request.transport is not None
    raw = request.transport.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    request.transport.abort()
    return web.Response()


def _too_many(times: list[float], most: int, seconds: float) -> bool:
    """Whether more than `most` of these lie within less than `seconds`."""
    return any(bisect_left(times, at + seconds, n) - n > most for n, at in enumerate(times))
