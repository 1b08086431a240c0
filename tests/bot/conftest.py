"""A channel with a listener that says back what a test wants, between Teams and nobody."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field

import pytest_asyncio
from aiohttp.test_utils import TestClient, TestServer

from bot.app import create_app
from bot.channel import Alone, Channel
from bot.exchange import Patience
from bot.heard import Answered, Heard
from bot.papers import Fetched
from storage.holding import Locks
from tests.bot.chat import Chat
from tests.bot.connector import Connector, a_connector


@dataclass
class Listener:
    """Keeps what it hears; `says` and `files` are up to the test."""

    heard: list[Heard] = field(default_factory=list)
    says: Callable[[Heard], Awaitable[Answered] | Answered] = lambda _: Answered()
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)

    async def hear(self, heard: Heard) -> Answered:
        self.heard.append(heard)
        said = self.says(heard)
        return said if isinstance(said, Answered) else await said

    async def fetch(self, file: str) -> Fetched | None:
        return Fetched(*self.files[file]) if file in self.files else None


def alone() -> Alone:
    """One at a time by name, as a store for one process lets them."""
    locks = Locks()

    @asynccontextmanager
    async def held(name: str) -> AsyncIterator[None]:
        async with locks.of(name):
            yield

    return held


@asynccontextmanager
async def a_chat(
    listener: Listener, connector: Connector, patience: Patience
) -> AsyncIterator[Chat]:
    app = create_app(
        channel=lambda session: Channel(
            None, session, listener.hear, listener.fetch, alone(), patience
        )
    )
    async with TestClient(TestServer(app)) as client:
        yield Chat(client=client, connector=connector)


@pytest_asyncio.fixture
async def connector() -> AsyncIterator[Connector]:
    async with a_connector() as made:
        yield made


@pytest_asyncio.fixture
async def listener() -> Listener:
    return Listener()


@pytest_asyncio.fixture
async def chat(listener: Listener, connector: Connector) -> AsyncIterator[Chat]:
    async with a_chat(listener, connector, Patience()) as made:
        yield made


Hurried = Callable[[float, float], AbstractAsyncContextManager[Chat]]


@pytest_asyncio.fixture
async def hurried(listener: Listener, connector: Connector) -> Hurried:
    """A chat on a channel with so many seconds of patience."""
    return lambda typing, answer: a_chat(
        listener, connector, Patience(typing=typing, answer=answer)
    )
