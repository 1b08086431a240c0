"""`python -m bot`: one command, and what it ends with."""

from __future__ import annotations

import argparse
import asyncio
import re
from collections.abc import Sequence
from typing import Final, NoReturn

from bot.commands import erasing, keeping, logbook, moving, packaging, plans, serving
from bot.commands.codes import BROKEN_OFF, CODES, DATA, WRONG_USE, UsageError
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
    asked = argparse.Namespace(command="")
    try:
        _parser().parse_args(arguments, asked)
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


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a line as every command says its troubles: in a sentence."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{_in_dutch(message)} (zie {self.prog} --help).")


def _in_dutch(message: str) -> str:
    """A sentence for what argparse says; what it says in no known way stays readable."""
    for english, dutch in SENTENCES.items():
        found = re.fullmatch(english, message, re.DOTALL)
        if found:
            return dutch.format(*(part.replace("'", "") for part in found.groups()))
    return f"Dat kan niet: {message}"


SENTENCES: Final = {
    "the following arguments are required: command": "Noem een commando",
    "the following arguments are required: (.+)": "Dit ontbreekt nog: {0}",
    "one of the arguments (.+) is required": "Kies een van deze: {0}",
    r"argument command: invalid choice: (.+?)(?:, maybe .+)? \(choose from (.+)\)": (
        "Het commando '{0}' is er niet; wel: {1}"
    ),
    r"argument (.+?): invalid choice: (.+?)(?:, maybe .+)? \(choose from (.+)\)": (
        "'{1}' kan niet bij {0}; wel: {2}"
    ),
    "unrecognized arguments: (.+)": "Dit ken ik hier niet: {0}",
    "ambiguous option: (.+) could match (.+)": "'{0}' kan meer dan één ding zijn: {1}",
    "argument (.+?): expected (?:one|at least one) argument": "Bij {0} hoort een waarde",
    "argument (.+?): ignored explicit argument (.+)": "Bij {0} hoort geen waarde: '{1}'",
    "argument (.+?): not allowed with argument (.+)": "{0} en {1} gaan niet samen",
    "argument (.+?): invalid int value: (.+)": "Bij {0} hoort een geheel getal, niet '{1}'",
    "argument (.+?): (.+)": "{0}: {1}",
}
"""By what argparse says."""


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = _Parser(
        prog="python -m bot", description="Assistent voor het uitvoeringsplan veiligheid."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for group in (serving, plans, keeping, moving, erasing, logbook, packaging):
        group.add(commands)
    rehearsing.options(command(commands, "rehearse", "hele jaren naspelen", rehearsing.run))
    return parser
