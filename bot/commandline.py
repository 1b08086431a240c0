"""`python -m bot`: one command, and what it ends with."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from typing import Final

from bot.commands import erasing, keeping, logbook, moving, packaging, plans, serving
from bot.commands.codes import BROKEN_OFF, CODES, DATA, WRONG_USE
from bot.commands.saying import command, tell
from bot.rehearsing import command as rehearsing
from bot.settings import check_address, stored
from plan.reading import PlanFileError
from storage import why

__all__ = ["DATA", "WRONG_USE", "main"]

ADDRESSES: Final = {"store": "--store", "source": "--from", "target": "--to"}
"""By the name of its value: each option that takes the address of a store."""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code. Never a traceback for what a user can mend."""
    asked = _parser().parse_args(arguments)
    try:
        for name, option in ADDRESSES.items():
            check_address(option, getattr(asked, name, None) or "")
        if getattr(asked, "store", "") is None:
            asked.store = stored()
        asyncio.run(asked.run(asked))
    except KeyboardInterrupt:
        return 0 if asked.command == "serve" else BROKEN_OFF
    except PlanFileError as error:
        tell("\n".join(line.nl for line in error.told()))
        return DATA
    except tuple(CODES) as error:
        tell(_said(error))
        return next(code for kind, code in CODES.items() if isinstance(error, kind))
    return 0


def _said(error: Exception) -> str:
    """In a sentence, also what the system says without one."""
    if isinstance(error, OSError) and error.errno is not None:
        return f"Het lukt niet met {error.filename or 'de schijf'}: {why(error)}."
    return str(error)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Assistent voor het uitvoeringsplan veiligheid."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for group in (serving, plans, keeping, moving, erasing, logbook, packaging):
        group.add(commands)
    rehearsing.options(command(commands, "rehearse", "hele jaren naspelen", rehearsing.run))
    return parser
