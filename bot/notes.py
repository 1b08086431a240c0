"""What a command did beside a process that has the store: told on paper, taken in by that one.

A back-up or an export may not wait for the store, and must be in the logbook all the same.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec
from aiohttp import web

from bot import logs
from bot.chains import HEAD
from bot.clock import SystemClock
from bot.commands.opening import Address
from bot.plans import Plans
from plan.logbook import Act, number_of
from storage import StoreError, open_store
from storage.disk import write_synced

PLACE: Final = "notes"
EVERY: Final = 60.0
"""Seconds between two looks at what commands left."""
DAY: Final = 24 * 3600.0

log = logs.logger(__name__)


class _Note(msgspec.Struct, frozen=True):
    plan: str
    at: datetime
    action: str
    result: str


async def note(url: str, action: str, plan: str = "", result: str = "done") -> None:
    """A line in the logbook of a store that this command only read, or has let go of.

    What cannot be told is logged: the command itself was carried out.
    """
    said = _Note(plan, SystemClock().now(), action, result)
    place = Address(url).directory
    try:
        if place is None:
            store = open_store(url)
            try:
                await _told(Plans(store), said)
            finally:
                await store.close()
        else:
            await asyncio.to_thread(_leave, place, said)
    except (StoreError, OSError):
        log.exception("note not kept", kind=action)


def _leave(directory: Path, said: _Note) -> None:
    place = directory / PLACE
    place.mkdir(mode=0o700, exist_ok=True)
    name = f"{said.at:%Y%m%dT%H%M%S.%f}-{secrets.token_hex(4)}"
    write_synced(place / f".{name}.new", [msgspec.json.encode(said)])
    (place / f".{name}.new").rename(place / f"{name}.json")


async def _told(plans: Plans, said: _Note) -> None:
    act = Act(at=said.at, action=said.action, result=said.result, origin="command")
    known = said.plan in await plans.keys()
    await plans.note(said.plan if known else "", act)


async def take_in(plans: Plans, directory: Path) -> None:
    """What commands left, in order; one that cannot be read goes, and is told of in the log."""
    for path in sorted((directory / PLACE).glob("*.json")):
        try:
            await _told(plans, msgspec.json.decode(path.read_bytes(), type=_Note))
        except (msgspec.MsgspecError, OSError):
            log.exception("note not read")
        except StoreError:
            log.exception("note not kept")
            return
        with suppress(FileNotFoundError):
            path.unlink()


def telling(plans: Plans, url: str) -> Callable[[web.Application], AsyncIterator[None]]:
    """For as long as an app runs: that it started and stopped, what commands did meanwhile, and
    in the log once a day where each logbook is, so that it stands elsewhere too."""

    async def told(_: web.Application) -> AsyncIterator[None]:
        place = Address(url).directory
        await _attempt(plans, "start")
        tasks = [asyncio.create_task(_anchored(plans))]
        if place:
            tasks.append(asyncio.create_task(_forever(plans, place)))
        yield
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await _attempt(plans, "stop")
        anchor(plans)

    return told


def anchor(plans: Plans) -> None:
    """The last line of each logbook that got one here since the last time."""
    for chain, line in plans.heads().items():
        log.info(HEAD, plan=chain or None, entry=number_of(line), head=line.hash)


async def _anchored(plans: Plans) -> None:
    while True:
        await asyncio.sleep(DAY)
        anchor(plans)


async def _attempt(plans: Plans, action: str) -> None:
    """Telling of it keeps nobody from serving."""
    try:
        await plans.note("", Act(at=SystemClock().now(), action=action, origin="process"))
    except StoreError:
        log.exception("note not kept", kind=action)


async def _forever(plans: Plans, directory: Path) -> None:
    while True:
        await take_in(plans, directory)
        await asyncio.sleep(EVERY)
