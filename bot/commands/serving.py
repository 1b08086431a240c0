"""`python -m bot serve`."""

from __future__ import annotations

import argparse
import asyncio
import errno
import gc
import os
import sys
from pathlib import Path

from aiohttp import web

from bot import logs
from bot.clock import SystemClock
from bot.commands.codes import IO
from bot.commands.opening import Address, opened
from bot.commands.saying import command, tell
from bot.deployment import Deployment
from bot.environment import SettingsError
from bot.erasing import TRIAL
from bot.limits import brace
from bot.notes import telling
from bot.serving import PLANS, assistant
from bot.settings import Settings
from bot.settings import load as load_settings
from bot.stopping import REQUESTS, STOPPING, when_signalled
from bot.trying import forget_elsewhere, opening_clock
from bot.watching import READINESS
from storage import Store
from storage.sole import serving as held

COLLECT_AFTER = 20_000
"""Objects that come to be before the garbage collector looks among them."""


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
    brace()
    # Who tries it reads where the page is, not a line per request.
    quiet = asked.dev and "log" not in settings.model_fields_set
    logs.configure("warning" if quiet else settings.log)
    async with opened(settings.store) as store, held(store):
        clock = await opening_clock(store) if asked.dev else SystemClock()
        if asked.dev:
            await forget_elsewhere(store, f"http://{settings.host}:{settings.port}")
        app = assistant(store, _deployment(settings), clock=clock)
        # The first in, and so the last out: what happens while it stops comes before "stop".
        app.cleanup_ctx.insert(0, telling(app[PLANS], settings.store))
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=REQUESTS)
        await runner.setup()
        try:
            await _listen(runner, settings.host, settings.port)
            place = f"http://{settings.host}:{settings.port}"
            tell(f"De proefpagina staat klaar (stoppen: Ctrl+C): {place}" if asked.dev else place)
            spare_the_loop()
            for sentence in store.damage():
                tell(sentence)
            await _until_stopped(store)
            app[READINESS].stopping = True
            app[STOPPING].begin()
        finally:
            await runner.cleanup()


def spare_the_loop() -> None:
    """What stands after the start stays, so the garbage collector need not look through it.

    A turn makes many objects and hardly a cycle: looking for those after every 700 new ones took
    a tenth of the time of a turn.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER, 20, 20)


async def _listen(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise OSError(f"Poort {port} is bezet; kies een andere met --port.") from error
        raise SettingsError(f"PLAN_HOST: op {host} kan hier niet worden geluisterd.") from error


def _deployment(settings: Settings) -> Deployment:
    return Deployment(
        credentials=settings.credentials(),
        entrance=settings.entrance(),
        coordinators=settings.coordinators,
        chats=_chats(settings.store),
        metrics_for_all=settings.metrics == "everywhere",
    )


def _chats(store: str) -> Path | None:
    """The file that brings the chats of the page back; beside a database there is no place."""
    place = Address(store).directory
    return place / TRIAL if place else None


async def _until_stopped(store: Store) -> None:
    """Ends the process on the spot when the store is lost: nothing more could be kept."""
    stopped = asyncio.Event()
    when_signalled(stopped)
    stopping, lost = asyncio.create_task(stopped.wait()), asyncio.create_task(store.lost())
    await asyncio.wait((stopping, lost), return_when=asyncio.FIRST_COMPLETED)
    if lost.done():
        tell(f"{lost.result()}\nDe assistent stopt: er kan niets meer worden bewaard.")
        sys.stderr.flush()
        os._exit(IO)
    lost.cancel()
