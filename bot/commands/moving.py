"""`python -m bot migrate`."""

from __future__ import annotations

import argparse

from bot.clock import SystemClock
from bot.commands.codes import UsageError
from bot.commands.opening import Address, opened, there
from bot.commands.saying import PLANS, command, counted, out, progress
from bot.notes import note
from storage.filling import fill


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    moving = command(
        commands, "migrate", "alles overzetten naar een andere, lege opslag", _migrate, store=False
    )
    moving.add_argument("--from", dest="source", required=True, metavar="URL")
    moving.add_argument("--to", dest="target", required=True, metavar="URL")


async def _migrate(asked: argparse.Namespace) -> None:
    """Both are held, so that nothing changes meanwhile; the source stays as it is."""
    there(asked.source)
    source, target = Address(asked.source), Address(asked.target)
    if source.same_as(target):
        raise UsageError("--from en --to zijn dezelfde opslag; kies bij --to een andere.")
    async with (
        opened(asked.source, alone=True) as here,
        opened(asked.target, unfinished=True, alone=True) as store,
    ):
        keys = await here.plans()
        with progress("overzetten", len(keys) + 1) as step:
            done = await fill(
                store,
                here.everything(),
                keys=keys,
                by="migrate",
                source=source.shown,
                at=SystemClock().now(),
                step=step,
            )
    await note(asked.source, "migrate", result="done:from")
    await note(asked.target, "migrate", result="done:to")
    out(f"{counted(done, *PLANS)} overgezet naar {target.shown}; beide opslagen zijn gelijk")
