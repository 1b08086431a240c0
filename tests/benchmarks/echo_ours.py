"""An echo on our own channel: everything of a turn but the turn. python -m …echo_ours PORT"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.app import create_app
from bot.channel import Channel
from bot.heard import Answered, Heard, Outgoing
from storage.holding import Locks
from tests.benchmarks.ours import credentials, entrance


async def hear(heard: Heard) -> Answered:
    return Answered(then=(Outgoing(text=heard.text),))


async def no_file(_: str) -> None:
    return None


def app() -> web.Application:
    locks = Locks()

    @asynccontextmanager
    async def alone(name: str) -> AsyncIterator[None]:
        async with locks.of(name):
            yield

    return create_app(
        channel=lambda session: Channel(
            credentials(), session, hear, no_file, alone, entrance=entrance()
        )
    )


if __name__ == "__main__":
    web.run_app(app(), host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
