"""What each command of `python -m bot` does: results on stdout, everything else on stderr."""

from __future__ import annotations

import argparse
import asyncio
import errno
import json
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from aiohttp import web

from bot.clock import SystemClock
from bot.exporting import EXPORTS, exported
from bot.loading import keep, ready
from bot.plans import Plans
from bot.rehearsing import command as rehearsing
from bot.serving import assistant
from bot.settings import SettingsError
from bot.settings import load as load_settings
from bot.trying import forget_elsewhere, opening_clock
from plan.checks import by_code, findings
from plan.document import UnknownPartError
from plan.dossier import Dossier
from plan.format import UnknownFormatError
from plan.reading import PlanFileError
from storage import DamagedError, Store, StoreError, StoreInUseError, UnknownStoreError, open_store

WRONG_USE = 2
DATA, NO_INPUT, SOFTWARE, IO, IN_USE, CONFIG = 65, 66, 70, 74, 75, 78
"""Exit codes as in sysexits.h."""


class UsageError(Exception):
    """What was asked for does not exist; one sentence says what does."""


class NoFileError(Exception):
    """The file to read is not there."""


CODES: dict[type[Exception], int] = {
    UsageError: WRONG_USE,
    SettingsError: CONFIG,
    StoreInUseError: IN_USE,
    DamagedError: DATA,
    UnknownFormatError: DATA,
    UnknownStoreError: NO_INPUT,
    NoFileError: NO_INPUT,
    rehearsing.UsedError: WRONG_USE,
    rehearsing.RehearsalError: SOFTWARE,
    StoreError: IO,
    OSError: IO,
}
"""What each trouble that a user can mend ends with; the first that fits counts."""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code. Never a traceback for what a user can mend."""
    asked = _parser().parse_args(arguments)
    try:
        asyncio.run(asked.run(asked))
    except KeyboardInterrupt:
        return 0
    except PlanFileError as error:
        _tell("\n".join(line.nl for line in error.told()))
        return DATA
    except tuple(CODES) as error:
        _tell(str(error))
        return next(code for kind, code in CODES.items() if isinstance(error, kind))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Assistent voor het uitvoeringsplan veiligheid."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    _serve_options(_command(commands, "serve", "de assistent starten", _serve))
    loading = _command(commands, "load", "een planbestand inlezen", _load)
    loading.add_argument("file", type=Path, metavar="FILE.yaml")
    loading.add_argument(
        "--plan", metavar="KEY", help="de sleutel waaronder het plan wordt bewaard"
    )
    loading.add_argument(
        "--from", dest="step", metavar="STEP", help="opnieuw beginnen bij deze stap"
    )
    checking = _command(commands, "check", "tonen wat de mixcheck vindt", _check)
    checking.add_argument("plan", metavar="PLAN")
    checking.add_argument("--json", action="store_true", help="als codes en onderwerpen")
    exporting = _command(
        commands, "export", "een plan, of een deel ervan, naar een bestand schrijven", _export
    )
    exporting.add_argument("plan", metavar="PLAN")
    exporting.add_argument("--as", dest="kind", choices=EXPORTS, required=True)
    exporting.add_argument(
        "--part", default="plan", metavar="plan|partner:ORG|register|evaluation|archive|…"
    )
    exporting.add_argument("--out", type=Path, required=True, metavar="FILE")
    exporting.add_argument(
        "--language", choices=("nl", "en"), help="zonder keuze: de taal van het plan"
    )
    rehearsing.options(_command(commands, "rehearse", "hele jaren naspelen", rehearsing.run))
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    help_: str,
    run: Callable[[argparse.Namespace], object],
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=help_, description=help_)
    parser.set_defaults(run=run)
    parser.add_argument("--store", default=os.environ.get("PLAN_STORE", "data/"))
    return parser


def _serve_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--dev", action="store_true", help="uitproberen, zonder tenant, alleen op deze computer"
    )
    parser.add_argument("--host")
    parser.add_argument("--port", type=int)


async def _serve(asked: argparse.Namespace) -> None:
    given = {"store": asked.store, "host": asked.host, "port": asked.port}
    named = {name: value for name, value in given.items() if value is not None}
    settings = load_settings(dev=asked.dev, **named)
    store = open_store(settings.store)
    try:
        clock = await opening_clock(store) if asked.dev else SystemClock()
        if asked.dev:
            await forget_elsewhere(store, f"http://{settings.host}:{settings.port}")
        app = assistant(
            store,
            credentials=settings.credentials(),
            clock=clock,
            coordinators=settings.coordinators,
            chats=_chats(settings.store),
        )
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        try:
            await _listen(runner, settings.host, settings.port)
            place = f"http://{settings.host}:{settings.port}"
            _tell(f"De proefpagina staat klaar (stoppen: Ctrl+C): {place}" if asked.dev else place)
            for sentence in store.damage():
                _tell(sentence)
            await _until_stopped(store)
        finally:
            await runner.cleanup()
    finally:
        await store.close()


async def _listen(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise OSError(f"Poort {port} is bezet; kies een andere met --port.") from error


def _chats(store: str) -> Path | None:
    """The file that brings the chats of the page back; beside a database there is no place."""
    return None if "://" in store else Path(store) / "trial.json"


async def _until_stopped(store: Store) -> None:
    """Ends the process on the spot when the store is lost: nothing more could be kept."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, stopped.set)
    stopping, lost = asyncio.create_task(stopped.wait()), asyncio.create_task(store.lost())
    await asyncio.wait((stopping, lost), return_when=asyncio.FIRST_COMPLETED)
    if lost.done():
        _tell(lost.result())
        sys.stderr.flush()
        os._exit(IO)
    lost.cancel()


async def _load(asked: argparse.Namespace) -> None:
    if not asked.file.is_file():
        raise NoFileError(f"Het bestand {asked.file} is er niet.")
    records = ready(
        asked.file,
        now=SystemClock().now(),
        key=asked.plan,
        step=asked.step,
        unknown=lambda path: _tell(f"Let op: de onbekende sleutel {path} is overgeslagen."),
    )
    store = open_store(asked.store)
    try:
        key = await keep(store, records)
    finally:
        await store.close()
    sys.stdout.write(f"{key}\n")


async def _check(asked: argparse.Namespace) -> None:
    dossier = await _plan(asked)
    found = by_code(dossier)
    if asked.json:
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
        return
    for finding in findings(dossier):
        sys.stdout.write(f"{finding.check}  {finding.message.within(dossier.plan.language)}\n")


async def _export(asked: argparse.Namespace) -> None:
    dossier = await _plan(asked)
    now: datetime = SystemClock().now()
    language = asked.language or dossier.plan.language
    try:
        content = await asyncio.to_thread(exported, dossier, asked.kind, asked.part, language, now)
    except UnknownPartError as error:
        raise UsageError(str(error)) from error
    try:
        asked.out.write_bytes(content)
    except OSError as error:
        raise OSError(f"Het bestand {asked.out} is niet geschreven: {error.strerror}.") from error
    sys.stdout.write(f"{asked.out}\n")


async def _plan(asked: argparse.Namespace) -> Dossier:
    """The plan of that key, read beside a process that may be serving it."""
    store = open_store(asked.store, reading=True)
    try:
        plans = Plans(store)
        dossier = await plans.dossier(asked.plan)
        if not dossier:
            keys = ", ".join(await plans.keys()) or "geen"
            raise UsageError(f"Er is geen plan '{asked.plan}'; wel: {keys}.")
        return dossier
    finally:
        await store.close()


def _tell(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
