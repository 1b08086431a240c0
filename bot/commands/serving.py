"""`python -m bot serve`."""

from __future__ import annotations

import argparse
import asyncio
import errno
import signal
from contextlib import suppress
from pathlib import Path

from aiohttp import web

from bot.clock import SystemClock
from bot.commands.opening import opened
from bot.commands.saying import command, tell
from bot.erasing import TRIAL
from bot.serving import assistant
from bot.settings import load as load_settings
from bot.trying import forget_elsewhere, opening_clock
from storage.sole import serving as held


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = command(commands, "serve", "de assistent starten", _serve)
    parser.add_argument(
        "--dev", action="store_true", help="uitproberen, zonder tenant, alleen op deze computer"
    )
    parser.add_argument("--host")
    parser.add_argument("--port", type=int)


async def _serve(asked: argparse.Namespace) -> None:
    given = {"store": asked.store, "host": asked.host, "port": asked.port}
    named = {name: value for name, value in given.items() if value is not None}
    settings = load_settings(dev=asked.dev, **named)
    async with opened(settings.store) as store, held(store):
        clock = await opening_clock(store) if asked.dev else SystemClock()
        if asked.dev:
            await forget_elsewhere(store, f"http://{settings.host}:{settings.port}")
        app = assistant(
            store,
            credentials=settings.credentials(),
            clock=clock,
            coordinators=settings.coordinators,
            chats=Path(settings.store) / TRIAL,
        )
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        try:
            await _listen(runner, settings.host, settings.port)
            place = f"http://{settings.host}:{settings.port}"
            tell(f"De proefpagina staat klaar (stoppen: Ctrl+C): {place}" if asked.dev else place)
            await _until_stopped()
        finally:
            await runner.cleanup()


async def _listen(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise OSError(f"Poort {port} is bezet; kies een andere met --port.") from error


async def _until_stopped() -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, stopped.set)
    await stopped.wait()
